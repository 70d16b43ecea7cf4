import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { StoreHealth, Waiting } from '../store-health.ts';

/** As `database.ts` sets them; a pragma answers with a number. */
const needed = [
  ['journal_mode', ['wal']],
  ['synchronous', ['2']],
  ['foreign_keys', ['1']],
  ['secure_delete', ['1']],
] as const;

/** What the database says of itself. */
export function createHealth(sqlite: SQLite.Database): () => Promise<StoreHealth> {
  const waiting = sqlite.prepare<[string, string], { count: number; oldest: string | null }>(
    'select count(*) as count, min(createdAt) as oldest from outbox where channel = ? and state = ?',
  );
  const of = (channel: string): Waiting => {
    const { count = 0, oldest } = waiting.get(channel, 'waiting') ?? {};
    return { count, ...(oldest && { oldest }) };
  };
  return async () => ({
    engine: 'SQLite',
    settings: needed.map(([name, values]) => ({
      name,
      is: String(sqlite.pragma(name, { simple: true })),
      needed: values,
    })),
    filings: of('sharepoint'),
    messages: of('message'),
    stopped: waiting.get('sharepoint', 'stopped')?.count ?? 0,
  });
}
