import type { PersonForRole } from '../../src/areas/roles/contract.ts';

/** Somebody who can be chosen, whichever school they are of. */
export type Candidate = Omit<PersonForRole, 'school'>;

export const labelOf = ({ name, job }: Candidate): string => (job === undefined ? name : `${name}, ${job}`);

/** Whoever can be given a role at all of some schools: who is on the staff list of each, once. */
export function atEach(people: readonly PersonForRole[], schools: readonly string[]): readonly Candidate[] {
  const works = new Map<string, Set<string>>();
  for (const { person, school } of people) works.set(person, (works.get(person) ?? new Set()).add(school));
  return once(people.filter(({ person }) => schools.every((school) => works.get(person)?.has(school))));
}

/** Each person once, as they come first. */
export const once = (people: readonly Candidate[]): readonly Candidate[] =>
  people.filter(({ person }, n) => people.findIndex((one) => one.person === person) === n);
