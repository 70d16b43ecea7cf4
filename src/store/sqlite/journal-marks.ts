import type SQLite from 'better-sqlite3-multiple-ciphers';
import { emptyHead, genesis } from '../../journal/chain.ts';
import type { JournalMarks } from '../../journal/journal-mark.ts';
import type { Tables } from './tables.ts';

/** How far each tenant's journal lies in SharePoint. */
export function createJournalMarks(sqlite: SQLite.Database): JournalMarks {
  const read = sqlite.prepare<[string], Tables['journalMark']>('select * from journalMark where tenant = ?');
  const filed = sqlite.prepare<[string, number, string]>(
    `insert into journalMark (tenant, filedN, filedHash, anchoredN, anchoredAt) values (?, ?, ?, 0, null)
     on conflict (tenant) do update set filedN = excluded.filedN, filedHash = excluded.filedHash where filedN < excluded.filedN`,
  );
  const anchored = sqlite.prepare<[string, string, number, string]>(
    `insert into journalMark (tenant, filedN, filedHash, anchoredN, anchoredAt) values (?, 0, ?, ?, ?)
     on conflict (tenant) do update set anchoredN = excluded.anchoredN, anchoredAt = excluded.anchoredAt
       where anchoredN < excluded.anchoredN`,
  );
  return {
    async read(tenant) {
      const row = read.get(tenant);
      const { anchoredN: n, anchoredAt: at } = row ?? { anchoredN: 0, anchoredAt: null };
      return {
        filed: row ? { n: row.filedN, hash: row.filedHash } : emptyHead,
        anchored: at === null ? undefined : { n, at },
      };
    },
    filed: async (tenant, { n, hash }) => void filed.run(tenant, n, hash),
    anchored: async (tenant, n, at) => void anchored.run(tenant, genesis, n, at),
  };
}
