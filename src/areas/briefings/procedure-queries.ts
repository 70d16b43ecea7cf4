import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { procedure } from './record.ts';

interface Tables {
  procedure: TableOf<typeof procedure>;
}
export type ProcedureRow = Tables['procedure'];

/** Procedures on one screen. */
const most = 300;

/** What holds locally: whom to ring first, and then by kind and heading; what was retired last. */
export const proceduresInOrder = defineQuery<Tables, object, ProcedureRow>('procedures-in-order', (tables) =>
  tables
    .selectFrom('procedure')
    .selectAll()
    .where('removedAt', 'is', null)
    .orderBy(sql`case when "retiredAt" is null then 0 else 1 end`)
    .orderBy(
      sql`case kind when 'number' then 0 when 'threshold' then 1 when 'escalation' then 2 when 'form' then 3 else 4 end`,
    )
    .orderBy('heading')
    .orderBy('id')
    .limit(most),
);
