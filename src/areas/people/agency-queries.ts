import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { agency } from './record.ts';

interface Tables {
  agency: TableOf<typeof agency>;
}

export type AgencyRow = Tables['agency'];

/** Every agency there is, by name; rights narrow it to the schools whose list one keeps. */
export const agenciesByName = defineQuery<Tables, object, AgencyRow>('agencies-by-name', (tables) =>
  tables.selectFrom('agency').selectAll().orderBy('name').orderBy('id'),
);

/** The agencies of a school. */
export const agenciesOfSchool = defineQuery<Tables, { school: string }, Pick<AgencyRow, 'name' | 'kind' | 'retiredAt'>>(
  'agencies-of-school',
  (tables, value) =>
    tables.selectFrom('agency').select(['name', 'kind', 'retiredAt']).where('school', '=', value('school')),
);

/** The other agencies of the school of one of them. */
export const agenciesBeside = defineQuery<Tables, { agency: string }, Pick<AgencyRow, 'name' | 'kind' | 'retiredAt'>>(
  'agencies-beside',
  (tables, value) =>
    tables
      .selectFrom('agency')
      .innerJoin('agency as subject', (join) =>
        join
          .onRef('subject.tenant', '=', 'agency.tenant')
          .onRef('subject.school', '=', 'agency.school')
          .onRef('subject.id', '<>', 'agency.id'),
      )
      .select(['agency.name', 'agency.kind', 'agency.retiredAt'])
      .where('subject.id', '=', value('agency')),
);
