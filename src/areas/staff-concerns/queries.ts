import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { ConflictTable, TableOf } from '../../records/table.ts';
import type { ConflictRow } from '../outside/rules.ts';
import { inPost } from '../people/queries.ts';
import type { agency, roleGrant, staffMember } from '../people/record.ts';
import { managingRole, type Manager } from './who-manages.ts';
import type { concern } from '../concerns/record.ts';
import type { staffConcern } from './record.ts';

interface Tables {
  staffConcern: TableOf<typeof staffConcern>;
  staffMember: TableOf<typeof staffMember>;
  agency: TableOf<typeof agency>;
  concern: TableOf<typeof concern>;
  conflict: ConflictTable;
  roleGrant: TableOf<typeof roleGrant>;
}

export interface Lado {
  readonly name: string;
  readonly phone: string | null;
}

/** Whom at the local authority a school calls about an adult in school. */
export const ladoOfSchool = defineQuery<Tables, { school: string }, Lado>('lado-of-school', (tables, value) =>
  tables
    .selectFrom('agency')
    .select(['name', 'phone'])
    .where('school', '=', value('school'))
    .where('kind', '=', 'lado')
    .where('retiredAt', 'is', null)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .limit(1),
);

/** The same, of the schools of whoever asks. */
export const ladoContacts = defineQuery<Tables, object, Lado & { id: string }>('lado-contacts', (tables) =>
  tables
    .selectFrom('agency')
    .select(['id', 'name', 'phone'])
    .where('kind', '=', 'lado')
    .where('retiredAt', 'is', null)
    .where('removedAt', 'is', null)
    .orderBy('name')
    .limit(1),
);

const ladoPart = (column: 'name' | 'phone') =>
  sql<string | null>`(select ${sql.ref(`lado.${column}`)} from agency as lado where lado.tenant = "staffConcern".tenant
    and lado.school = "staffConcern".school and lado.kind = 'lado' and lado."retiredAt" is null
    and lado."removedAt" is null order by lado.name limit 1)`;

const listed = [
  ...(['id', 'ref', 'school', 'status', 'managedBy', 'subjectAsTyped', 'subjectName', 'subjectState'] as const),
  ...(['reporterName', 'reportedAt', 'takenByName', 'caseManagerName', 'kind', 'lado', 'outcome'] as const),
  ...(['rev', 'filedRev', 'stopped', 'removedAt'] as const),
] as const;
export type StaffListRow = Pick<Tables['staffConcern'], (typeof listed)[number]>;

/** Staff concerns on the screen; a school has few, and the newest say most. */
const shown = 200;

/** Staff concerns that one manages, newest first. */
export const staffConcernsNewestFirst = defineQuery<Tables, object, StaffListRow>(
  'staff-concerns-newest-first',
  (tables) =>
    tables.selectFrom('staffConcern').select(listed).orderBy('reportedAt', 'desc').orderBy('id', 'desc').limit(shown),
);

export type StaffConcernRow = Tables['staffConcern'] & {
  notes: string;
  ladoName: string | null;
  ladoPhone: string | null;
};

const lineBreak = sql.lit('\n');
/** What both engines can put into one value: a line for each part, the text last. */
const written = sql`note.what || ${lineBreak} || note.at || ${lineBreak} || note."byName" || ${lineBreak}
  || case when note."filedRev" = note.rev then 'filed' else 'received' end || ${lineBreak}
  || coalesce(note.kind, '') || ${lineBreak} || coalesce(note.lado, '') || ${lineBreak}
  || coalesce(note.outcome, '') || ${lineBreak} || note.words`;

/** One staff concern with all that stands beside it, a JSON list in the order in which it was written, and the LADO. */
export const staffConcernById = defineQuery<Tables, { id: string }, StaffConcernRow>(
  'staff-concern-by-id',
  (tables, value) =>
    tables
      .selectFrom('staffConcern')
      .selectAll('staffConcern')
      .select(
        sql<string>`(select json_group_array(entry) from (select ${written} as entry from "staffNote" as note
          where note.tenant = "staffConcern".tenant and note.school = "staffConcern".school
            and note."matterId" = "staffConcern".id order by note.at, note.number) as part)`.as('notes'),
      )
      .select(ladoPart('name').as('ladoName'))
      .select(ladoPart('phone').as('ladoPhone'))
      .where('staffConcern.id', '=', value('id')),
);

const receipt = ['id', 'ref', 'status', 'managedBy', 'reportedAt', 'rev', 'filedRev', 'stopped', 'removedAt'] as const;
export type StaffReceiptRow = Pick<Tables['staffConcern'], (typeof receipt)[number]> & {
  ladoName: string | null;
  ladoPhone: string | null;
};

/** The receipt of a staff concern: nobody's name but the LADO's, no words. */
export const staffReceiptById = defineQuery<Tables, { id: string }, StaffReceiptRow>(
  'staff-receipt-by-id',
  (tables, value) =>
    tables
      .selectFrom('staffConcern')
      .select(receipt.map((column) => `staffConcern.${column}` as const))
      .select(ladoPart('name').as('ladoName'))
      .select(ladoPart('phone').as('ladoPhone'))
      .where('staffConcern.id', '=', value('id')),
);

/** The receipts of what a person reported about adults, newest first. */
export const staffReceiptsNewestFirst = defineQuery<Tables, object, StaffReceiptRow>(
  'staff-receipts-newest-first',
  (tables) =>
    tables
      .selectFrom('staffConcern')
      .select(receipt.map((column) => `staffConcern.${column}` as const))
      .select(ladoPart('name').as('ladoName'))
      .select(ladoPart('phone').as('ladoPhone'))
      .orderBy('staffConcern.reportedAt', 'desc')
      .orderBy('staffConcern.id', 'desc')
      .limit(50),
);

/** What stands in the way of filing a staff concern; without anything, one row without a field. */
export const conflictOfMatter = defineQuery<Tables, { id: string }, ConflictRow>(
  'conflict-of-matter',
  (tables, value) =>
    tables
      .selectFrom('staffConcern')
      .leftJoin('conflict', (join) =>
        join
          .onRef('conflict.tenant', '=', 'staffConcern.tenant')
          .onRef('conflict.subject', '=', 'staffConcern.id')
          .on('conflict.record', '=', 'staffConcern'),
      )
      .select(['conflict.field', 'conflict.base', 'conflict.ours', 'conflict.theirs'])
      .where('staffConcern.id', '=', value('id'))
      .orderBy('conflict.field'),
);

/** Somebody of the staff who may be meant, or be given the matter; on an empty list one row with nulls. */
export interface ColleagueRow {
  id: string | null;
  personId: string | null;
  name: string | null;
  job: string | null;
}

/** Who works at the school of a staff concern. */
export const colleaguesAtMatter = defineQuery<Tables, { id: string }, ColleagueRow>(
  'colleagues-at-matter',
  (tables, value) =>
    tables
      .selectFrom('staffConcern')
      .leftJoin('staffMember', (join) =>
        join
          .onRef('staffMember.tenant', '=', 'staffConcern.tenant')
          .onRef('staffMember.school', '=', 'staffConcern.school')
          .on('staffMember.leftAt', 'is', null)
          .on('staffMember.removedAt', 'is', null),
      )
      .select(['staffMember.id', 'staffMember.personId', 'staffMember.name', 'staffMember.job'])
      .where('staffConcern.id', '=', value('id'))
      .orderBy('staffMember.name')
      .orderBy('staffMember.id'),
);

/** Who holds one of the managing roles at the school of a staff concern now. */
export const managersAtMatter = defineQuery<Tables, { id: string; today: string }, Manager>(
  'managers-at-matter',
  (tables, value) =>
    tables
      .selectFrom('roleGrant')
      .innerJoin('staffConcern', (join) =>
        join
          .onRef('staffConcern.tenant', '=', 'roleGrant.tenant')
          .onRef('staffConcern.school', '=', 'roleGrant.school'),
      )
      .select(['roleGrant.personId', 'roleGrant.role'])
      .where('staffConcern.id', '=', value('id'))
      .where('roleGrant.role', 'in', Object.values(managingRole))
      .where(inPost(value)),
);

/** Who works at the school of a concern about a child, in which an adult is named. */
export const staffAtConcern = defineQuery<
  Tables,
  { id: string },
  { personId: string | null; name: string; leftAt: string | null }
>('staff-at-concern', (tables, value) =>
  tables
    .selectFrom('staffMember')
    .innerJoin('concern', (join) =>
      join.onRef('concern.tenant', '=', 'staffMember.tenant').onRef('concern.school', '=', 'staffMember.school'),
    )
    .select(['staffMember.personId', 'staffMember.name', 'staffMember.leftAt'])
    .where('concern.id', '=', value('id'))
    .where('staffMember.removedAt', 'is', null),
);

/** Who manages concerns about adults at its school. */
export const managersAtConcern = defineQuery<Tables, { id: string; today: string }, Manager>(
  'managers-at-concern',
  (tables, value) =>
    tables
      .selectFrom('roleGrant')
      .innerJoin('concern', (join) =>
        join.onRef('concern.tenant', '=', 'roleGrant.tenant').onRef('concern.school', '=', 'roleGrant.school'),
      )
      .select(['roleGrant.personId', 'roleGrant.role'])
      .where('concern.id', '=', value('id'))
      .where('roleGrant.role', 'in', Object.values(managingRole))
      .where(inPost(value)),
);
