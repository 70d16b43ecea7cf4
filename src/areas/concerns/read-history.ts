import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { DecisionItem, HistoryPage } from './contract.ts';
import { decisionsOfConcern, type DecisionRow } from './triage-queries.ts';

const byId = z.strictObject({ id: z.string() });

/** What was decided about one concern, newest first, with reasons. */
export const readHistory: View<z.infer<typeof byId>, DecisionRow, HistoryPage> = {
  verb: 'read-history',
  shape: 'one',
  fields: ['*'],
  params: byId,
  query: decisionsOfConcern,
  values: ({ id }) => ({ id }),
  present(rows, { params }) {
    const items = rows.flatMap(presentDecision);
    return { answer: { items }, ids: [params.id, ...items.map(({ id }) => id)] };
  },
};

function presentDecision({
  concern: _id,
  rev,
  filedRev,
  decidedAt,
  decidedByName,
  ...row
}: DecisionRow): DecisionItem[] {
  const { id, what } = row;
  if (id === null || what === null || decidedAt === null) return [];
  const said = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Partial<DecisionItem>;
  const filed = filedRev === rev ? 'filed' : 'received';
  return [{ ...said, id, what, at: decidedAt, by: decidedByName ?? '', filed }];
}
