import { canonical } from '../../journal/chain.ts';
import type { JournalLine, JournalLines } from '../../journal/journal-line.ts';
import { entryIn, type HeldEntry } from '../held-entry.ts';
import { createParameters } from './parameters.ts';
import type { Pool } from './pool.ts';

/** A tenant's chain, some entries at a time. */
export function createJournalLines(pool: Pool): JournalLines {
  return async (tenant, after, most) => {
    const p = createParameters();
    const text = `select * from journal where tenant = ${p.text(tenant)} and n > ${p.whole(after)} order by n limit ${p.whole(most)}`;
    const rows = await pool.rows<HeldEntry>({ text, values: p.values });
    return rows.map((row): JournalLine => {
      const { n, at, hash } = row;
      return { n, at, hash, text: canonical(n, entryIn(row)) };
    });
  };
}
