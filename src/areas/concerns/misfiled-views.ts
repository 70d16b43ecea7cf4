import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { RegisteredEntry, RegisterItem, RegisterPage } from './contract.ts';
import { misfiledNewestFirst, type RegisteredRow } from './misfiled-queries.ts';
import { filedOf } from '../outside/rules.ts';
import { presentAddenda, wholeText } from './present.ts';
import { concernById, type ConcernRow } from './queries.ts';

const byId = z.strictObject({ id: z.string() });

/** The restricted register: what was found under a wrong child, when and by whom, and where it went on. No child, no words. */
export const listMisfiled: View<Record<string, never>, RegisteredRow, RegisterPage> = {
  verb: 'list-misfiled',
  shape: 'page',
  fields: ['ref', 'reportedAt', 'reporterName', 'misfiledAt', 'misfiledByName', 'continuedAsRef'],
  params: z.strictObject({}),
  query: misfiledNewestFirst,
  values: () => ({}),
  present: (rows) => ({ answer: { items: rows.map(presentRegistered) }, ids: rows.map(({ id }) => id) }),
};

/** One entry of the register, whole: the record is kept, whatever it turned out to be. */
export const readMisfiled: View<z.infer<typeof byId>, ConcernRow, RegisteredEntry> = {
  verb: 'read-misfiled',
  shape: 'one',
  fields: ['*'],
  params: byId,
  query: concernById,
  values: ({ id }) => ({ id }),
  present(rows, { may }) {
    const [row] = rows;
    if (!row) throw new Error('a view of one record was asked to present none');
    const { rev, safeNow, childAsTyped, whenAsTyped } = row;
    const answer: RegisteredEntry = {
      ...presentRegistered(row),
      ...{ rev, safeNow, childAsTyped, whenAsTyped },
      reason: row.misfiledReason ?? '',
      child: row.childName ?? childAsTyped,
      others: row.othersNamed === null || row.othersNamed === '' ? [] : row.othersNamed.split('\n'),
      words: wholeText(row),
      addenda: presentAddenda(row),
      abilities: { settle: row.stopped !== null && may('settle-filing', row) },
    };
    return { answer, ids: [row.id] };
  },
};

const presentRegistered = (row: RegisteredRow): RegisterItem => ({
  id: row.id,
  ref: row.ref ?? '',
  reportedAt: row.reportedAt,
  reporterName: row.reporterName,
  misfiledAt: row.misfiledAt ?? '',
  misfiledByName: row.misfiledByName ?? '',
  continuedAsId: row.continuedAsId ?? '',
  continuedAsRef: row.continuedAsRef ?? '',
  filed: filedOf(row),
});
