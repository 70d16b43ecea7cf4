import type { concernShow, concernUrgency, levelOfNeed, parentContactState, safeNow, triageOutcome } from './fields.ts';
import type { ConcernItem, Filed } from './item-contract.ts';
import type { RoutedPage } from './judgement-contract.ts';

/** What is sent and shown when a concern is judged and passed on. */
export type * from './judgement-contract.ts';
export type * from './child-concerns-contract.ts';
export type * from './item-contract.ts';
export type * from './misfiled-contract.ts';
export type * from './outside-contract.ts';
/** What is sent and shown of the people in a concern. */
export type * from './persons-contract.ts';

/** Addresses of the tab API for concerns. */
export const concernPaths = {
  /** GET ConcernFilter: what the tab shows first, in one call. */
  desk: '/api/desk',
  /** GET ConcernFilter and `before=<cursor>`: concerns of the schools one answers for, newest first. */
  concerns: '/api/concerns',
  /** POST SearchRequest, so that no name stands in an address: ConcernPage. */
  search: '/api/concerns/search',
  /** POST LowLevelRequest: ManyAnswer. Each is an act of its own. */
  lowLevel: '/api/concerns/low-level',
  /** GET: one concern. */
  concern: '/api/concerns/:id',
  /** POST: Printed. */
  print: '/api/concerns/:id/print',
  /** POST TakeRequest: "I take this". */
  take: '/api/concerns/:id/take',
  /** GET: pupils who may be meant by the name that was typed. */
  candidates: '/api/concerns/:id/candidates',
  /** POST ChildRequest: says which child is meant. */
  child: '/api/concerns/:id/child',
  /** GET ComparedPage: the same for a lead, to compare. */
  compare: '/api/concerns/:id/compare',
  /** POST LookUpRequest, so that no name stands in an address: FoundChildren. */
  children: '/api/concerns/:id/children',
  /** GET PersonPage: who is in it. POST AddPersonRequest. */
  persons: '/api/concerns/:id/persons',
  /** POST WithdrawPersonRequest: takes somebody off again; the row stays. */
  withdrawPerson: '/api/concerns/:id/withdraw-person',
  /** POST ChildRoleRequest: what the child of the report is in it. */
  childRole: '/api/concerns/:id/child-role',
  /** GET: where filing has stopped, what both sides hold. */
  differences: '/api/concerns/:id/differences',
  /** POST SettleRequest: what shall stand; filing goes on. */
  settle: '/api/concerns/:id/settle',
  /** POST TriageRequest: how a lead judges it. */
  triage: '/api/concerns/:id/triage',
  /** GET: what was decided about it, newest first. */
  history: '/api/concerns/:id/history',
  /** GET OutsidePage: what was done to it in SharePoint and not in Lantern, newest first. */
  outside: '/api/concerns/:id/outside',
  /** GET: other concerns about the same child that nobody has judged yet. */
  related: '/api/concerns/:id/related',
  /** GET: leads to whom it can be handed. */
  leads: '/api/concerns/:id/leads',
  /** POST HandOverRequest. */
  handOver: '/api/concerns/:id/hand-over',
  /** POST EscalateRequest: every other lead is told. */
  escalate: '/api/concerns/:id/escalate',
  /** POST MisfiledRequest: it stands under the wrong child. ReEntered: where it goes on. */
  misfile: '/api/concerns/:id/misfile',
  /** GET: the restricted register of misfiled entries, newest first. */
  register: '/api/misfiled',
  /** GET: one entry of it, whole. */
  registered: '/api/misfiled/:id',
  /** POST AddendumRequest: by a lead, or by the reporter to their own report. */
  addenda: '/api/concerns/:id/addenda',
  /** GET ChildConcernPage: what one may see of the concerns that a child is in. */
  ofChild: '/api/children/:id/concerns',
  /** GET: the lines that were passed to one's team. */
  routed: '/api/routed',
  /** POST AcknowledgeRequest: "I see to this". */
  acknowledge: '/api/routed/:id/acknowledge',
  /** GET: the receipts of what one reported oneself. POST ReportRequest: reports a concern, ReportReceipt. */
  reports: '/api/reports',
} as const;

/** What a list is narrowed to; stands in addresses, so no name and no word of a person's belongs in it. */
export interface ConcernFilter {
  /** `open` when absent. */
  readonly show?: keyof typeof concernShow;
  readonly urgency?: keyof typeof concernUrgency;
  /** A year group, as the children's records say it. */
  readonly year?: string;
}

/** How many concerns are open, and among them. */
export interface ConcernCounts {
  readonly open: number;
  readonly waiting: number;
  readonly mine: number;
  /** Of which the person has not been shown something. */
  readonly unread: number;
  readonly urgency: Readonly<Record<keyof typeof concernUrgency, number>>;
  /** Year groups of the children concerned, youngest first. */
  readonly years: readonly { readonly year: string; readonly count: number }[];
}

export interface ConcernPage {
  readonly items: readonly ConcernItem[];
  /** Cursor of the next page; absent on the last. */
  readonly next?: string;
}

export interface SearchRequest {
  /** Names, references, words: all of them, or words that begin so, must be there. */
  readonly words: string;
  /** Cursor from the page before. */
  readonly before?: string;
}

export interface ConcernDetail extends ConcernItem {
  readonly rev: number;
  /** Id of its school. */
  readonly school: string;
  /** The misfiled entry in whose place this one stands. */
  readonly correctsRef?: string;
  /** Id of the pupil, once it is settled who is meant. */
  readonly childId?: string;
  readonly childAsTyped: string;
  /** Whole text, addenda joined on. */
  readonly words: string;
  readonly whenAsTyped: string;
  readonly occurredAt?: string;
  readonly inFuture?: boolean;
  readonly reporterRecognised: boolean;
  readonly takenAt?: string;
  readonly handedOverAt?: string;
  readonly escalatedAt?: string;
  readonly triageOutcome?: keyof typeof triageOutcome;
  readonly levelOfNeed?: keyof typeof levelOfNeed;
  readonly nextStep?: string;
  readonly parents?: keyof typeof parentContactState;
  /** The first judgement. */
  readonly triagedAt?: string;
  /** What was added later, in order. */
  readonly addenda: readonly AddendumItem[];
  /** How many decisions `history` holds. */
  readonly decisions: number;
  /** How many entries `outside` holds. */
  readonly outside: number;
  /** Since when its row is gone from SharePoint; Lantern still holds what it said. */
  readonly removedAt?: string;
  /** How many people `persons` holds, those taken off too. */
  readonly persons: number;
  readonly abilities: ConcernAbilities;
}

/** What this person may do with this concern now: a button that would be refused is not drawn. */
export interface ConcernAbilities {
  /** They answer for it: also what is to be done about it, what was changed outside and the child’s page are theirs to see. */
  readonly lead: boolean;
  readonly take: boolean;
  readonly resolve: boolean;
  readonly settle: boolean;
  readonly triage: boolean;
  readonly fileLowLevel: boolean;
  readonly handOver: boolean;
  readonly escalate: boolean;
  readonly misfile: boolean;
  readonly addAddendum: boolean;
  /** Say who else is in it, and what each is. */
  readonly people: boolean;
  /** Take it out on paper. */
  readonly print: boolean;
  /** Ask who has seen it. */
  readonly readers: boolean;
}

export interface AddendumItem {
  readonly at: string;
  readonly by: string;
  readonly words: string;
  readonly filed: Filed;
}

/** A reporter's own receipt: no name, no narrative. */
export interface ReportItem {
  readonly id: string;
  readonly ref: string;
  readonly reportedAt: string;
  /** The reporter's words for the status: "Received", "With Priya Raman". */
  readonly state: string;
  readonly filed: Filed;
}

/** What the report form holds: letter for letter what was typed. `form` as in TakeRequest, made when the form was opened. */
export interface ReportRequest {
  readonly form: string;
  readonly who: string;
  readonly words: string;
  readonly safeNow: keyof typeof safeNow;
  readonly when: string;
}

/** What the reporter keeps: no name of a child, no narrative. */
export interface ReportReceipt {
  readonly concern: string;
  readonly ref: string;
  /** Instant, UTC. */
  readonly reportedAt: string;
  readonly childState: 'resolved' | 'unresolved';
  /** The name fits several pupils or none, and this person may say which is meant. */
  readonly asksChild: boolean;
  /** Whom to telephone; absent when nobody is on duty. */
  readonly duty?: { readonly name: string; readonly phone: string };
}

export interface ReportPage {
  readonly items: readonly ReportItem[];
}

export interface Desk {
  readonly name: string;
  readonly school: string;
  /** Which view this person begins with; `concerns` only for those who answer for them. */
  readonly view: 'concerns' | 'reports';
  /** Ids of the desk's views that this person may go to. */
  readonly views: readonly string[];
  readonly concerns?: ConcernPage;
  readonly counts?: ConcernCounts;
  readonly reports?: ReportPage;
  /** For those who read for a team. */
  readonly routed?: RoutedPage;
}

/** `form`: 32 hexadecimal digits, made once for each press by the tab's CSPRNG; a second arrival gets the first answer. */
export interface TakeRequest {
  readonly form: string;
  readonly rev: number;
}

export interface ChildRequest {
  readonly form: string;
  /** Absent from a reporter, who sees no revision. */
  readonly rev?: number;
  /** A pupil's id from `candidates`, or `not-on-list`. */
  readonly child: string;
  /** Ids of other children who are named in it; they are put into it as children of concern. */
  readonly others?: readonly string[];
}

/** A field that was changed in Lantern and in SharePoint: choices by their ids, times as instants, null where it is empty. */
export interface Difference {
  readonly field: string;
  /** What it held before both; absent when that is not known. */
  readonly before?: DifferenceValue;
  readonly lantern: DifferenceValue;
  readonly sharepoint: DifferenceValue;
  /** Whether SharePoint's value can stand. */
  readonly takeable: boolean;
}
export type DifferenceValue = string | number | boolean | null;

export interface DifferencePage {
  readonly items: readonly Difference[];
}

export interface SettleRequest {
  readonly form: string;
  readonly rev: number;
  /** Field name -> whose value shall stand. */
  readonly keep: Readonly<Record<string, 'lantern' | 'sharepoint'>>;
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly yearGroup: string;
  readonly formGroup: string;
}

export interface CandidatePage {
  readonly items: readonly Candidate[];
  /** Ids of the children who were written one after the other, each name fitting one child; else absent. */
  readonly together?: readonly string[];
  /** Somebody who may be meant is not shown: a conflict of interest keeps this person from them. Another person must settle it. */
  readonly withheld?: true;
}

/** The body of every refusal. `code` is one of a closed set; `message` says what to do next. */
export interface ProblemBody {
  readonly code: string;
  readonly message: string;
  readonly fields?: readonly { readonly name: string; readonly message: string }[];
}
