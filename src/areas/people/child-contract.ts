import type { earlierFile, relationshipKind } from './fields.ts';
import type { SchoolName } from './school-name.ts';

/** Somebody who belongs to a child, as the roster says it. */
export interface ContactItem {
  readonly id: string;
  readonly name: string;
  readonly relationship: keyof typeof relationshipKind;
  readonly email?: string;
  readonly phone?: string;
  /** The roster no longer says so since then. */
  readonly until?: string;
}

/** A child who is or was on the roll. */
export interface ChildDetail {
  readonly id: string;
  readonly rev: number;
  readonly school: string;
  /** In full, as lists show it. */
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs?: string;
  readonly middleNames?: string;
  /** Newest first. */
  readonly formerNames: readonly string[];
  readonly yearGroup: string;
  readonly formGroup: string;
  /** ISO date. */
  readonly birthDate?: string;
  /** Not on the roll since. */
  readonly leftAt?: string;
  readonly earlierFile?: keyof typeof earlierFile;
  readonly contacts: readonly ContactItem[];
}

/** Another child who shares a parent or guardian, at a school that one leads. */
export interface FamilyChild {
  readonly id: string;
  readonly school: string;
  readonly name: string;
  readonly yearGroup: string;
  readonly formGroup: string;
  readonly leftAt?: string;
  /** Names of the parents or guardians whom both have. */
  readonly shares: readonly string[];
}

export interface Family {
  readonly children: readonly FamilyChild[];
  /** Ids of schools that one does not lead and where a child of the family is: who and how many is not said. */
  readonly elsewhere: readonly string[];
}

/** Another record of the same school, beside the child's own. */
export interface OtherRecord {
  readonly id: string;
  readonly rev: number;
  /** In full. */
  readonly name: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly knownAs?: string;
  readonly formerNames: readonly string[];
  readonly yearGroup: string;
  readonly formGroup: string;
  readonly birthDate?: string;
  readonly leftAt?: string;
}

/** A record that a person has said to be of the same child; `reason`: why. */
export type MergedRecord = OtherRecord & { readonly reason?: string };

/** Which other records are, or may be, of the same child. */
export interface SameChild {
  /** The child goes on as this one. */
  readonly goesOnAs?: OtherRecord;
  /** These go on as this child. */
  readonly merged: readonly MergedRecord[];
  /** Born on the same day, with a name that is the same or like it: nobody has said so. */
  readonly maybe: readonly OtherRecord[];
}

/** Says that two records are one child, or that they are not after all. The child in the address goes on. */
export interface MergeRequest {
  /** As in TakeRequest of concerns. */
  readonly form: string;
  /** The other record. */
  readonly other: string;
  /** The revisions of both that the person saw. */
  readonly rev: number;
  readonly otherRev: number;
  readonly reason: string;
}

/** A child's page. */
export interface ChildPage {
  readonly child: ChildDetail;
  readonly family: Family;
  readonly same: SameChild;
  /** The schools of the trust, by their names. */
  readonly schools: readonly SchoolName[];
}
