import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { action } from '../actions/record.ts';
import type { routedLine } from '../concerns/record.ts';
import type { document } from '../files/record.ts';
import type { roleGrant, staffMember } from '../people/record.ts';

interface Tables {
  action: TableOf<typeof action>;
  document: TableOf<typeof document>;
  routedLine: TableOf<typeof routedLine>;
  roleGrant: TableOf<typeof roleGrant>;
  staffMember: TableOf<typeof staffMember>;
}

interface OfConcern {
  concern: string;
}

/** What belongs to a concern and is opened or acted on by itself; the rest is never a subject without its concern. */
export const hangingOn = [
  defineQuery<Tables, OfConcern, { id: string }>('actions-hanging', (tables, value) =>
    tables.selectFrom('action').select('id').where('concernId', '=', value('concern')),
  ),
  defineQuery<Tables, OfConcern, { id: string }>('files-hanging', (tables, value) =>
    tables.selectFrom('document').select('id').where('concernId', '=', value('concern')),
  ),
  defineQuery<Tables, OfConcern, { id: string }>('lines-hanging', (tables, value) =>
    tables.selectFrom('routedLine').select('id').where('concernId', '=', value('concern')),
  ),
] as const;

/** Where somebody works or worked, with the name that the list gives; the journal is older than who works there now. */
export const staffEver = defineQuery<Tables, { person: string }, { school: string; name: string }>(
  'staff-ever',
  (tables, value) =>
    tables
      .selectFrom('staffMember')
      .select(['school', 'name'])
      .where('personId', '=', value('person'))
      .orderBy('school')
      .orderBy('id'),
);

/** Where somebody holds or held a role. */
export const rolesEver = defineQuery<Tables, { person: string }, { school: string; name: string }>(
  'roles-ever',
  (tables, value) =>
    tables
      .selectFrom('roleGrant')
      .select(['school', 'personName as name'])
      .where('personId', '=', value('person'))
      .orderBy('school')
      .orderBy('id'),
);
