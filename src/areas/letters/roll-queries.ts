import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { pupil, staffMember } from '../people/record.ts';

interface Tables {
  pupil: TableOf<typeof pupil>;
  staffMember: TableOf<typeof staffMember>;
}

export type RollRow = Pick<
  Tables['pupil'],
  'id' | 'givenName' | 'familyName' | 'knownAs' | 'middleNames' | 'formerNames' | 'birthDate' | 'upn' | 'mergedInto'
>;

const rollColumns = [
  ...(['id', 'givenName', 'familyName', 'knownAs', 'middleNames', 'formerNames', 'birthDate', 'upn'] as const),
  ...(['mergedInto'] as const),
] as const;

/** Of the school of a meeting or a concern, whose id is given. */
const ofSchoolOf = (table: 'pupil' | 'staffMember', of: 'meeting' | 'concern', id: unknown) =>
  sql<boolean>`exists (select 1 from ${sql.table(of)} as here where here.tenant = ${sql.ref(`${table}.tenant`)}
    and here.school = ${sql.ref(`${table}.school`)} and here.id = ${id})`;

type Asking = Parameters<Parameters<typeof defineQuery<Tables, object, object>>[1]>[0];
const rollIn = (tables: Asking) => tables.selectFrom('pupil').select(rollColumns).orderBy('pupil.id');
const staffIn = (tables: Asking) =>
  tables
    .selectFrom('staffMember')
    .select('staffMember.name')
    .where('staffMember.leftAt', 'is', null)
    .where('staffMember.removedAt', 'is', null)
    .orderBy('staffMember.id');

/** Everybody who is or was on the roll of a school, with all by which they are called. */
export const rollForLetter = defineQuery<Tables, { school: string }, RollRow>('roll-for-letter', (tables, value) =>
  rollIn(tables).where('pupil.school', '=', value('school')),
);
/** The same of the school of a meeting. */
export const rollOfMeeting = defineQuery<Tables, { meeting: string }, RollRow>('roll-of-meeting', (tables, value) =>
  rollIn(tables).where(ofSchoolOf('pupil', 'meeting', value('meeting'))),
);
/** The same of the school of a concern. */
export const rollOfConcern = defineQuery<Tables, { concern: string }, RollRow>('roll-of-concern', (tables, value) =>
  rollIn(tables).where(ofSchoolOf('pupil', 'concern', value('concern'))),
);

interface Named {
  name: string;
}
/** The names of a school’s staff. */
export const staffForLetter = defineQuery<Tables, { school: string }, Named>('staff-for-letter', (tables, value) =>
  staffIn(tables).where('staffMember.school', '=', value('school')),
);
/** The same of the school of a meeting. */
export const staffOfMeeting = defineQuery<Tables, { meeting: string }, Named>('staff-of-meeting', (tables, value) =>
  staffIn(tables).where(ofSchoolOf('staffMember', 'meeting', value('meeting'))),
);
/** The same of the school of a concern. */
export const staffOfConcern = defineQuery<Tables, { concern: string }, Named>('staff-of-concern', (tables, value) =>
  staffIn(tables).where(ofSchoolOf('staffMember', 'concern', value('concern'))),
);
