import { sql, type Kysely } from 'kysely';
import { defineQuery, type Placeholders } from '../../records/query.ts';
import type { ConflictTable, TableOf } from '../../records/table.ts';
import type { RollEntry } from '../people/queries.ts';
import type { pupil } from '../people/record.ts';
import type { concern, concernAddendum } from './record.ts';

interface Tables {
  concern: TableOf<typeof concern>;
  concernAddendum: TableOf<typeof concernAddendum>;
  pupil: TableOf<typeof pupil>;
  conflict: ConflictTable;
}

const listed = [
  ...(['id', 'ref', 'status', 'urgency', 'safeNow', 'childAsTyped', 'childName', 'childState', 'yearGroup'] as const),
  ...(['reporterName', 'reportedAt', 'takenByName', 'rev', 'filedRev', 'stopped'] as const),
] as const;
export type ListedRow = Pick<Tables['concern'], (typeof listed)[number]>;

/** Concerns on one page of the list. */
export const pageSize = 25;
/** A reporter's newest receipts. */
const ownReports = 50;

/** Where a page ends: the time and the id of its last row. */
export interface ListValues {
  beforeAt?: string | undefined;
  beforeId?: string | undefined;
}

/** A page, newest first, and one more row when there is a next page. */
function pageOfConcerns(
  tables: Kysely<Tables>,
  value: Placeholders<ListValues>,
  has: (name: keyof ListValues) => boolean,
) {
  const all = tables
    .selectFrom('concern')
    .select(listed)
    .orderBy('reportedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(pageSize + 1);
  if (!has('beforeAt')) return all;
  const last = sql`(${value('beforeAt')}, ${value('beforeId')})`;
  return all.where(sql<boolean>`(${sql.ref('concern.reportedAt')}, ${sql.ref('concern.id')}) < ${last}`);
}

/** A page of concerns, newest first. */
export const concernsNewestFirst = defineQuery<Tables, ListValues, ListedRow>('concerns-newest-first', pageOfConcerns);

/** Values of a search: words, and where the page before it ended. */
export interface SearchValues extends ListValues {
  words: string;
}

/** A page of the concerns that hold all these words, or words that begin so; newest first. */
export const concernsFound = defineQuery<Tables, SearchValues, ListedRow>('concerns-found', pageOfConcerns, 'words');

export type ConcernRow = Tables['concern'] & { more: string };

/** One concern with the rest of its text: `more` is a JSON list of its addenda in order. */
export const concernById = defineQuery<Tables, { id: string }, ConcernRow>('concern-by-id', (tables, value) =>
  tables
    .selectFrom('concern')
    .selectAll('concern')
    .select(
      sql<string>`(select json_group_array(words) from (select words from "concernAddendum" as addendum
        where addendum.tenant = concern.tenant and addendum.school = concern.school and addendum."concernId" = concern.id
        order by addendum.number) as part)`.as('more'),
    )
    .where('concern.id', '=', value('id')),
);

/** One concern without its narrative: for cards and receipts. */
export const concernOutline = defineQuery<Tables, { id: string }, ListedRow>('concern-outline', (tables, value) =>
  tables.selectFrom('concern').select(listed).where('id', '=', value('id')),
);

/** One field that an act in Lantern and somebody in SharePoint both changed; without any, one row without a field. */
export type ConflictRow = Pick<Tables['concern'], 'id' | 'stopped'> & {
  [K in 'field' | 'base' | 'ours' | 'theirs']: string | null;
};

/** What stands in the way of filing a concern. */
export const conflictOfConcern = defineQuery<Tables, { id: string }, ConflictRow>(
  'conflict-of-concern',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .leftJoin('conflict', (join) =>
        join
          .onRef('conflict.tenant', '=', 'concern.tenant')
          .onRef('conflict.subject', '=', 'concern.id')
          .on('conflict.record', '=', 'concern'),
      )
      .select(['concern.id', 'concern.stopped'])
      .select(['conflict.field', 'conflict.base', 'conflict.ours', 'conflict.theirs'])
      .where('concern.id', '=', value('id'))
      .orderBy('conflict.field'),
);

/** One child on the roll; on an empty roll one row without a child. */
export type CandidateRow = { [K in keyof RollEntry]: RollEntry[K] | null } & { childAsTyped: string };

/** The roll of the school of a concern whose child may still be asked about; no row at all without such a concern. */
export const rollOfConcern = defineQuery<Tables, { id: string }, CandidateRow>('roll-of-concern', (tables, value) =>
  tables
    .selectFrom('concern')
    .leftJoin('pupil', (join) =>
      join.onRef('pupil.tenant', '=', 'concern.tenant').onRef('pupil.school', '=', 'concern.school'),
    )
    .select(['concern.childAsTyped', 'pupil.id', 'pupil.givenName', 'pupil.familyName', 'pupil.knownAs'])
    .select(['pupil.yearGroup', 'pupil.formGroup', 'pupil.formerNames', 'pupil.leftAt'])
    .where('concern.id', '=', value('id'))
    .orderBy('pupil.familyName')
    .orderBy('pupil.givenName')
    .orderBy('pupil.formGroup'),
);

/** What a person reported, newest first. */
export const reportsNewestFirst = defineQuery<Tables, object, ListedRow>('reports-newest-first', (tables) =>
  tables.selectFrom('concern').select(listed).orderBy('reportedAt', 'desc').orderBy('id', 'desc').limit(ownReports),
);
