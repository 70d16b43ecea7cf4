import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { outsideChange } from '../outside/record.ts';
import type { concern } from './record.ts';

interface Tables {
  concern: TableOf<typeof concern>;
  outsideChange: TableOf<typeof outsideChange>;
}

type Nullable<T> = { [K in keyof T]: T[K] | null };

const shown = [
  'id',
  'rev',
  'filedRev',
  'what',
  'record',
  'list',
  'field',
  'fieldLabel',
  'was',
  'is',
  'seenAt',
  'byName',
] as const;

/** Something done outside Lantern; without any one row without it. */
export type OutsideRow = { concern: string } & Nullable<Pick<Tables['outsideChange'], (typeof shown)[number]>>;

/** What was done outside Lantern to a concern and to what belongs to it, newest first. */
export const outsideOfConcern = defineQuery<Tables, { id: string }, OutsideRow>('outside-of-concern', (tables, value) =>
  tables
    .selectFrom('concern')
    .leftJoin('outsideChange', (join) =>
      join
        .onRef('outsideChange.tenant', '=', 'concern.tenant')
        .onRef('outsideChange.school', '=', 'concern.school')
        .onRef('outsideChange.concernId', '=', 'concern.id'),
    )
    .select('concern.id as concern')
    .select(shown.map((name) => `outsideChange.${name}` as const))
    .where('concern.id', '=', value('id'))
    .orderBy('outsideChange.seenAt', 'desc')
    .orderBy('outsideChange.id', 'desc'),
);
