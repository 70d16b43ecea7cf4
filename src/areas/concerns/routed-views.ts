import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { RoutedItem, RoutedPage } from './contract.ts';
import { lineById, linesNewestFirst, type RoutedRow } from './triage-queries.ts';

const shown = ['concernRef', 'toRole', 'line', 'childName', 'yearGroup', 'routedAt', 'routedByName', 'seenByName'];
const byId = z.strictObject({ id: z.string() });

/** The lines that were passed to the teams for which one reads, newest first; never the concerns behind them. */
export const listRouted: View<Record<string, never>, RoutedRow, RoutedPage> = {
  verb: 'list-routed',
  shape: 'page',
  fields: shown,
  params: z.strictObject({}),
  query: linesNewestFirst,
  values: () => ({}),
  present: (rows) => ({ answer: { items: rows.map(presentLine) }, ids: rows.map(({ id }) => id) }),
};

/** What the card about a line says: whom it is from, and whether somebody has seen it. */
export interface RoutedNotice {
  readonly by: string;
  readonly seenBy?: string;
}

export const readRouted: View<z.infer<typeof byId>, RoutedRow, RoutedNotice> = {
  verb: 'read-routed',
  shape: 'one',
  fields: ['routedByName', 'seenByName'],
  params: byId,
  query: lineById,
  values: ({ id }) => ({ id }),
  present(rows) {
    const [row] = rows;
    if (!row) throw new Error('a view of one record was asked to present none');
    const seen = row.seenByName === null ? {} : { seenBy: row.seenByName };
    return { answer: { by: row.routedByName, ...seen }, ids: [row.id] };
  },
};

const presentLine = (row: RoutedRow): RoutedItem => ({
  id: row.id,
  team: row.toRole,
  ref: row.concernRef,
  child: row.childName,
  ...(row.yearGroup !== null && { yearGroup: row.yearGroup }),
  line: row.line,
  at: row.routedAt,
  by: row.routedByName,
  ...(row.seenAt !== null && { seenAt: row.seenAt }),
  ...(row.seenByName !== null && { seenByName: row.seenByName }),
});
