import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { concern, concernAddendum, routedLine } from './record.ts';

interface Tables {
  concern: TableOf<typeof concern>;
  concernAddendum: TableOf<typeof concernAddendum>;
  routedLine: TableOf<typeof routedLine>;
}

export type AddendumRow = Pick<
  Tables['concernAddendum'],
  'kind' | 'number' | 'words' | 'reportedAt' | 'reporterId' | 'reporterName'
>;

/** Everything that hangs on a concern's text, in the order in which it was written. */
export const addendaOfConcern = defineQuery<Tables, { concern: string }, AddendumRow>(
  'addenda-of-concern',
  (tables, value) =>
    tables
      .selectFrom('concernAddendum')
      .select(['kind', 'number', 'words', 'reportedAt', 'reporterId', 'reporterName'])
      .where('concernId', '=', value('concern'))
      .orderBy('reportedAt')
      .orderBy('number'),
);

/** The lines that teams were given of a concern. */
export const linesOfConcern = defineQuery<Tables, { concern: string }, { id: string; rev: number }>(
  'lines-of-concern',
  (tables, value) => tables.selectFrom('routedLine').select(['id', 'rev']).where('concernId', '=', value('concern')),
);

/** An entry of the register: what it was, and where it went on. Its words are read by opening it. */
const registered = [
  ...(['id', 'ref', 'reportedAt', 'reporterName', 'misfiledAt', 'misfiledByName'] as const),
  ...(['continuedAsId', 'continuedAsRef', 'rev', 'filedRev', 'stopped', 'removedAt'] as const),
] as const;
export type RegisteredRow = Pick<Tables['concern'], (typeof registered)[number]>;

/** Entries on one screen of the register. */
const most = 200;

/** The restricted register, newest first; rights see to it that nothing else is in it. */
export const misfiledNewestFirst = defineQuery<Tables, object, RegisteredRow>('misfiled-newest-first', (tables) =>
  tables
    .selectFrom('concern')
    .select(registered)
    .where('status', '=', 'misfiled')
    .orderBy('misfiledAt', 'desc')
    .orderBy('id')
    .limit(most),
);
