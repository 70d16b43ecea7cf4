import type { Instant } from '../ports/clock.ts';

/** Every other key comes from it: 32 bytes from the system's generator. */
export type DataKey = Buffer;

/**
 * The data keys of one Lantern. A rotation of the data key writes `next` before it touches the database and takes it for
 * `current` afterwards: killed anywhere in between, one of the two opens the file.
 */
export interface KeyRing {
  readonly current: DataKey;
  readonly next?: { readonly key: DataKey; readonly at: Instant };
  /** Newest first. Cards sealed and backups made under them are still about. */
  readonly retired: readonly { readonly key: DataKey; readonly at: Instant }[];
}
