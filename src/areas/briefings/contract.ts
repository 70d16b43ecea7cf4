import type { grantableRole } from '../people/fields.ts';
import type { SchoolName } from '../people/contract.ts';
import type { briefingAudience, briefingStatus, procedureKind, receiptState } from './fields.ts';

/** Addresses of the tab API for briefings and local procedures. */
export const briefingPaths = {
  /** GET: BriefingDesk. POST SendBriefingRequest: answers SentBriefing. */
  briefings: '/api/briefings',
  /** GET: BriefingForm, who can be asked to read one. */
  form: '/api/briefings/form',
  /** GET: OwnBriefing, one that one was asked to read. */
  own: '/api/briefings/:id',
  /** POST ConfirmReadRequest. */
  confirm: '/api/briefings/:id/confirm',
  /** GET: BriefingDetail, for who looks after it. */
  receipts: '/api/briefings/:id/receipts',
  /** POST ChaseBriefingRequest: answers ChasedBriefing. */
  chase: '/api/briefings/:id/chase',
  /** POST WithdrawBriefingRequest. */
  withdraw: '/api/briefings/:id/withdraw',
  /** GET: ProcedureDesk. POST AddProcedureRequest. */
  procedures: '/api/procedures',
  /** POST CorrectProcedureRequest. */
  correctProcedure: '/api/procedures/:id/correct',
  /** POST RetireProcedureRequest. */
  retireProcedure: '/api/procedures/:id/retire',
} as const;

/** A briefing that one was asked to read. One that was withdrawn has neither a heading nor a text any more. */
export interface OwnBriefing {
  readonly id: string;
  /** Id of how one was asked: what is confirmed. */
  readonly receipt: string;
  readonly withdrawn: boolean;
  readonly heading: string;
  readonly words: string;
  /** Begins with https://. */
  readonly policyUrl?: string;
  /** `YYYY-MM-DD`. */
  readonly readBy: string;
  readonly sentByName: string;
  readonly sentAt: string;
  readonly readAt?: string;
}

/** A briefing as it stands in a channel: the same for all who read it there. */
export interface Bulletin {
  readonly id: string;
  readonly heading: string;
  readonly words: string;
  /** Begins with https://. */
  readonly policyUrl?: string;
  /** `YYYY-MM-DD`. */
  readonly readBy: string;
  readonly sentByName: string;
  readonly sentAt: string;
}

/** A briefing in the list of whoever looks after it. */
export interface BriefingItem {
  readonly id: string;
  readonly rev: number;
  readonly school: string;
  readonly heading: string;
  readonly readBy: string;
  readonly audience: keyof typeof briefingAudience;
  readonly roles?: readonly string[];
  readonly status: keyof typeof briefingStatus;
  readonly sentByName: string;
  readonly sentAt: string;
  readonly asked: number;
  readonly read: number;
  /** Of those who have not read it: with whom Lantern has no chat in Teams. */
  readonly unreachable: number;
  readonly chasedAt?: string;
  readonly filed: boolean;
  readonly mayChase: boolean;
  readonly mayWithdraw: boolean;
}

export interface BriefingPage {
  readonly items: readonly BriefingItem[];
  /** Ids of the schools to whose staff one may send. */
  readonly maySend: readonly string[];
}

/** What one has to read, and, for who looks after briefings, what was sent. */
export interface BriefingDesk {
  readonly toRead: readonly OwnBriefing[];
  readonly sent?: BriefingPage;
  readonly schools: readonly SchoolName[];
}

export interface ReceiptItem {
  readonly id: string;
  readonly name: string;
  readonly state: keyof typeof receiptState;
  readonly readAt?: string;
}

export interface BriefingDetail {
  readonly briefing: BriefingItem & {
    readonly words: string;
    readonly policyUrl?: string;
    readonly chasedByName?: string;
    readonly withdrawnAt?: string;
    readonly withdrawnByName?: string;
    readonly reason?: string;
  };
  /** Who has not read it first. */
  readonly receipts: readonly ReceiptItem[];
}

/** Somebody who can be asked to read a briefing. */
export interface BriefingColleague {
  /** Entra object id. */
  readonly person: string;
  readonly school: string;
  readonly name: string;
  readonly job?: string;
}

export interface BriefingForm {
  readonly people: readonly BriefingColleague[];
}

/** `form` as in TakeRequest of concerns. */
export interface SendBriefingRequest {
  readonly form: string;
  readonly school: string;
  readonly heading: string;
  readonly words: string;
  readonly policyUrl?: string;
  readonly readBy: string;
  readonly audience: keyof typeof briefingAudience;
  readonly roles: readonly (keyof typeof grantableRole)[];
  readonly people: readonly string[];
}

export interface SentBriefing {
  readonly briefing: string;
  readonly asked: number;
  readonly unreachable: number;
}

export interface ConfirmReadRequest {
  readonly form: string;
  readonly receipt: string;
}

export interface ChaseBriefingRequest {
  readonly form: string;
  /** The revision that the person saw. */
  readonly rev: number;
}

export interface ChasedBriefing {
  readonly chased: number;
  readonly unreachable: number;
}

export interface WithdrawBriefingRequest {
  readonly form: string;
  readonly rev: number;
  readonly reason: string;
}

/** What is known of a local procedure: a text, a link or a telephone number at least. */
export interface ProcedureValues {
  readonly heading: string;
  readonly kind: keyof typeof procedureKind;
  readonly partnership: string;
  readonly words?: string;
  /** Begins with https://. */
  readonly url?: string;
  readonly phone?: string;
  /** `YYYY-MM-DD`. */
  readonly reviewOn: string;
  readonly inHelp: boolean;
}

export interface ProcedureItem extends ProcedureValues {
  readonly id: string;
  readonly rev: number;
  readonly school: string;
  readonly keptByName: string;
  readonly keptAt: string;
  readonly retiredAt?: string;
  /** Whether the day of its review has passed. */
  readonly overdue: boolean;
  readonly filed: boolean;
  readonly mayChange: boolean;
}

export interface ProcedurePage {
  readonly items: readonly ProcedureItem[];
  /** Ids of the schools to whose list one may add. */
  readonly mayAddTo: readonly string[];
}

export interface ProcedureDesk {
  readonly page: ProcedurePage;
  readonly schools: readonly SchoolName[];
}

export interface AddProcedureRequest extends ProcedureValues {
  readonly form: string;
  readonly school: string;
}

export interface CorrectProcedureRequest extends AddProcedureRequest {
  readonly rev: number;
}

export interface RetireProcedureRequest {
  readonly form: string;
  readonly rev: number;
  /** False: it holds again. */
  readonly retired: boolean;
}
