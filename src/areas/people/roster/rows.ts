import type { relationshipKind } from '../fields.ts';

/** One file of a roster as it came: its name without folders, and its bytes. */
export interface RosterFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Something that could not be taken in, or not surely: where it stands and what is the matter. It never repeats what a cell holds. */
export interface RosterFault {
  readonly file: string;
  /** As a text editor counts them, from 1; 0 when it is about the whole file. */
  readonly line: number;
  readonly column?: string;
  readonly why: string;
}

/** Where a row came from, for what must be said about it later. */
export interface Placed {
  readonly file: string;
  readonly line: number;
  /** The row's id in the system that it came from. */
  readonly sourceId: string;
}

export interface PupilRow extends Placed {
  readonly givenName: string;
  readonly familyName: string;
  readonly middleNames?: string;
  readonly knownAs?: string;
  /** ISO date. */
  readonly birthDate?: string;
  readonly upn?: string;
  readonly yearGroup?: string;
  readonly formGroup?: string;
}

export interface StaffRow extends Placed {
  readonly name: string;
  readonly job?: string;
  readonly email?: string;
  /** Entra object id, where the source knows it. */
  readonly personId?: string;
}

export interface ContactRow extends Placed {
  readonly givenName: string;
  readonly familyName: string;
  readonly email?: string;
  readonly phone?: string;
}

/** `sourceId` is the pupil's. */
export interface RelationshipRow extends Placed {
  readonly contact: string;
  readonly relationship: keyof typeof relationshipKind;
}

/** A school of the file. */
export interface OrgRow {
  readonly sourceId: string;
  readonly name: string;
}

/** A row, and which of the file's schools it belongs to. */
export interface AtOrg<R> {
  readonly org: string;
  readonly row: R;
}

/** A roster as read: what is good, what is not, and whom it names without saying enough about them. */
export interface Roster {
  readonly orgs: readonly OrgRow[];
  readonly pupils: readonly AtOrg<PupilRow>[];
  readonly staff: readonly AtOrg<StaffRow>[];
  readonly contacts: readonly ContactRow[];
  readonly relationships: readonly RelationshipRow[];
  /** Whether it says at all who belongs to whom. */
  readonly saysRelationships: boolean;
  /** Ids that stand in the file in rows that could not be used: these people have not left. */
  readonly named: readonly string[];
  /** Rows in which not even the id could be read: whoever is missing may stand in one of them. */
  readonly unread: number;
  /** It comes from School Data Sync, which knows only those who have an account. */
  readonly synced?: true;
  readonly faults: readonly RosterFault[];
}
