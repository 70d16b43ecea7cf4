import type { ActionOrder } from '../actions/contract.ts';
import type { ConcernItem, Filed } from './item-contract.ts';
import type {
  concernUrgency,
  decisionKind,
  levelOfNeed,
  lowLevelFiling,
  parentContactState,
  team,
  triageOutcome,
} from './fields.ts';

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
  /** The action that was set with it. */
  readonly actionRef?: string;
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
  /** Set in the same act. Needed where the outcome asks for one and none is open. */
  readonly action?: ActionOrder;
  /** The part that is about an adult in school: into their register, and they are kept from this concern. */
  readonly adult?: AdultPart;
}

export interface AdultPart {
  readonly about: 'adult' | 'head';
  readonly who: string;
  readonly words: string;
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
