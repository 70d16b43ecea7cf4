import type { HiddenChild } from '../redact/who-is-hidden.ts';
import { createNameFinder, type Nameable, type TextOfPoint } from './find-names.ts';

/** Kinds of what is left that tell of one child and no other; a name that few bear may be that of a child of the meeting. */
const plain: readonly string[] = ['in-full', 'number', 'birthday'];

/** A second look for children whom the meeting is not about, by code that shares nothing with what hides them. */
export function pointsThatTell(material: Nameable, texts: readonly TextOfPoint[]): ReadonlySet<string> {
  const bearing = ({ givenName, familyName }: HiddenChild) => `${givenName} ${familyName}`;
  const named = new Set(material.children.map(bearing));
  const days = new Set(material.children.map(({ birthDate }) => birthDate));
  // Who bears the whole name or the birthday of a child of the meeting cannot be told from that child.
  const others = material.others
    .filter((child) => !named.has(bearing(child)))
    .map((child) => (days.has(child.birthDate) ? { ...child, birthDate: null } : child));
  const found = createNameFinder({ ...material, children: [], others })(texts);
  return new Set(found.filter(({ kind }) => plain.includes(kind)).map(({ point }) => point));
}
