import type {
  childState,
  concernStatus,
  concernUrgency,
  decisionKind,
  levelOfNeed,
  lowLevelFiling,
  parentContactState,
  safeNow,
  team,
  triageOutcome,
} from './fields.ts';

/** Addresses of the tab API for concerns. */
export const concernPaths = {
  /** GET: what the tab shows first, in one call. */
  desk: '/api/desk',
  /** GET `?before=<cursor>`: concerns of the schools one answers for, newest first. */
  concerns: '/api/concerns',
  /** POST SearchRequest, so that no name stands in an address: ConcernPage. */
  search: '/api/concerns/search',
  /** POST LowLevelRequest: ManyAnswer. Each is an act of its own. */
  lowLevel: '/api/concerns/low-level',
  /** GET: one concern. */
  concern: '/api/concerns/:id',
  /** POST TakeRequest: "I take this". */
  take: '/api/concerns/:id/take',
  /** GET: pupils who may be meant by the name that was typed. */
  candidates: '/api/concerns/:id/candidates',
  /** POST ChildRequest: says which child is meant. */
  child: '/api/concerns/:id/child',
  /** GET: where filing has stopped, what both sides hold. */
  differences: '/api/concerns/:id/differences',
  /** POST SettleRequest: what shall stand; filing goes on. */
  settle: '/api/concerns/:id/settle',
  /** POST TriageRequest: how a lead judges it. */
  triage: '/api/concerns/:id/triage',
  /** GET: what was decided about it, newest first. */
  history: '/api/concerns/:id/history',
  /** GET: other concerns about the same child that nobody has judged yet. */
  related: '/api/concerns/:id/related',
  /** GET: leads to whom it can be handed. */
  leads: '/api/concerns/:id/leads',
  /** POST HandOverRequest. */
  handOver: '/api/concerns/:id/hand-over',
  /** POST EscalateRequest: every other lead is told. */
  escalate: '/api/concerns/:id/escalate',
  /** POST AddendumRequest: by a lead, or by the reporter to their own report. */
  addenda: '/api/concerns/:id/addenda',
  /** GET: the lines that were passed to one's team. */
  routed: '/api/routed',
  /** POST AcknowledgeRequest: "I see to this". */
  acknowledge: '/api/routed/:id/acknowledge',
  /** GET: the receipts of what one reported oneself. */
  reports: '/api/reports',
} as const;

/**
 * `received`: safe in Lantern. `filed`: the row in SharePoint holds it too. `stopped`: safe in Lantern, and it does not go into
 * SharePoint until a person has looked. Different words, always true.
 */
export type Filed = 'received' | 'filed' | 'stopped';

export interface ConcernItem {
  readonly id: string;
  readonly ref: string;
  readonly status: keyof typeof concernStatus;
  readonly urgency: keyof typeof concernUrgency;
  readonly safeNow: keyof typeof safeNow;
  /** The name on the roll, or as the reporter wrote it while the child is not settled. */
  readonly child: string;
  readonly childState: keyof typeof childState;
  readonly yearGroup?: string;
  readonly reporterName: string;
  /** Instant, UTC. */
  readonly reportedAt: string;
  readonly takenByName?: string;
  readonly filed: Filed;
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
  readonly abilities: ConcernAbilities;
}

/** What this person may do with this concern now: a button that would be refused is not drawn. */
export interface ConcernAbilities {
  readonly take: boolean;
  readonly resolve: boolean;
  readonly settle: boolean;
  readonly triage: boolean;
  readonly fileLowLevel: boolean;
  readonly handOver: boolean;
  readonly escalate: boolean;
  readonly addAddendum: boolean;
}

export interface AddendumItem {
  readonly at: string;
  readonly by: string;
  readonly words: string;
  readonly filed: Filed;
}

/** One decision with its reason. What it does not say is absent. */
export interface DecisionItem {
  readonly id: string;
  readonly what: keyof typeof decisionKind;
  readonly at: string;
  readonly by: string;
  readonly outcome?: keyof typeof triageOutcome;
  readonly urgency?: keyof typeof concernUrgency;
  readonly levelOfNeed?: keyof typeof levelOfNeed;
  readonly reason?: string;
  readonly nextStep?: string;
  readonly parents?: keyof typeof parentContactState;
  readonly parentsReason?: string;
  readonly childVoice?: string;
  readonly toName?: string;
  /** The line that a team was given, and who of them has seen it. */
  readonly line?: string;
  readonly toRole?: keyof typeof team;
  readonly seenAt?: string;
  readonly seenByName?: string;
  readonly filed: Filed;
}

export interface HistoryPage {
  readonly items: readonly DecisionItem[];
}

export interface LeadPage {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

export type RelatedItem = Pick<ConcernItem, 'id' | 'ref' | 'reportedAt' | 'urgency'> & {
  readonly rev: number;
  /** Whether it may be filed as low-level. */
  readonly lowLevel: boolean;
};

export interface RelatedPage {
  readonly items: readonly RelatedItem[];
}

/** What a team is told of a child: one line. The concern itself is not theirs to see. */
export interface RoutedItem {
  readonly id: string;
  readonly team: keyof typeof team;
  readonly ref: string;
  readonly child: string;
  readonly yearGroup?: string;
  readonly line: string;
  readonly at: string;
  readonly by: string;
  readonly seenAt?: string;
  readonly seenByName?: string;
}

export interface RoutedPage {
  readonly items: readonly RoutedItem[];
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

export interface ReportPage {
  readonly items: readonly ReportItem[];
}

export interface Desk {
  readonly name: string;
  readonly school: string;
  /** Which view this person begins with; `concerns` only for those who answer for them. */
  readonly view: 'concerns' | 'reports';
  readonly concerns?: ConcernPage;
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
  readonly rev: number;
  /** A pupil's id from `candidates`, or `not-on-list`. */
  readonly child: string;
}

/** `triageRules` says what an outcome asks for. */
export interface TriageRequest {
  readonly form: string;
  readonly rev: number;
  readonly outcome: keyof typeof triageOutcome;
  readonly urgency: keyof typeof concernUrgency;
  readonly reason: string;
  readonly parents: keyof typeof parentContactState;
  readonly levelOfNeed?: keyof typeof levelOfNeed;
  readonly nextStep?: string;
  readonly parentsReason?: string;
  readonly childVoice?: string;
  readonly line?: string;
}

export interface LowLevelRequest {
  readonly form: string;
  readonly as: keyof typeof lowLevelFiling;
  readonly concerns: readonly { readonly id: string; readonly rev: number }[];
}

/** What became of each of several records. */
export interface ManyAnswer {
  readonly results: readonly { readonly id: string; readonly done: boolean; readonly message?: string }[];
}

export interface HandOverRequest {
  readonly form: string;
  readonly rev: number;
  /** A lead's id from `leads`. */
  readonly to: string;
  readonly reason?: string;
}

export interface EscalateRequest {
  readonly form: string;
  readonly rev: number;
  readonly reason: string;
}

export interface AddendumRequest {
  readonly form: string;
  readonly words: string;
}

export interface AcknowledgeRequest {
  readonly form: string;
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
}

/** The body of every refusal. `code` is one of a closed set; `message` says what to do next. */
export interface ProblemBody {
  readonly code: string;
  readonly message: string;
  readonly fields?: readonly { readonly name: string; readonly message: string }[];
}
