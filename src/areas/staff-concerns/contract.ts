import type {
  allegationOutcome,
  ladoState,
  managedBy,
  staffConcernKind,
  staffConcernStatus,
  staffNoteKind,
  subjectState,
} from './fields.ts';

/** Addresses of the tab API for concerns about adults. */
export const staffConcernPaths = {
  /** GET: StaffConcernPage. */
  list: '/api/staff-concerns',
  /** GET: StaffConcernDetail. */
  one: '/api/staff-concerns/:id',
  /** GET: readonly Colleague[]. */
  colleagues: '/api/staff-concerns/:id/colleagues',
  /** POST StaffActRequest. */
  take: '/api/staff-concerns/:id/take',
  /** POST SubjectRequest: says which adult is meant. */
  subject: '/api/staff-concerns/:id/subject',
  /** POST CaseManagerRequest: gives somebody this one matter. */
  manager: '/api/staff-concerns/:id/manager',
  /** POST JudgeStaffRequest. */
  judge: '/api/staff-concerns/:id/judge',
  /** POST CloseStaffRequest. */
  close: '/api/staff-concerns/:id/close',
  /** POST StaffNoteRequest: by who manages it, or by the reporter to their own report. */
  notes: '/api/staff-concerns/:id/notes',
  /** GET: DifferencePage, while its filing has stopped. */
  differences: '/api/staff-concerns/:id/differences',
  /** POST SettleRequest: what shall stand, and the stopped filing goes on. */
  settle: '/api/staff-concerns/:id/settle',
  /** GET: LadoAnswer. */
  lado: '/api/staff-reports/lado',
  /** GET: StaffReportPage. POST StaffReportRequest: StaffReceipt. */
  reports: '/api/staff-reports',
} as const;

export interface LadoContact {
  readonly name: string;
  readonly phone?: string;
}

/** Absent where the school has entered none. */
export interface LadoAnswer {
  readonly lado?: LadoContact;
}

export interface StaffConcernItem {
  readonly id: string;
  readonly ref: string;
  readonly status: keyof typeof staffConcernStatus;
  readonly managedBy: keyof typeof managedBy;
  /** The name on the staff list, or as the reporter wrote it. */
  readonly subject: string;
  readonly subjectState: keyof typeof subjectState;
  readonly reporterName: string;
  /** Instant, UTC. */
  readonly reportedAt: string;
  readonly takenByName?: string;
  readonly caseManagerName?: string;
  readonly kind?: keyof typeof staffConcernKind;
  readonly lado?: keyof typeof ladoState;
  readonly outcome?: keyof typeof allegationOutcome;
  readonly filed: 'received' | 'filed' | 'stopped';
}

export interface StaffConcernPage {
  readonly items: readonly StaffConcernItem[];
}

export interface StaffNoteItem {
  readonly what: Exclude<keyof typeof staffNoteKind, 'overflow'>;
  readonly at: string;
  readonly by: string;
  readonly filed: 'received' | 'filed';
  readonly kind?: keyof typeof staffConcernKind;
  readonly lado?: keyof typeof ladoState;
  readonly outcome?: keyof typeof allegationOutcome;
  readonly words: string;
}

export interface StaffConcernDetail extends StaffConcernItem {
  readonly rev: number;
  readonly subjectAsTyped: string;
  readonly words: string;
  readonly whenAsTyped: string;
  readonly occurredAt?: string;
  readonly takenAt?: string;
  readonly judgedAt?: string;
  readonly closedAt?: string;
  readonly ladoContact?: LadoContact;
  readonly notes: readonly StaffNoteItem[];
  readonly abilities: {
    readonly take: boolean;
    readonly subject: boolean;
    readonly manager: boolean;
    readonly judge: boolean;
    readonly close: boolean;
    readonly note: boolean;
    readonly settle: boolean;
  };
}

export interface Colleague {
  /** Id of the row of the staff list. */
  readonly id: string;
  /** Entra object id; absent from somebody who cannot sign in. */
  readonly person?: string;
  readonly name: string;
  readonly job?: string;
}

interface Acted {
  readonly form: string;
  readonly rev: number;
}
export type StaffActRequest = Acted;
export interface SubjectRequest extends Acted {
  /** Row of the staff list; absent: somebody who is not on it. */
  readonly colleague?: string;
  readonly reason: string;
  /** It is not about the head, so the head manages it. */
  readonly toHead?: true;
}
export interface CaseManagerRequest extends Acted {
  /** Entra object id. */
  readonly person: string;
  readonly reason: string;
}
export interface JudgeStaffRequest extends Acted {
  readonly kind: keyof typeof staffConcernKind;
  readonly lado: keyof typeof ladoState;
  readonly reason: string;
}
export interface CloseStaffRequest extends Acted {
  readonly outcome: keyof typeof allegationOutcome;
  readonly reason: string;
}
export interface StaffNoteRequest {
  readonly form: string;
  readonly words: string;
}

/** What the form about an adult holds: letter for letter what was typed. */
export interface StaffReportRequest {
  readonly form: string;
  readonly about: 'adult' | 'head';
  readonly who: string;
  readonly words: string;
  readonly when: string;
}

/** A reporter's own receipt: no name and no words. */
export interface StaffReceipt {
  readonly id: string;
  readonly ref: string;
  readonly reportedAt: string;
  /** The reporter's words for the status. */
  readonly state: string;
  readonly managedBy: keyof typeof managedBy;
  readonly filed: 'received' | 'filed';
  /** Whom to call where it is about the head. */
  readonly lado?: LadoContact;
}
export interface StaffReportPage {
  readonly items: readonly StaffReceipt[];
}

/** What the answer to a report says; `told`: somebody who manages it knows of it. */
export interface StaffReported extends StaffReceipt {
  readonly told: boolean;
}
