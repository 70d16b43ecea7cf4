import type { relationshipKind } from '../fields.ts';

type Kind = keyof typeof relationshipKind;

const known: Readonly<Record<string, Kind>> = {
  parent: 'parent',
  mother: 'parent',
  father: 'parent',
  guardian: 'guardian',
  carer: 'guardian',
  relative: 'relative',
  aide: 'aide',
  doctor: 'doctor',
};

/** A roster's word for how somebody stands to a child, as Lantern's. */
export const relationshipOf = (word: string): Kind => known[word.trim().toLowerCase()] ?? 'other';
