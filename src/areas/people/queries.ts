import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { Role } from '../../access/types.ts';
import type { pupil, roleGrant, staffMember } from './record.ts';

interface Tables {
  staffMember: TableOf<typeof staffMember>;
  roleGrant: TableOf<typeof roleGrant>;
  pupil: TableOf<typeof pupil>;
}

/** Schools where a person is on the staff list, with the name it gives. */
export const staffOfPerson = defineQuery<Tables, { person: string }, { school: string; name: string }>(
  'staff-of-person',
  (tables, value) =>
    tables
      .selectFrom('staffMember')
      .select(['school', 'name'])
      .where('personId', '=', value('person'))
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
}

/** Every child on a school's roll; a few thousand short rows at most. */
export const rollOfSchool = defineQuery<Tables, { school: string }, RollEntry>('roll-of-school', (tables, value) =>
  tables
    .selectFrom('pupil')
    .select(['id', 'givenName', 'familyName', 'knownAs', 'yearGroup', 'formGroup'])
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
