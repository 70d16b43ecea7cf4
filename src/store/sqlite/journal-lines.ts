import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { JournalLine, JournalLines } from '../../journal/journal-line.ts';
import type { Tables } from './tables.ts';

const json = (value: string) => JSON.stringify(value);

/**
 * Lists are kept as the JSON that stands in the canonical text, so they need not be read to be written again. They must end
 * where they end: else a row could be cut into other fields and give the same text.
 */
function listText(kept: string): string {
  if (kept.startsWith('[') && kept.indexOf(']') === kept.length - 1) return kept;
  try {
    return json(JSON.parse(kept) as string);
  } catch {
    return 'not a list';
  }
}

const textOf = (row: Tables['journal']): string =>
  `[${row.n},${json(row.tenant)},${json(row.at)},${json(row.actor)},${json(row.act)},${json(row.verb)},${json(row.about)},` +
  `${listText(row.subjects)},${json(row.outcome)},${listText(row.fields)},${json(row.digest)}]`;

/** A tenant's chain, some entries at a time: between two calls others may write. */
export function createJournalLines(sqlite: SQLite.Database): JournalLines {
  const rows = sqlite.prepare<[string, number, number], Tables['journal']>(
    'select * from journal where tenant = ? and n > ? order by n limit ?',
  );
  return async (tenant, after, most) =>
    rows.all(tenant, after, most).map((row): JournalLine => {
      const { n, at, hash } = row;
      return { n, at, hash, text: textOf(row) };
    });
}
