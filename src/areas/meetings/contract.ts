import type { agendaState, agendaWhy, attendance, invitedAs, meetingKind, meetingStatus } from './fields.ts';
import type { SchoolName } from '../people/contract.ts';

/** Addresses of the tab API for meetings. */
export const meetingPaths = {
  /** GET: MeetingDesk. POST CallMeetingRequest: answers CalledMeeting. */
  meetings: '/api/meetings',
  /** GET: MeetingDetail. */
  meeting: '/api/meetings/:id',
  /** POST ChangeMeetingRequest. */
  change: '/api/meetings/:id/change',
  /** POST AgendaRequest: brings it up to date, answers AgendaRefreshed. */
  refresh: '/api/meetings/:id/agenda/refresh',
  /** POST ArrangeAgendaRequest. */
  arrange: '/api/meetings/:id/agenda/arrange',
  /** POST AddPointRequest. */
  addPoint: '/api/meetings/:id/agenda/points',
  /** POST CancelMeetingRequest. */
  cancel: '/api/meetings/:id/cancel',
  /** POST AnswerInvitationRequest: whether one comes. */
  answer: '/api/meetings/:id/answer',
} as const;

/** Somebody outside the school’s staff. */
export interface Guest {
  readonly as: Exclude<keyof typeof invitedAs, 'staff'>;
  readonly name: string;
  readonly agency?: string;
  readonly email?: string;
}

export interface CallMeetingRequest {
  /** 32 hexadecimal digits, made once for each form; a second arrival gets the first answer. */
  readonly form: string;
  readonly school: string;
  readonly kind: keyof typeof meetingKind;
  /** Instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location?: string;
  readonly online?: boolean;
  /** Of a meeting that another body holds: which. */
  readonly heldBy?: string;
  /** Entra object ids. */
  readonly chair?: string;
  readonly minuteTaker?: string;
  readonly staff: readonly string[];
  readonly guests: readonly Guest[];
  /** Ids of children of the roll. */
  readonly children: readonly string[];
}
export interface CalledMeeting {
  readonly meeting: string;
  readonly ref: string;
}
export interface ChangeMeetingRequest {
  readonly form: string;
  readonly rev: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location: string;
  readonly online: boolean;
  readonly reason: string;
}
export interface CancelMeetingRequest {
  readonly form: string;
  readonly rev: number;
  readonly reason: string;
}

export interface AnswerInvitationRequest {
  readonly form: string;
  /** Of `AskedMeeting`. */
  readonly invitation: string;
  readonly coming: boolean;
}

export interface AgendaRequest {
  readonly form: string;
}
export interface AgendaRefreshed {
  readonly added: number;
  readonly dropped: number;
}
export interface ArrangeAgendaRequest {
  readonly form: string;
  /** The whole agenda in its new order; `off` takes a point off for good. */
  readonly points: readonly { readonly id: string; readonly minutes?: number; readonly off?: true }[];
}
export interface AddPointRequest {
  readonly form: string;
  readonly heading: string;
}

export interface MeetingItem {
  readonly id: string;
  readonly rev: number;
  readonly ref: string;
  readonly school: string;
  readonly kind: keyof typeof meetingKind;
  readonly status: keyof typeof meetingStatus;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location?: string;
  readonly online: boolean;
  readonly heldByName?: string;
  readonly chairName?: string;
  readonly minuteTakerName?: string;
  readonly calledByName: string;
  readonly filed: boolean;
}

export interface MeetingListItem extends MeetingItem {
  readonly children: number;
  readonly people: number;
}

/** A meeting that one was asked to: nothing of whom it is about. */
export interface AskedMeeting {
  readonly id: string;
  /** What is answered: one's own place among those who were asked. */
  readonly invitation: string;
  readonly ref: string;
  readonly kind: keyof typeof meetingKind;
  readonly status: keyof typeof meetingStatus;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location?: string;
  readonly online: boolean;
  readonly calledByName: string;
  readonly attendance: keyof typeof attendance;
  /** Whether one can say now that one comes, or does not. */
  readonly mayAnswer: boolean;
}

/** A meeting as the card in a chat shows it to somebody who was asked. */
export interface Invitation extends AskedMeeting {
  /** Whether one may open the meeting itself, and not only see when and where. */
  readonly mayOpen: boolean;
}

export interface MeetingPage {
  readonly items: readonly MeetingListItem[];
  /** Schools where one may call meetings. */
  readonly mayCall: readonly string[];
}

export interface MeetingDesk {
  readonly toCome: MeetingPage;
  readonly past: MeetingPage;
  readonly asked: { readonly items: readonly AskedMeeting[] };
  readonly schools: readonly SchoolName[];
}

export interface MeetingChildItem {
  readonly id: string;
  readonly childId: string;
  /** "Child A" wherever the name may not stand. */
  readonly label: string;
  readonly name: string;
  readonly yearGroup: string;
  readonly formGroup: string;
}

export interface MeetingPersonItem {
  readonly id: string;
  readonly as: keyof typeof invitedAs;
  readonly name: string;
  readonly agencyName?: string;
  readonly email?: string;
  readonly attendance: keyof typeof attendance;
  readonly reportDueOn?: string;
  readonly reportAt?: string;
}

export interface AgendaItem {
  readonly id: string;
  readonly rev: number;
  readonly number: number;
  readonly why: keyof typeof agendaWhy;
  readonly state: keyof typeof agendaState;
  readonly minutes?: number;
  readonly heading?: string;
  readonly concern?: { readonly id: string; readonly ref: string; readonly childName?: string };
  readonly action?: { readonly id: string; readonly what: string; readonly ownerName: string; readonly dueOn: string };
}

export interface MeetingDetail {
  readonly meeting: MeetingItem & {
    readonly heldBySchool: boolean;
    readonly reason?: string;
    readonly mayChange: boolean;
    readonly mayCancel: boolean;
    /** Whether its agenda can still be changed, and brought up to date. */
    readonly mayArrange: boolean;
    readonly mayRefresh: boolean;
  };
  readonly children: readonly MeetingChildItem[];
  readonly people: readonly MeetingPersonItem[];
  readonly agenda: readonly AgendaItem[];
}
