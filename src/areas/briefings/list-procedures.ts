import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import { schoolDay } from '../../records/school-day.ts';
import type { ProcedureItem, ProcedurePage } from './contract.ts';
import { isHttps } from './values.ts';
import { proceduresInOrder, type ProcedureRow } from './procedure-queries.ts';

/** What holds locally at the schools where one works; what was retired only for who keeps the list. */
export const listProcedures: View<Record<string, never>, ProcedureRow, ProcedurePage> = {
  verb: 'list-procedures',
  shape: 'page',
  fields: ['heading', 'kind', 'partnership', 'words', 'url', 'phone', 'reviewOn', 'keptByName', 'keptAt', 'retiredAt'],
  params: z.strictObject({}),
  query: proceduresInOrder,
  values: () => ({}),
  present(rows, { actor, may, now }) {
    const schools = [...new Set(actor.grants.map(({ school }) => school))];
    const mayAddTo = schools.filter((school) => may('add-procedure', { school }));
    const items = rows
      .map((row) => presentProcedure(row, may('correct-procedure', row), schoolDay(now)))
      .filter(({ retiredAt, mayChange }) => retiredAt === undefined || mayChange);
    return { answer: { items, mayAddTo }, ids: items.map(({ id }) => id) };
  },
};

const presentProcedure = (row: ProcedureRow, mayChange: boolean, today: string): ProcedureItem => ({
  ...{ id: row.id, rev: row.rev, school: row.school, heading: row.heading, kind: row.kind },
  ...{ partnership: row.partnership, reviewOn: row.reviewOn, inHelp: Boolean(row.inHelp) },
  ...{ keptByName: row.keptByName, keptAt: row.keptAt },
  ...(row.words !== null && { words: row.words }),
  ...(row.url !== null && isHttps(row.url) && { url: row.url }),
  ...(row.phone !== null && { phone: row.phone }),
  ...(row.retiredAt !== null && { retiredAt: row.retiredAt }),
  overdue: row.retiredAt === null && row.reviewOn < today,
  filed: row.filedRev === row.rev,
  mayChange,
});
