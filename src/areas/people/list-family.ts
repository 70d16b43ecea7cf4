import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { Family, FamilyChild } from './child-contract.ts';
import { familyOfChild, type FamilyRow } from './child-queries.ts';
import { fold, fullName } from './match-child.ts';

const byId = z.strictObject({ id: z.string() });

/**
 * The other children who share a parent or guardian with one. Each is named only to somebody who may open their own record; of
 * others it is told at which school there is one, so that its lead can be asked (domain.md R-07). Nothing is said of any concern.
 */
export const listFamily: View<z.infer<typeof byId>, FamilyRow, Family> = {
  verb: 'list-family',
  shape: 'one',
  fields: ['givenName', 'familyName', 'knownAs', 'yearGroup', 'formGroup', 'leftAt', 'school', 'contact.givenName'],
  params: byId,
  query: familyOfChild,
  values: ({ id }) => ({ id }),
  present(rows, { params, actor, may }) {
    // Of a child from whom somebody is kept not even the school is told.
    const related = rows.filter(isRelated).filter(({ id }) => !actor.kept.children.includes(id));
    const theirs = related.filter((row) => may('read-child', row));
    const children = [...new Set(theirs.map(({ id }) => id))].flatMap((child) =>
      presentOne(theirs.filter(({ id }) => id === child)),
    );
    // Who has left there is nobody's sibling to be asked about at that school.
    const hidden = related.filter((row) => !may('read-child', row) && row.leftAt === null);
    const elsewhere = [...new Set(hidden.map(({ school }) => school))].sort();
    return { answer: { children, elsewhere }, ids: [params.id, ...children.map(({ id }) => id)] };
  },
};

type Related = { [K in keyof FamilyRow]: K extends 'knownAs' | 'leftAt' ? string | null : string };

const nameOf = (given: string, family: string) => fold(`${given} ${family}`).join(' ');

/** A row with another child, whose parent is the same person: an address alone may be a household's or an office's. */
function isRelated(row: FamilyRow): row is Related {
  const { parentGiven, parentFamily, theirGiven, theirFamily } = row;
  if (row.id === null || row.school === null) return false;
  return nameOf(parentGiven ?? '', parentFamily ?? '') === nameOf(theirGiven ?? '', theirFamily ?? '');
}

function presentOne(rows: readonly Related[]): readonly FamilyChild[] {
  const [row] = rows;
  if (!row) return [];
  const { id, school, yearGroup, formGroup, leftAt } = row;
  return [
    {
      ...{ id, school, name: fullName(row), yearGroup, formGroup },
      ...(leftAt !== null && { leftAt }),
      shares: [...new Set(rows.map(({ parentGiven, parentFamily }) => `${parentGiven} ${parentFamily}`))],
    },
  ];
}
