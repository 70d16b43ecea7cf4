import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { StoreHealth } from '../store-health.ts';

/** As `database.ts` sets them; a pragma answers with a number. */
const needed = [
  ['journal_mode', ['wal']],
  ['synchronous', ['2']],
  ['foreign_keys', ['1']],
  ['secure_delete', ['1']],
] as const;

/** What the database says of itself. */
export function createHealth(sqlite: SQLite.Database): () => Promise<StoreHealth> {
  return async () => ({
    engine: 'SQLite',
    settings: needed.map(([name, values]) => ({
      name,
      is: String(sqlite.pragma(name, { simple: true })),
      needed: values,
    })),
  });
}
