import type { RecordType } from '../records/define-record.ts';
import type { Instant } from '../ports/clock.ts';
import type { ChainedEntry } from './entry.ts';

/** Which entries are asked for, newest first. */
export interface EntriesAsked {
  /** Only those that one of these words of the index leads to (`wordsOf`); without any, all of them. */
  readonly words?: readonly string[] | undefined;
  /** Numbers before this one. */
  readonly before?: number | undefined;
  /** No number before this one. */
  readonly from?: number | undefined;
  readonly most: number;
}

/** How often a person had a record before them in a list among others. */
export interface ListedOften {
  readonly subject: string;
  readonly actor: string;
  /** Record class of the lists. */
  readonly about: string;
  readonly first: Instant;
  readonly last: Instant;
  readonly times: number;
}

/** A row of a record's table: its id and school, its reference, and the columns that were asked for. */
export type RecordFact = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly school: string;
  readonly ref: string | null;
};

/** The last entry that an index leads to. */
export interface IndexedTo {
  readonly n: number;
  readonly at: Instant | undefined;
}

/**
 * The journal as people read it: from a person or a record to its entries, newest first, without going through all of them.
 * The index is made of the entries afterwards, some hundred at a time, so that no act and no look waits for it.
 */
export interface JournalReader {
  /**
   * Brings the index further.
   * @param most so many entries at most
   * @returns how many it took in; 0: it is up to date
   */
  index(tenant: string, most: number): Promise<number>;
  indexedTo(tenant: string): Promise<IndexedTo>;
  entries(tenant: string, asked: EntriesAsked): Promise<readonly ChainedEntry[]>;
  listed(tenant: string, subjects: readonly string[]): Promise<readonly ListedOften[]>;
  /** First and last number of the entries of some days in UTC, both included; undefined when there are none. */
  days(
    tenant: string,
    from: string,
    to: string,
  ): Promise<{ readonly first: number; readonly last: number } | undefined>;
  /** Of these records those that there are in a table, with some of their columns. */
  records(
    tenant: string,
    type: RecordType,
    ids: readonly string[],
    columns: readonly string[],
  ): Promise<readonly RecordFact[]>;
}
