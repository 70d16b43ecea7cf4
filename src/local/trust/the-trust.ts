import { cast, schools, type SchoolId } from '../cast.ts';
import { background } from './background.ts';
import { namedRoll } from './named-roll.ts';
import { otherStaff } from './other-staff.ts';
import type { RollRow } from './roll-row.ts';
import { situations } from './situations.ts';
import { smallPast } from './small-past.ts';
import type { Told } from './told.ts';
import { wholeRoll } from './whole-roll.ts';

export interface Trust {
  readonly staff: readonly {
    readonly id: string;
    readonly name: string;
    readonly job: string;
    readonly school?: SchoolId;
  }[];
  readonly rolls: Readonly<Record<SchoolId, readonly RollRow[]>>;
  /** Oldest first. */
  readonly past: readonly Told[];
}

/**
 * Who there is and what has happened before the demonstration begins; the same at each call.
 * `small`: a few children and reports of Harrowmere, for tests.
 */
export function theTrust(size: 'whole' | 'small'): Trust {
  if (size === 'small') return { staff: cast, rolls: { harrowmere: namedRoll, brackenfold: [] }, past: smallPast };
  const rolls = wholeRoll();
  const past = [...smallPast, ...situations, ...schools.flatMap(({ id }) => background(id, rolls[id]))];
  return {
    staff: [...cast, ...otherStaff],
    rolls,
    past: past.sort((a, b) => (a.at < b.at ? -1 : 1)),
  };
}
