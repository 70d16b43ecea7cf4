import type { Id } from './ids.ts';

/** One list of one school: what is asked for changes by itself. */
export interface SyncedList {
  readonly tenant: string;
  readonly school: string;
  /** RecordType.name. */
  readonly record: string;
}

/** How far a list has been read. */
export interface SyncCursor {
  /** Graph's own link to what comes next; absent when all rows have to be gone through anew. */
  readonly link?: string;
  /** All rows are being gone through. */
  readonly enumerating: boolean;
  /** While they were, Graph could not say which row was gone: they will be gone through once more. */
  readonly again: boolean;
  /** When that began, Lantern knew no row of the list: whatever comes is what it had lost, and no news. */
  readonly learning: boolean;
}

/** What the store needs to know of a row that Graph showed, to find what Lantern holds of it. */
export interface Sighting {
  /** The row's own id in its list. */
  readonly itemId: string;
  /** What stands in `RequestKey`; empty where there is nothing, or the row is gone. */
  readonly key: string;
  readonly ref?: string | undefined;
}

/** A record as the projection holds it. */
export interface HeldRow {
  readonly id: Id;
  readonly school: string;
  readonly ref?: string;
  readonly rev: number;
  /** The revision that SharePoint is known to hold. */
  readonly filedRev: number;
  readonly itemId?: string;
  readonly etag?: string;
  /** An act of it waits for a person's decision. */
  readonly stopped: boolean;
  /** Since when its row is gone from SharePoint. */
  readonly removedAt?: string;
  /** Field name -> value, as records hold them; empty fields are absent. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** What Lantern holds of a sighted row. */
export interface Known {
  /** The record whose id is the row's key. */
  readonly byKey?: HeldRow;
  /** The record whose row this is. */
  readonly byItem?: HeldRow;
  /** Another record bears the row's reference already. */
  readonly refTaken: boolean;
  /** See SyncCursor. */
  readonly learning: boolean;
}

/** A field whose value in SharePoint is not the one Lantern wrote; null where it is empty. */
export interface FieldChange {
  readonly field: string;
  readonly was: unknown;
  readonly is: unknown;
}

/**
 * Something that was done in SharePoint and not in Lantern.
 * `changed`, `removed`, `restored`: to a record's row. `granted`: a role that Lantern gave nobody. `untaken`: a row that is no
 * record of Lantern's.
 */
export type OutsideKind = 'changed' | 'removed' | 'restored' | 'granted' | 'untaken';

export interface OutsideAct {
  readonly kind: OutsideKind;
  /** The record's id; empty for a row that is none. */
  readonly subject: string;
  readonly itemId: string;
  /** Of the row as it was seen, or last seen. */
  readonly etag: string;
  readonly fields: readonly FieldChange[];
}

/** One that nobody was told of yet. */
export interface UntoldAct extends OutsideAct, SyncedList {
  readonly id: number;
  /** Who wrote, as SharePoint says; empty where it does not, absent while it was not asked. */
  readonly by?: string | undefined;
}

/** What a sighting does to a projection; the columns as its table names them, values as records hold them. */
export interface Outcome {
  readonly write?:
    | { readonly kind: 'add'; readonly id: Id; readonly columns: Readonly<Record<string, unknown>> }
    | { readonly kind: 'change'; readonly id: Id; readonly columns: Readonly<Record<string, unknown>> };
  /** A counter that has given this number, so that it is not given twice. */
  readonly counted?: { readonly counter: string; readonly number: number } | undefined;
  readonly outside?: OutsideAct;
  /** It cannot be judged now: the row is to be read by itself when the record has no act on its way any more. */
  readonly later?: true;
}

/** What a sighted row means. Pure: it is called inside the page's transaction. */
export type Judge<S extends Sighting> = (seen: S, known: Known) => Outcome;

export interface SyncPage<S extends Sighting> {
  readonly list: SyncedList;
  /** The cursor's link before this page; the page counts only while it still is. */
  readonly from: string | undefined;
  readonly next: SyncCursor;
  /** It is the first page of all rows: from now on it is noted which of them do not come. */
  readonly begins: boolean;
  /** Each row once. */
  readonly rows: readonly S[];
}

/** A record that a page has changed in the projection. */
export interface SyncedChange {
  readonly id: Id;
  /** Names of fields, and of columns such as `removedAt`. */
  readonly fields: readonly string[];
}

/** What the operational store keeps of SharePoint's side: how far each list was read, and what was found there. */
export interface SyncStore {
  cursor(list: SyncedList): Promise<SyncCursor | undefined>;
  /**
   * Takes a page over: its rows into the projection, what is to be told, and the cursor, in one transaction.
   * @returns what was changed; undefined when somebody else has read on from the same place, and nothing was written
   */
  apply<S extends Sighting>(page: SyncPage<S>, judge: Judge<S>): Promise<readonly SyncedChange[] | undefined>;
  /**
   * Item ids of rows that are to be read by themselves: those that could not be judged, now that nothing of their record is on its
   * way, and those that did not come when all rows were gone through. A row that comes in a page is off the list.
   */
  toRead(list: SyncedList, limit: number): Promise<readonly string[]>;
  /** What was done outside Lantern and is not told yet, oldest first. */
  untold(limit: number): Promise<readonly UntoldAct[]>;
  /** Who wrote it, fixed before it is told. */
  attribute(id: number, by: string): Promise<void>;
  /** It was told, durably. */
  told(id: number): Promise<void>;
}
