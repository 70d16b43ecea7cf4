import { bornApart } from '../people/names/born-apart.ts';
import { compareChild } from '../people/names/compare-child.ts';
import type { RollEntry } from '../people/queries.ts';
import type { ComparedChild } from './contract.ts';
import type { ComparedRow } from './person-queries.ts';

/** A row that holds a child. */
export type RollRow = ComparedRow & RollEntry;

/** The children among the rows. */
export const childrenIn = (rows: readonly ComparedRow[]): readonly RollRow[] =>
  rows.filter((row): row is RollRow => row.id !== null);

/** Children as a lead sees them beside one another, field by field. @param typed what they are held against */
export function presentCompared(children: readonly RollRow[], typed: string): readonly ComparedChild[] {
  const compare = compareChild(typed);
  const born = bornApart(children);
  return children.map((child) => {
    const birth = born.get(child.id);
    return {
      id: child.id,
      ...compare(child),
      yearGroup: child.yearGroup,
      formGroup: child.formGroup,
      hasLeft: child.leftAt !== null,
      ...(birth !== undefined && { born: birth }),
    };
  });
}
