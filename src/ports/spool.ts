import type { Instant } from './clock.ts';
import type { Id } from './ids.ts';

/** Where an upload of a person's stands. What is said of it and its bytes are sealed: whoever keeps them cannot read them. */
export interface SpoolEntry {
  readonly id: Id;
  readonly tenant: string;
  /** When it was begun, by the machine's clock. */
  readonly at: Instant;
  /** What the file is called, whose it is, what became of it: sealed. */
  readonly about: Uint8Array;
  /** Bytes of the file in all. */
  readonly size: number;
  /** Bytes from the first that are safe. */
  readonly arrived: number;
}

/** One range of a file, as it was taken. */
export interface SpoolRange {
  /** Of the file's bytes; `to` is not in it. */
  readonly from: number;
  readonly to: number;
}

/**
 * Keeps the bytes of files between a person and the library. What it has confirmed survives the death of the process, and
 * in a fleet the loss of an instance. A range is kept once, whoever brings it how often.
 */
export interface SpoolStore {
  /** Begins an entry; one of this id that is there already is left as it is. */
  begin(entry: Omit<SpoolEntry, 'arrived'>): Promise<void>;
  find(id: Id): Promise<SpoolEntry | undefined>;
  /** All entries of a tenant, oldest first, whoever has claimed them. There are as many as wait: tens, not thousands. */
  all(tenant: string): Promise<readonly SpoolEntry[]>;
  /**
   * Keeps a range where it continues what is there, synced before it resolves; one that does not is not kept.
   * @param sealed what is kept of it
   * @returns bytes that are safe now, whether or not this range was needed; undefined without such an entry
   */
  append(id: Id, range: SpoolRange, sealed: Uint8Array): Promise<number | undefined>;
  /** The ranges in the order of the file. */
  ranges(id: Id): Promise<readonly SpoolRange[]>;
  /** What was kept of a range. @throws Error when it is not there */
  read(id: Id, range: SpoolRange): Promise<Uint8Array>;
  /** Puts other words in the place of `about`. */
  note(id: Id, about: Uint8Array): Promise<void>;
  /** Up to `limit` entries, oldest first, that nobody else has claimed in the last `seconds`. */
  claim(limit: number, seconds: number): Promise<readonly SpoolEntry[]>;
  /** Lets somebody else claim it after so many seconds. */
  release(id: Id, seconds: number): Promise<void>;
  /** Removes an entry and its bytes. */
  remove(id: Id): Promise<void>;
}
