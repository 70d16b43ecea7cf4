import { fold } from './match-child.ts';
import { pupilFields } from './fields.ts';
import type { Pupil } from './record.ts';

type Names = Pick<Pupil, 'givenName' | 'familyName'> & { readonly [K in 'knownAs' | 'formerNames']?: string };

const linesOf = (text: string | undefined) => (text ? text.split('\n') : []);
const folded = (name: string) => fold(name).join(' ');

const current = ({ givenName, familyName, knownAs }: Names) => [
  `${givenName} ${familyName}`,
  ...(knownAs ? [`${knownAs} ${familyName}`] : []),
];

/**
 * The names by which a second record of a child was found and the first is not yet: a search must find who goes on by them. What
 * would not fit the field is left out, the oldest first; no name that the first has is given up for it.
 * @returns each in full, newest first
 */
export function namesGiven(goesOn: Names, merged: Names): readonly string[] {
  const has = new Set([...current(goesOn), ...linesOf(goesOn.formerNames)].map(folded));
  let room = pupilFields.formerNames.max - (goesOn.formerNames?.length ?? 0);
  return [...current(merged), ...linesOf(merged.formerNames)].filter((name) => {
    if (has.has(folded(name)) || name.length + 1 > room) return false;
    has.add(folded(name));
    room -= name.length + 1;
    return true;
  });
}

/** Former names with those of the other record before them. */
export const withNames = ({ formerNames }: Names, given: readonly string[]): string | null =>
  [...given, ...linesOf(formerNames)].join('\n') || null;

/** Former names without those that came from the other record. @param given as `mergedNames` holds them */
export function withoutNames({ formerNames }: Names, given: string | undefined): string | null {
  const taken = new Set(linesOf(given));
  return (
    linesOf(formerNames)
      .filter((name) => !taken.has(name))
      .join('\n') || null
  );
}
