import { setImmediate } from 'node:timers/promises';
import type { JournalReader } from '../journal/journal-reader.ts';

const batch = 500;
/** Some seconds of a busy school; what a database has from before the index is the worker's. */
const mostBatches = 8;

/**
 * Takes what was added a moment ago into the index, before somebody asks it.
 * @returns undefined when it is up to date; else the time of the last entry that it knows, or the empty text for none
 */
export async function upToDate(reader: JournalReader, tenant: string): Promise<string | undefined> {
  for (let i = 0; i < mostBatches; i++) {
    if ((await reader.index(tenant, batch)) < batch) return undefined;
    await setImmediate();
  }
  return (await reader.indexedTo(tenant)).at ?? '';
}
