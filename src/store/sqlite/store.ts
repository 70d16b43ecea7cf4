import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../perform/store.ts';
import type { RecordType } from '../../records/define-record.ts';
import { recordFromRow } from '../../records/table.ts';
import { createAsk } from './ask.ts';
import { createCommit } from './commit.ts';
import { createJournalTable } from './journal-table.ts';
import { migrate } from './schema.ts';

/**
 * The operational store on SQLite. Each method is one synchronous piece of work behind a promise,
 * so that nothing of another request falls inside it.
 * @param machine the machine's clock: due times and leases, never school matters
 */
export function createStore(sqlite: SQLite.Database, types: readonly RecordType[], machine: Clock) {
  migrate(sqlite, types);
  // The writer's lock is ours, so whoever held these leases is gone.
  sqlite.exec('update outbox set leaseUntil = null where leaseUntil is not null');
  const ask = createAsk(sqlite);
  const journal = createJournalTable(sqlite);
  const commits = createCommit(sqlite, ask, journal, () => machine.now());
  const byId = new Map(
    types.map((type) => [
      type.name,
      sqlite.prepare<[string, string], Record<string, unknown>>(
        `select * from "${type.name}" where tenant = ? and id = ?`,
      ),
    ]),
  );

  const store: Store = {
    answer: async (key) => commits.answer(key),
    async record(tenant, type, id) {
      const row = byId.get(type.name)?.get(tenant, id);
      return row && recordFromRow(type, row);
    },
    rows: async (tenant, query, values, within) => ask(tenant, query, values, within),
    next: async (tenant, counter) => commits.next(tenant, counter),
    commit: async (commit) => commits.commit(commit),
    journal: (entry, seen) => journal.appendSoon(entry, seen),
  };
  return {
    store,
    journalEntries: (tenant: string) => journal.entries(tenant),
    actsAfter: async (tenant: string, after: number | undefined) => journal.actsAfter(tenant, after),
  };
}
