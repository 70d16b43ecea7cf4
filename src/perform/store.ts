import type { Reach } from '../access/reach.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { Id } from '../ports/ids.ts';
import type { RecordPatch } from '../records/patch.ts';
import type { RecordOf, RecordType } from '../records/define-record.ts';
import type { Query } from '../records/query.ts';
import type { DraftChange, Effect, Seen, Settlement } from './types.ts';

/** The same form from the same person with the same content is the same act. */
export interface FormKey {
  readonly tenant: string;
  readonly person: string;
  readonly form: string;
  /** SHA-256 of the parsed input. */
  readonly digest: string;
}

/** What a decision rested on; the commit happens only if all of it still holds. */
export interface Basis {
  readonly records: readonly { readonly type: RecordType; readonly id: Id; readonly rev: number | undefined }[];
  readonly counters: readonly {
    readonly counter: string;
    readonly next: number;
    /** Numbers that the act uses, where that is not one. */
    readonly taken?: number;
  }[];
  /** Rows of these queries as they were seen: the actor's rights. */
  readonly seen: readonly {
    readonly query: Query<object, unknown>;
    readonly values: object;
    readonly rows: readonly unknown[];
  }[];
}

/** Everything one act changes: written in one transaction, or not at all. */
export interface Commit {
  readonly key: FormKey;
  /** Id of this act; becomes the rows' `LastKey`. */
  readonly act: Id;
  readonly actorName: string;
  /** Order in which writes reach SharePoint is kept within a lane: the case. */
  readonly lane: string;
  readonly basis: Basis;
  readonly put: readonly RecordPatch[];
  readonly effects: readonly Effect[];
  /** The commit happens only if its filing still stands still. */
  readonly settle?: Settlement;
  readonly draft?: DraftChange;
  readonly entry: JournalEntry;
  /** JSON of the answer; a second arrival of the form gets it. */
  readonly answer: string;
}

/**
 * `committed`: durable. `conflict`: something it rested on has changed, nothing was written.
 * `answered`: this form was committed before; its answer.
 */
export type CommitOutcome =
  | { readonly kind: 'committed' }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'answered'; readonly answer: string };

/** The operational store as `perform` and `read` need it. Rejects when the disk does: then nothing was acknowledged. */
export interface Store {
  answer(key: FormKey): Promise<string | undefined>;
  record<T extends RecordType>(tenant: string, type: T, id: Id): Promise<RecordOf<T> | undefined>;
  /** Rows of a query in one tenant; with `reach` only those of the main table (`about`) that it admits. */
  rows(
    tenant: string,
    query: Query<object, unknown>,
    values: object,
    within?: { readonly about: string; readonly reach: readonly Reach[] },
  ): Promise<readonly unknown[]>;
  /** The number a counter would give next; from 1. */
  next(tenant: string, counter: string): Promise<number>;
  commit(commit: Commit): Promise<CommitOutcome>;
  /**
   * Appends looks and refusals; resolves when they are durable. Those of one turn of the event loop share a transaction.
   * @param seen how far the entry's person has now read a record, in the same transaction
   */
  journal(entry: JournalEntry, seen?: Seen): Promise<void>;
}
