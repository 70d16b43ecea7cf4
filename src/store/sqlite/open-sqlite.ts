import type { Clock } from '../../ports/clock.ts';
import type { RecordType } from '../../records/define-record.ts';
import type { OperationalStore } from '../operational-store.ts';
import { createAccount } from './account.ts';
import { openDatabase } from './database.ts';
import { createFilingQueue } from './filing-queue.ts';
import { createNextGeneration } from './generation.ts';
import { createJournalLines } from './journal-lines.ts';
import { createJournalMarks } from './journal-marks.ts';
import { createMessageQueue } from './message-queue.ts';
import { createReferences } from './references.ts';
import { createStore } from './store.ts';
import { createSyncStore } from './sync-store.ts';

/**
 * The operational store on SQLite: one encrypted file, one process, no moving parts.
 * @param folder data folder on a disk of this machine
 * @param key 32 bytes as hexadecimal digits
 * @param machine the machine's clock: due times and leases
 * @throws StoreFault, AnotherWriter: see openDatabase
 */
export function openSqlite(
  folder: string,
  key: string,
  types: readonly RecordType[],
  machine: Clock,
): OperationalStore {
  const { sqlite, checkpoint, close } = openDatabase(folder, key);
  const { store, journalEntries, actsAfter } = createStore(sqlite, types, machine);
  return {
    store,
    filingQueue: createFilingQueue(sqlite, machine),
    messageQueue: createMessageQueue(sqlite, machine),
    references: createReferences(sqlite, machine),
    nextGeneration: createNextGeneration(sqlite, types),
    account: createAccount(sqlite, types),
    sync: createSyncStore(sqlite, types),
    async *journalEntries(tenant) {
      yield* journalEntries(tenant);
    },
    journalLines: createJournalLines(sqlite),
    journalMarks: createJournalMarks(sqlite),
    actsAfter,
    ready: async () => sqlite.open,
    housekeeping: async () => checkpoint(),
    close: async () => close(),
  };
}
