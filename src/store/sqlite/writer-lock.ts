import Database from 'better-sqlite3-multiple-ciphers';
import { join } from 'node:path';

export class AnotherWriter extends Error {
  readonly code = 'another-writer';
  constructor(folder: string) {
    super(`Another Lantern is using ${folder}. Stop it first, or give this one a folder of its own (LANTERN_DATA).`);
    this.name = 'AnotherWriter';
  }
}

/**
 * Makes this process the only writer of a data folder until it ends: an exclusive lock of the operating system,
 * held through an empty SQLite file, so that it is free again the moment the process dies, however it dies.
 * @param name another lock of the same kind, for what may go on beside the writer
 * @throws AnotherWriter when it is held
 */
export function lockWriter(folder: string, name = 'writer.lock'): { release(): void } {
  const lock = new Database(join(folder, name), { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch {
    lock.close();
    throw new AnotherWriter(folder);
  }
  return { release: () => lock.close() };
}
