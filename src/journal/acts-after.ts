/** An act as the journal has it: what it wrote, never what it said. */
export interface ActNoted {
  /** Ids of the records written, and of the record that it was about. */
  readonly subjects: readonly string[];
  /** `<record type>.<field>` of what was written. */
  readonly fields: readonly string[];
}

export interface ActsNoted {
  /** Number of the chain's last entry. */
  readonly head: number;
  readonly acts: readonly ActNoted[];
}

/**
 * Acts that were done after an entry of a tenant's chain, in their order, whichever instance did them.
 * @param after number of the last entry that is known; undefined to learn the head only
 */
export type ActsAfter = (tenant: string, after: number | undefined) => Promise<ActsNoted>;
