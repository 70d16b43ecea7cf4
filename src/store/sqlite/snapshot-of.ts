import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Snapshot } from '../snapshot.ts';

/** What a database holds now. */
export const snapshotOf = (sqlite: SQLite.Database): Snapshot => ({
  heads: sqlite
    .prepare<[], Snapshot['heads'][number]>(
      `select tenant, n, hash from journal as last
       where n = (select max(n) from journal where tenant = last.tenant) order by tenant`,
    )
    .all(),
  waiting: sqlite.prepare<[], number>('select count(*) from outbox').pluck().get() ?? 0,
});
