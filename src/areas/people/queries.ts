import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { Role } from '../../access/types.ts';
import type { contact, pupil, relationship, roleGrant, staffMember } from './record.ts';

interface Tables {
  staffMember: TableOf<typeof staffMember>;
  roleGrant: TableOf<typeof roleGrant>;
  pupil: TableOf<typeof pupil>;
  contact: TableOf<typeof contact>;
  relationship: TableOf<typeof relationship>;
}

/** Schools where a person is on the staff list, with the name it gives. Who has left is no longer staff. */
export const staffOfPerson = defineQuery<Tables, { person: string }, { school: string; name: string }>(
  'staff-of-person',
  (tables, value) =>
    tables
      .selectFrom('staffMember')
      .select(['school', 'name'])
      .where('personId', '=', value('person'))
      .where('leftAt', 'is', null)
      .orderBy('school'),
);

/** Roles that a person holds. */
export const rolesOfPerson = defineQuery<Tables, { person: string }, { school: string; role: Role }>(
  'roles-of-person',
  (tables, value) =>
    tables
      .selectFrom('roleGrant')
      .select(['school', 'role'])
      .where('personId', '=', value('person'))
      .orderBy('school')
      .orderBy('role'),
);

/** The questions whose answers make an identity an actor: who is on a staff list, and which roles they hold. */
export const rightsRestOn = { staff: staffOfPerson, roles: rolesOfPerson } as const;

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

/** Every child who is or was on a school's roll; some thousand short rows at most. */
export const rollOfSchool = defineQuery<Tables, { school: string }, RollEntry>('roll-of-school', (tables, value) =>
  tables
    .selectFrom('pupil')
    .select(['id', 'givenName', 'familyName', 'knownAs', 'yearGroup', 'formGroup', 'formerNames', 'leftAt'])
    .where('school', '=', value('school')),
);

/** Everyone who leads safeguarding at a school: told when nobody is on duty. */
export const leadsOfSchool = defineQuery<Tables, { school: string }, { personId: string }>(
  'leads-of-school',
  (tables, value) =>
    tables
      .selectFrom('roleGrant')
      .select('personId')
      .where('school', '=', value('school'))
      .where('role', 'in', ['dsl', 'deputy']),
);

/** All that Lantern has of a school's children: what a roster is held against. */
export const pupilsOfSchool = defineQuery<Tables, { school: string }, Tables['pupil']>(
  'pupils-of-school',
  (tables, value) => tables.selectFrom('pupil').selectAll().where('school', '=', value('school')),
);

/** All that Lantern has of a school's staff. */
export const staffOfSchool = defineQuery<Tables, { school: string }, Tables['staffMember']>(
  'staff-of-school',
  (tables, value) => tables.selectFrom('staffMember').selectAll().where('school', '=', value('school')),
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
