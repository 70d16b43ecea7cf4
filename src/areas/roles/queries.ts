import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import { inPost } from '../people/queries.ts';
import type { roleGrant, staffMember } from '../people/record.ts';

interface Tables {
  roleGrant: TableOf<typeof roleGrant>;
  staffMember: TableOf<typeof staffMember>;
}

export type RoleRow = Tables['roleGrant'];

/** Every role that was ever given, by name; rights narrow it to the schools that one answers for. */
export const rolesByName = defineQuery<Tables, object, RoleRow>('roles-by-name', (tables) =>
  tables
    .selectFrom('roleGrant')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy('personName')
    .orderBy('role')
    .orderBy('id'),
);

/** The roles that one person was given at one school. */
export const rolesGivenTo = defineQuery<
  Tables,
  { school: string; person: string },
  Pick<RoleRow, 'role' | 'state' | 'until'>
>('roles-given-to', (tables, value) =>
  tables
    .selectFrom('roleGrant')
    .select(['role', 'state', 'until'])
    .where('school', '=', value('school'))
    .where('personId', '=', value('person'))
    .where('removedAt', 'is', null),
);

/** The leads in post at the school of a role, without that one and without those whose last day is set: they will be gone. */
export const otherLeads = defineQuery<Tables, { role: string; today: string }, { personId: string }>(
  'other-leads',
  (tables, value) =>
    tables
      .selectFrom('roleGrant')
      .innerJoin('roleGrant as subject', (join) =>
        join
          .onRef('subject.tenant', '=', 'roleGrant.tenant')
          .onRef('subject.school', '=', 'roleGrant.school')
          .onRef('subject.id', '<>', 'roleGrant.id'),
      )
      .select('roleGrant.personId')
      .where('subject.id', '=', value('role'))
      .where('roleGrant.role', '=', 'dsl')
      .where('roleGrant.until', 'is', null)
      .where(inPost(value)),
);

/** Whoever works at a school and can sign in, by name. */
export const peopleByName = defineQuery<
  Tables,
  object,
  Pick<Tables['staffMember'], 'id' | 'school' | 'personId' | 'name' | 'job'>
>('people-by-name', (tables) =>
  tables
    .selectFrom('staffMember')
    .select(['id', 'school', 'personId', 'name', 'job'])
    .where('personId', 'is not', null)
    .where('leftAt', 'is', null)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .orderBy('id'),
);

/** A role as the groups of Entra are held against it: `works` while it gives rights today. */
export type HeldRow = Pick<
  RoleRow,
  'id' | 'rev' | 'school' | 'personId' | 'role' | 'state' | 'until' | 'endedById' | 'fedBy' | 'removedAt'
> & { works: boolean | number };

/** Every role that was ever given at a school, those whose rows were deleted in SharePoint among them: that ends a role, too. */
export const rolesEverGiven = defineQuery<Tables, { school: string; today: string }, HeldRow>(
  'roles-ever-given',
  (tables, value) =>
    tables
      .selectFrom('roleGrant')
      .select(['id', 'rev', 'school', 'personId', 'role', 'state', 'until', 'endedById', 'fedBy', 'removedAt'])
      .select(sql<boolean | number>`case when ${inPost(value)} then 1 else 0 end`.as('works'))
      .where('school', '=', value('school'))
      .orderBy('id'),
);
