import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { duty } from './record.ts';

export interface OnDuty {
  id: string;
  rev: number;
  personId: string;
  personName: string;
  phone: string;
}

/** Who is on duty at a school: one row, or none. */
export const onDuty = defineQuery<{ duty: TableOf<typeof duty> }, { school: string }, OnDuty>(
  'on-duty',
  (tables, value) =>
    tables
      .selectFrom('duty')
      .select(['id', 'rev', 'personId', 'personName', 'phone'])
      .where('school', '=', value('school'))
      .where('removedAt', 'is', null)
      .limit(1),
);
