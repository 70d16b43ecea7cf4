import type { Id } from './ids.ts';
import type { SyncStore } from './sync.ts';

/**
 * How what SharePoint gave differs from what Lantern had:
 * `not-held`: it was filed, and SharePoint has no row of it. `older`: SharePoint has an earlier revision than it confirmed.
 * `changed`: the same revision holds something else. `unknown`: Lantern had no such record.
 */
export type DifferenceKind = 'not-held' | 'older' | 'changed' | 'unknown';

export interface Difference {
  readonly tenant: string;
  /** RecordType.name. */
  readonly record: string;
  readonly id: Id;
  readonly kind: DifferenceKind;
  /** Of one that was changed: what its fields held here and what they hold in SharePoint, as the projection stores them. */
  readonly fields: readonly { readonly name: string; readonly was: unknown; readonly is: unknown }[];
}

/** Rows of one record type: those that SharePoint gave, and those that were carried over because Lantern knows more. */
export interface Served {
  readonly record: string;
  readonly rows: number;
  /** Not filed yet, filed since its list was read, or no longer held by SharePoint: nothing is lost by a rebuild. */
  readonly carried: number;
}

/** A second generation of the projection: filled beside the one that is served, until it takes its place. */
export interface NextGeneration {
  /** Makes its tables, or finds those that were begun and never finished. */
  begin(): Promise<'begun' | 'resumed'>;
  /** How far each list was read into it, and the rows themselves. Only after `begin`. */
  rows(): SyncStore;
  /** Rows that were found in SharePoint and are no records of Lantern's. */
  strange(): Promise<number>;
  /** Once it is full: indexes and words. */
  index(): Promise<void>;
  /** Each difference from the generation that is served, letter for letter. Only after `index`. */
  differences(): AsyncIterable<Difference>;
  /**
   * Carries over what Lantern knows and SharePoint does not, and takes the place of the served generation, in one transaction.
   * Only after `index`.
   * @param changed what somebody changed in SharePoint, in records' words: kept to be told, as the sync's finds are
   */
  serve(changed: readonly Difference[]): Promise<readonly Served[]>;
}
