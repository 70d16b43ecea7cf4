import { demo } from '../../src/local/cast.ts';
import type { Look, OperationalReader } from './operational-reader.ts';

/** Whether looks leave their rows in the journal: a list that is quick because it leaves none is worth nothing. */
export interface JournalWatch {
  /** Looks so often, one at a time. @returns what was wrong when a row was not there by the time of its answer */
  missedAtOnce(times: number, look: () => Promise<unknown>): Promise<string | undefined>;
  /** @param looks made since the watch began @returns what is wrong when there is not exactly one row for each */
  missed(looks: number): string | undefined;
  /** What is wrong when the chain does not hold. */
  broken(): string | undefined;
}

export function watchJournal(store: OperationalReader, look: Look): JournalWatch {
  const begin = store.looks(look);
  return {
    async missedAtOnce(times, ask) {
      for (let n = 0; n < times; n++) {
        const before = store.looks(look);
        await ask();
        if (store.looks(look) !== before + 1) return 'an answer was given before its look was in the journal';
      }
      return undefined;
    },
    missed(looks) {
      const rows = store.looks(look) - begin;
      return rows === looks ? undefined : `${looks} looks left ${rows} rows in the journal`;
    },
    broken() {
      const check = store.chain(demo.tenantId);
      return check.intact ? undefined : `the journal’s chain is broken at row ${check.firstBad}`;
    },
  };
}
