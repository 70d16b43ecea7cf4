import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import { inPost } from '../people/queries.ts';
import type { roleGrant, staffMember } from '../people/record.ts';
import { giverRoles, secondRoles } from './rules.ts';

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

export type GivenRow = Pick<RoleRow, 'school' | 'role' | 'state' | 'until'>;

/** The roles that one person was given, at whichever school. */
export const rolesGivenTo = defineQuery<Tables, { person: string }, GivenRow>('roles-given-to', (tables, value) =>
  tables
    .selectFrom('roleGrant')
    .select(['school', 'role', 'state', 'until'])
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

export type TrustStaffRow = Pick<Tables['staffMember'], 'id' | 'personId' | 'name' | 'job'>;

/**
 * Whoever bears exactly this name, or address, at any school of the trust: once for each school, and for each role by which one asks. It
 * hangs on the roles that the asker holds, so without one that says who is what there is nobody.
 */
export const trustStaffNamed = defineQuery<Tables, { asker: string; words: string; today: string }, TrustStaffRow>(
  'trust-staff-named',
  (tables, value) =>
    tables
      .selectFrom('roleGrant')
      .innerJoin('staffMember', (join) => join.onRef('staffMember.tenant', '=', 'roleGrant.tenant'))
      .select(['staffMember.id', 'staffMember.personId', 'staffMember.name', 'staffMember.job'])
      .where('roleGrant.personId', '=', value('asker'))
      .where('roleGrant.role', 'in', giverRoles)
      .where(inPost(value))
      .where('staffMember.personId', 'is not', null)
      .where('staffMember.leftAt', 'is', null)
      .where('staffMember.removedAt', 'is', null)
      .where(
        sql<boolean>`(lower("staffMember".name) = lower(${value('words')}) or lower("staffMember".email) = lower(${value('words')}))`,
      )
      .orderBy('staffMember.id'),
);

/** Who may be the second person, at every school of the trust; a decision picks its own. */
export const secondPersons = defineQuery<Tables, { today: string }, Pick<RoleRow, 'school' | 'personId'>>(
  'second-persons',
  (tables, value) =>
    tables
      .selectFrom('roleGrant')
      .select(['school', 'personId'])
      .where('role', 'in', secondRoles)
      .where(inPost(value))
      .orderBy('personId'),
);

/** What a message that a role waits has to know of it. */
export type ToConfirmRow = Pick<
  RoleRow,
  'id' | 'personId' | 'givenById' | 'state' | 'acting' | 'until' | 'confirmedAt'
>;

/** One role, without a name. */
export const roleToConfirm = defineQuery<Tables, { id: string }, ToConfirmRow>('role-to-confirm', (tables, value) =>
  tables
    .selectFrom('roleGrant')
    .select(['id', 'personId', 'givenById', 'state', 'acting', 'until', 'confirmedAt'])
    .where('id', '=', value('id'))
    .where('removedAt', 'is', null),
);
