import type { NamePart } from '../people/names/compare-child.ts';
import type { whyOffered } from '../people/fields.ts';
import type { offRollRoles, personRole, rollRoles } from './fields.ts';
import type { Filed } from './item-contract.ts';

/** A child as a lead compares it with others. */
export interface ComparedChild {
  readonly id: string;
  readonly given: readonly NamePart[];
  readonly family: readonly NamePart[];
  readonly known: readonly NamePart[];
  readonly former: readonly (readonly NamePart[])[];
  readonly yearGroup: string;
  readonly formGroup: string;
  /** Another year or form was written. */
  readonly yearDiffers: boolean;
  readonly formDiffers: boolean;
  readonly hasLeft: boolean;
  /** As much of the date of birth as tells children of one name apart: `2014`, `2014-03`, `2014-03-14`. */
  readonly born?: string;
  readonly why: keyof typeof whyOffered;
}

export interface ComparedPage {
  readonly items: readonly ComparedChild[];
  /** Ids of the children who were written one after the other, each name fitting one child. */
  readonly together: readonly string[];
  /** As in CandidatePage. */
  readonly withheld?: true;
}

export interface LookUpRequest {
  /** The beginning of a name, several words, a form. */
  readonly words: string;
}

export interface FoundChildren {
  readonly items: readonly ComparedChild[];
  /** There are more; another letter narrows them. */
  readonly more: boolean;
  /** As in CandidatePage. */
  readonly withheld?: true;
}

/** Somebody's part in a concern. */
export interface PersonItem {
  readonly id: string;
  readonly name: string;
  readonly role: keyof typeof personRole;
  readonly yearGroup?: string;
  readonly onRoll: boolean;
  /** Of a child of the roll: their own page. */
  readonly childId?: string;
  /** The child whom the report is about. */
  readonly isChild: boolean;
  readonly addedAt: string;
  readonly addedBy: string;
  readonly filed: Filed;
  readonly takenOff?: { readonly at: string; readonly by: string; readonly reason: string };
}

export interface PersonPage {
  readonly items: readonly PersonItem[];
}

/** A child of the roll by its id, or somebody else by name. */
export type AddPersonRequest = { readonly form: string } & (
  | { readonly pupil: string; readonly role: (typeof rollRoles)[number] }
  | { readonly name: string; readonly role: (typeof offRollRoles)[number] }
);

export interface ChildRoleRequest {
  readonly form: string;
  /** The revision of the concern that the person saw. */
  readonly rev: number;
  readonly role: (typeof rollRoles)[number];
}

export interface WithdrawPersonRequest {
  readonly form: string;
  readonly person: string;
  readonly reason: string;
}
