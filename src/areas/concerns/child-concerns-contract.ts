import type { concernStatus, concernUrgency, personRole, triageOutcome } from './fields.ts';
import type { Filed } from './item-contract.ts';

/** A concern that is about a child, on the child's page. */
export interface ChildConcern {
  readonly id: string;
  readonly ref: string;
  readonly reportedAt: string;
  readonly status: keyof typeof concernStatus;
  readonly urgency: keyof typeof concernUrgency;
  readonly triageOutcome?: keyof typeof triageOutcome;
  readonly takenByName?: string;
  /** What the child is in it, where that was said. */
  readonly role?: keyof typeof personRole;
  readonly filed: Filed;
}

/** A concern about another child in which this one is named: its own roles, and nothing that was judged. */
export interface ChildNamedIn {
  readonly id: string;
  readonly ref: string;
  readonly reportedAt: string;
  readonly roles: readonly (keyof typeof personRole)[];
}

/** Newest first. */
export interface ChildConcernPage {
  readonly about: readonly ChildConcern[];
  readonly named: readonly ChildNamedIn[];
  /** There are older ones. */
  readonly more: boolean;
}
