import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { JournalLine, JournalLines } from '../../journal/journal-line.ts';

/** A list as it is kept; one that somebody made unreadable stands there as text, and then the chain does not hold. */
const list = (column: string) => `case when json_valid(${column}) then json(${column}) else ${column} end`;

/** SQLite writes JSON as JSON.stringify does, and so the canonical text: half the work of fetching the fields and writing it here. */
const fields = `n, tenant, at, actor, act, verb, about, ${list('subjects')}, outcome, ${list('fields')}, digest`;
/** An entry of before door and rights were noted has neither in its text. */
const text = `case when door is null and rights is null then json_array(${fields})
  else json_array(${fields}, door, ${list('rights')}) end`;

/** A tenant's chain, some entries at a time: between two calls others may write. */
export function createJournalLines(sqlite: SQLite.Database): JournalLines {
  const rows = sqlite
    .prepare<[string, number, number], [number, string, string, string]>(
      `select n, at, ${text}, hash from journal where tenant = ? and n > ? order by n limit ?`,
    )
    .raw();
  return async (tenant, after, most) =>
    rows.all(tenant, after, most).map(([n, at, text, hash]): JournalLine => ({ n, at, text, hash }));
}
