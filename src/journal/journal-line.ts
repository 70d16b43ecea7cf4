import type { Instant } from '../ports/clock.ts';

/** An entry of a chain as it is checked and filed: its canonical text, and the hash that was kept with it. */
export interface JournalLine {
  readonly n: number;
  readonly at: Instant;
  /** What the hash is made from, by what the row says now. */
  readonly text: string;
  readonly hash: string;
}

/**
 * Entries of a tenant's chain in their order, as the store holds them.
 * @param after number of the entry before the first that is wanted; 0 from the beginning
 * @param most how many at most
 */
export type JournalLines = (tenant: string, after: number, most: number) => Promise<readonly JournalLine[]>;
