import type { Id } from './ids.ts';

/**
 * Where records and journal do not agree:
 * `not-held`: the journal tells of acts on it, and no such record is here. `not-told`: a record that no act in the journal made.
 * `more-than-told`: it has had more acts than the journal tells of.
 */
export interface Discrepancy {
  readonly tenant: string;
  readonly id: Id;
  /** RecordType.name; absent where there is no record. */
  readonly record?: string;
  readonly kind: 'not-held' | 'not-told' | 'more-than-told';
}

/** Holds every record of the served projection against the acts that the journal tells of. */
export type Account = () => AsyncIterable<Discrepancy>;
