import type { Clock } from '../../ports/clock.ts';
import type { RecordType } from '../../records/define-record.ts';
import type { OperationalStore } from '../operational-store.ts';
import { StoreFault } from '../store-fault.ts';
import { vitalsQuestion, type Vitals } from '../vitals.ts';
import { createAccount } from './account.ts';
import { createChannelReferences } from './channel-references.ts';
import { copyOnline } from './copy-online.ts';
import { openDatabase } from './database.ts';
import { createFilingQueue } from './filing-queue.ts';
import { createNextGeneration } from './generation.ts';
import { createHealth } from './health.ts';
import { createJournalLines } from './journal-lines.ts';
import { createJournalMarks } from './journal-marks.ts';
import { createJournalReader } from './journal-reader.ts';
import { createMessageQueue } from './message-queue.ts';
import { createReferences } from './references.ts';
import { stopAtFailedSync } from './stop-at-failed-sync.ts';
import { createRestored } from './restored.ts';
import { createSpoolFolder } from './spool.ts';
import { createStore } from './store.ts';
import { createSyncStore } from './sync-store.ts';

/**
 * The operational store on SQLite: one encrypted file, one process, no moving parts.
 * @param folder data folder on a disk of this machine
 * @param key 32 bytes as hexadecimal digits
 * @param machine the machine's clock: due times and leases
 * @throws StoreFault, AnotherWriter: see openDatabase; StoreFault also when a newer Lantern has been here
 */
export function openSqlite(
  folder: string,
  key: string,
  types: readonly RecordType[],
  machine: Clock,
): OperationalStore {
  const { sqlite, checkpoint, close } = openDatabase(folder, key);
  const { store, journalEntries, actsAfter } = orClose(() => createStore(sqlite, types, machine), close);
  let tell: (fault: StoreFault) => void;
  const failed = new Promise<StoreFault>((resolve) => (tell = resolve));
  const guarded = <T extends object>(part: T): T =>
    stopAtFailedSync(part, () => {
      tell(new StoreFault('not-synced', notSynced(folder)));
      // From now on every call is refused.
      sqlite.close();
    });
  const generation = createNextGeneration(sqlite, types);
  const vitals = sqlite.prepare<[string], Vitals>(vitalsQuestion('?'));
  let copies = 0;
  let copying: Promise<unknown> = Promise.resolve();
  const hold = () => {
    copies++;
    return () => void copies--;
  };
  return {
    store: guarded(store),
    filingQueue: guarded(createFilingQueue(sqlite, machine)),
    messageQueue: guarded(createMessageQueue(sqlite, machine)),
    spool: createSpoolFolder(folder, machine),
    references: guarded(createReferences(sqlite, machine)),
    channelReferences: guarded(createChannelReferences(sqlite)),
    nextGeneration: { ...guarded(generation), rows: () => guarded(generation.rows()) },
    account: createAccount(sqlite, types),
    sync: guarded(createSyncStore(sqlite, types)),
    async *journalEntries(tenant) {
      yield* journalEntries(tenant);
    },
    journalLines: createJournalLines(sqlite),
    journalMarks: guarded(createJournalMarks(sqlite)),
    journalReader: guarded(createJournalReader(sqlite)),
    actsAfter,
    async vitals() {
      const found = vitals.get(machine.now());
      if (!found) throw new Error('a count gave nothing');
      return found;
    },
    restored: guarded(createRestored(sqlite)),
    health: createHealth(sqlite),
    ready: async () => sqlite.open,
    ...guarded({
      housekeeping: async () => void (copies === 0 && checkpoint()),
      async copyTo(file: string) {
        const made = copyOnline(sqlite, file, hold);
        copying = Promise.allSettled([copying, made]);
        return made;
      },
    }),
    failed,
    async close() {
      await copying;
      close();
    },
  };
}

/** Whoever mends it, or starts the right Lantern, must not find it held. */
function orClose<T>(make: () => T, close: () => void): T {
  try {
    return make();
  } catch (error) {
    close();
    throw error;
  }
}

const notSynced = (folder: string) =>
  `The disk under ${folder} did not confirm what was written to it, so Lantern takes nothing more. Everything it has acknowledged is safe; ` +
  'what it refused just now may be there or not, and can be sent again. See to the disk, then start Lantern.';
