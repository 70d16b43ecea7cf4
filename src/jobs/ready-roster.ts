import type { RosterSource, UnreadableRoster } from '../areas/people/contract.ts';
import type { SchoolRoster } from '../areas/people/roster/roster-of-school.ts';
import type { RosterFault } from '../areas/people/roster/rows.ts';

/** What a roster says of one school, read and ready to be held against what Lantern has. */
export interface ReadyRoster {
  readonly source: RosterSource;
  /** What a person may call its format. */
  readonly format: string;
  readonly rows: SchoolRoster;
  readonly faults: readonly RosterFault[];
  /** Tells it from any other; hexadecimal. */
  readonly digest: string;
}

export type ReadyEnd =
  { readonly ok: true; readonly roster: ReadyRoster } | ({ readonly ok: false } & UnreadableRoster);
