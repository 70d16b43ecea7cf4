import { fold } from '../people/match-child.ts';
import type { personRole } from './fields.ts';
import type { PersonRow } from './person-queries.ts';

/** What counts of somebody in a concern. */
export interface Named {
  readonly role: keyof typeof personRole;
  readonly name: string;
  readonly pupilId?: string | null | undefined;
}

/** Most people in one concern beside its child. */
export const mostPersons = 30;

/** Who is off the roll and still a child by what they are called here. */
const childRoles: readonly string[] = ['child-of-concern', 'sibling'];

/** Those in a concern now, beside the child whom the report is about. */
export const standing = (rows: readonly PersonRow[]): readonly (PersonRow & Named)[] =>
  rows.filter(
    (row): row is PersonRow & Named =>
      row.id !== null && row.role !== null && row.name !== null && row.isChild !== 1 && row.withdrawnAt === null,
  );

/**
 * What a concern says of the others in it: their names, so that a search finds it, and how many more children. No role is among it.
 * @param child id of the child whom the report is about, who is not another one
 */
export function othersNamed(others: readonly Named[], child: string | undefined) {
  const children = others
    .filter(({ pupilId, role }) => (pupilId ? pupilId !== child : childRoles.includes(role)))
    .map(({ pupilId, name }) => pupilId ?? fold(name).join(' '));
  return {
    othersNamed: [...new Set(others.map(({ name }) => name))].join('\n'),
    moreChildren: new Set(children).size,
  };
}
