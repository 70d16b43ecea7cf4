import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { Role } from '../../access/types.ts';
import { leadRoles } from './fields.ts';
import type { contact, pupil, relationship, roleGrant, staffMember } from './record.ts';

interface Tables {
  staffMember: TableOf<typeof staffMember>;
  roleGrant: TableOf<typeof roleGrant>;
  pupil: TableOf<typeof pupil>;
  contact: TableOf<typeof contact>;
  relationship: TableOf<typeof relationship>;
}

/**
 * Of a query over `roleGrant`: only grants of people who still work at the school. Who the roster says has left keeps no right by
 * a role that nobody took from them; it comes back with them. A grant to somebody whom no staff list names counts: the
 * designated lead of a small school may be in no roster. A grant whose row was deleted in SharePoint gives nothing, nor does one that
 * waits for a second person, has ended, or held until a day that has passed. A trust safeguarding lead need not work at the school: they
 * keep the role until they have left every school of the trust.
 * @param value the query's placeholders; `today` is the day at the school
 */
export const inPost = (value: (name: 'today') => unknown) => sql<boolean>`("roleGrant"."removedAt" is null
  and ("roleGrant".state is null or "roleGrant".state = 'in-force')
  and ("roleGrant".until is null or "roleGrant".until >= ${value('today')}) and (
  not exists (select 1 from "staffMember" as gone
    where gone.tenant = "roleGrant".tenant and gone."personId" = "roleGrant"."personId"
      and (gone.school = "roleGrant".school or "roleGrant".role = 'trust-lead') and gone."leftAt" is not null)
  or exists (select 1 from "staffMember" as present
    where present.tenant = "roleGrant".tenant and present."personId" = "roleGrant"."personId"
      and (present.school = "roleGrant".school or "roleGrant".role = 'trust-lead') and present."leftAt" is null and present."removedAt" is null)))`;

/** Schools where a person is on the staff list, with the name it gives. Who has left is no longer staff. */
export const staffOfPerson = defineQuery<Tables, { person: string }, { school: string; name: string }>(
  'staff-of-person',
  (tables, value) =>
    tables
      .selectFrom('staffMember')
      .select(['school', 'name'])
      .where('personId', '=', value('person'))
      .where('leftAt', 'is', null)
      .where('removedAt', 'is', null)
      .orderBy('school'),
);

/** Roles that a person holds, where they still work. */
export const rolesOfPerson = defineQuery<
  Tables,
  { person: string; today: string },
  { school: string; role: Role; acting: boolean | number | null }
>('roles-of-person', (tables, value) =>
  tables
    .selectFrom('roleGrant')
    .select(['school', 'role', 'acting'])
    .where('personId', '=', value('person'))
    .where(inPost(value))
    .orderBy('school')
    .orderBy('role'),
);

export interface RollEntry {
  id: string;
  givenName: string;
  familyName: string;
  knownAs: string | null;
  yearGroup: string;
  formGroup: string;
  /** One a line. */
  formerNames: string | null;
  /** Since when the child is no longer on the roll. */
  leftAt: string | null;
}

/** Every child who is or was on a school's roll, once each; some thousand short rows at most. */
export const rollOfSchool = defineQuery<Tables, { school: string }, RollEntry>('roll-of-school', (tables, value) =>
  tables
    .selectFrom('pupil')
    .select(['id', 'givenName', 'familyName', 'knownAs', 'yearGroup', 'formGroup', 'formerNames', 'leftAt'])
    .where('school', '=', value('school'))
    .where('mergedInto', 'is', null),
);

/** Everyone who leads safeguarding at a school: told when nobody is on duty. */
export const leadsOfSchool = defineQuery<Tables, { school: string; today: string }, { personId: string }>(
  'leads-of-school',
  (tables, value) =>
    tables
      .selectFrom('roleGrant')
      .select('personId')
      .where('school', '=', value('school'))
      .where('role', 'in', leadRoles)
      .where(inPost(value)),
);

/** Whoever leads safeguarding at a school, and whoever stands in where no lead may see a case. */
export const answerersOfSchool = defineQuery<
  Tables,
  { school: string; today: string },
  Pick<Tables['roleGrant'], 'personId' | 'personName' | 'role' | 'days'>
>('answerers-of-school', (tables, value) =>
  tables
    .selectFrom('roleGrant')
    .select(['personId', 'personName', 'role', 'days'])
    .where('school', '=', value('school'))
    .where('role', 'in', [...leadRoles, 'head', 'safeguarding-administrator'])
    .where(inPost(value))
    .orderBy('personName')
    .orderBy('personId'),
);

/** All that Lantern has of a school's children: what a roster is held against. */
export const pupilsOfSchool = defineQuery<Tables, { school: string }, Tables['pupil']>(
  'pupils-of-school',
  (tables, value) => tables.selectFrom('pupil').selectAll().where('school', '=', value('school')),
);

/** Somebody of the staff; `leading`: how many of their roles make them a lead. */
export type StaffOfSchool = Tables['staffMember'] & { leading: number | string };

/** All that Lantern has of a school's staff. */
export const staffOfSchool = defineQuery<Tables, { school: string }, StaffOfSchool>(
  'staff-of-school',
  (tables, value) =>
    tables
      .selectFrom('staffMember')
      .selectAll('staffMember')
      .select((from) =>
        from
          .selectFrom('roleGrant')
          .select((count) => count.fn.countAll<number | string>().as('held'))
          .whereRef('roleGrant.tenant', '=', 'staffMember.tenant')
          .whereRef('roleGrant.school', '=', 'staffMember.school')
          .whereRef('roleGrant.personId', '=', 'staffMember.personId')
          .where('roleGrant.role', 'in', leadRoles)
          .$asScalar()
          .$notNull()
          .as('leading'),
      )
      .where('staffMember.school', '=', value('school')),
);

/** All contacts that rosters named at a school. */
export const contactsOfSchool = defineQuery<Tables, { school: string }, Tables['contact']>(
  'contacts-of-school',
  (tables, value) => tables.selectFrom('contact').selectAll().where('school', '=', value('school')),
);

/** Who belongs to which child of a school. */
export const relationshipsOfSchool = defineQuery<Tables, { school: string }, Tables['relationship']>(
  'relationships-of-school',
  (tables, value) => tables.selectFrom('relationship').selectAll().where('school', '=', value('school')),
);
