import type { RosterFault } from './rows.ts';

/** Records that a roster makes or changes. */
export type RosterRecord = 'pupil' | 'staffMember' | 'contact' | 'relationship';

/** Field name -> new value; null empties the field. */
export type RosterValues = Readonly<Record<string, string | null>>;

/** One change of one record. `rev`: the revision that it was planned on. */
export type RosterChange =
  | { readonly kind: 'create'; readonly record: RosterRecord; readonly id: string; readonly values: RosterValues }
  | {
      readonly kind: 'update';
      readonly record: RosterRecord;
      readonly id: string;
      readonly rev: number;
      readonly values: RosterValues;
    };

/** How many records of one kind become what. */
export interface RosterCount {
  readonly created: number;
  readonly changed: number;
  readonly left: number;
  readonly unchanged: number;
}

export interface RosterPlan {
  /** Contacts and children before the relationships between them. */
  readonly changes: readonly RosterChange[];
  readonly counts: Readonly<Record<RosterRecord, RosterCount>>;
  readonly faults: readonly RosterFault[];
  /** So many of so many children would leave the roll, which is more than happens: a person must confirm that. */
  readonly confirm?: { readonly leaving: number; readonly of: number };
}
