import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { outsideChange } from './record.ts';

interface Tables {
  outsideChange: TableOf<typeof outsideChange>;
}

/** Neither value: a card in a chat holds no child's words. */
export type OutsideOutline = Pick<
  Tables['outsideChange'],
  'id' | 'what' | 'record' | 'list' | 'subjectRef' | 'concernId'
>;

export const outsideOutline = defineQuery<Tables, { id: string }, OutsideOutline>('outside-outline', (tables, value) =>
  tables
    .selectFrom('outsideChange')
    .select(['id', 'what', 'record', 'list', 'subjectRef', 'concernId'])
    .where('id', '=', value('id')),
);
