import type SQLite from 'better-sqlite3-multiple-ciphers';
import { chmod, copyFile, open } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Snapshot } from '../snapshot.ts';
import { snapshotOf } from './snapshot-of.ts';

const tries = 50;

/**
 * Copies the database to another file while it is being written to. Commits go into the log beside the file, and the file itself
 * changes only at a checkpoint: so all that is needed is a whole checkpoint, and none until the copy is made. What is copied are
 * the encrypted bytes, by threads of the system: nobody waits for it.
 * @param hold keeps checkpoints away until what it gives is called
 * @returns what the copy must hold
 */
export async function copyOnline(sqlite: SQLite.Database, to: string, hold: () => () => void): Promise<Snapshot> {
  const release = hold();
  try {
    await wholeCheckpoint(sqlite);
    const snapshot = snapshotOf(sqlite);
    await copyFile(sqlite.name, to);
    await chmod(to, 0o600);
    const file = await open(to, 'r+');
    await file.sync().finally(() => file.close());
    return snapshot;
  } finally {
    release();
  }
}

/** Resolves in the turn of the event loop in which the file held everything. */
async function wholeCheckpoint(sqlite: SQLite.Database): Promise<void> {
  for (let n = 0; n < tries; n++) {
    const [done] = sqlite.pragma('wal_checkpoint(PASSIVE)') as { busy: number; log: number; checkpointed: number }[];
    if (done && done.busy === 0 && done.log === done.checkpointed) return;
    await sleep(100);
  }
  throw new Error('the database is being read from outside, and its log does not come into the file');
}
