import { canonical } from '../../journal/chain.ts';
import type { ChainedEntry } from '../../journal/entry.ts';
import type { JournalLine, JournalLines } from '../../journal/journal-line.ts';
import { createParameters } from './parameters.ts';
import type { Pool } from './pool.ts';

type Row = Omit<ChainedEntry, 'subjects' | 'fields'> & { readonly subjects: string; readonly fields: string };

const listed = (text: string) => JSON.parse(text) as readonly string[];

/** A tenant's chain, some entries at a time. */
export function createJournalLines(pool: Pool): JournalLines {
  return async (tenant, after, most) => {
    const p = createParameters();
    const text = `select * from journal where tenant = ${p.text(tenant)} and n > ${p.whole(after)} order by n limit ${p.whole(most)}`;
    const rows = await pool.rows<Row>({ text, values: p.values });
    return rows.map((row): JournalLine => {
      const { n, at, hash } = row;
      const entry = { ...row, subjects: listed(row.subjects), fields: listed(row.fields) };
      return { n, at, hash, text: canonical(n, entry) };
    });
  };
}
