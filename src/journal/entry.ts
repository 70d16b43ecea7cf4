import type { AuditVerb, Door } from '../access/types.ts';
import type { Instant } from '../ports/clock.ts';

/** What became of an act or a look. */
export type JournalOutcome = 'done' | 'shown' | 'refused';

/** One act or look: ids, names of fields and a digest; never a name or a narrative. */
export interface JournalEntry {
  readonly tenant: string;
  readonly at: Instant;
  /** Entra object id of the person, or the name of one of Lantern's own identities. */
  readonly actor: string;
  /** The use case or view. */
  readonly act: string;
  readonly verb: AuditVerb;
  /** Record class. */
  readonly about: string;
  /** Ids of the records acted on or shown. */
  readonly subjects: readonly string[];
  readonly outcome: JournalOutcome;
  /** Names of the fields written or shown; of a refusal its code. */
  readonly fields: readonly string[];
  /** SHA-256 of the input of an act or of the answer of a look, hexadecimal. */
  readonly digest: string;
  /** From where it came in. Entries of before it was noted say nothing of it, nor of the rights. */
  readonly door?: Door;
  /** By which rights: `RightUsed`s. Empty where none admitted it, or none was asked for. */
  readonly rights?: readonly string[];
}

/** An entry in its tenant's chain: numbered from 1. */
export interface ChainedEntry extends JournalEntry {
  readonly n: number;
  /** SHA-256 of the hash before it and of this row's canonical text, hexadecimal. */
  readonly hash: string;
}
