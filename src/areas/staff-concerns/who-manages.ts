import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import { inPost } from '../people/queries.ts';
import type { roleGrant } from '../people/record.ts';

/** The roles that manage concerns about adults, by what a concern says it is managed by (KCSIE Part four). */
export const managingRole = { head: 'head', chair: 'chair-of-governors' } as const;

export interface Manager {
  readonly personId: string;
  readonly role: string;
}

/** Who holds one of these roles at a school now. */
export const managersOfSchool = defineQuery<
  { roleGrant: TableOf<typeof roleGrant> },
  { school: string; today: string },
  Manager
>('managers-of-school', (tables, value) =>
  tables
    .selectFrom('roleGrant')
    .select(['personId', 'role'])
    .where('school', '=', value('school'))
    .where('role', 'in', Object.values(managingRole))
    .where(inPost(value)),
);

/** Whoever manages a matter and so is told of it: never the adult whom it is about. */
export function managersOf(
  holders: readonly Manager[],
  matter: {
    readonly managedBy: keyof typeof managingRole;
    readonly caseManagerId?: string | undefined;
    readonly subjectId?: string | undefined;
  },
): readonly string[] {
  const byRole = holders.filter(({ role }) => role === managingRole[matter.managedBy]).map(({ personId }) => personId);
  const all = [...byRole, ...(matter.caseManagerId === undefined ? [] : [matter.caseManagerId])];
  return [...new Set(all)].filter((person) => person !== matter.subjectId);
}
