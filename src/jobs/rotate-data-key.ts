import { copyFileSync, chmodSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import SQLite from 'better-sqlite3-multiple-ciphers';
import type { KeyRing } from '../keys/key-ring.ts';
import { syncFile } from '../keys/sync-file.ts';
import type { Clock } from '../ports/clock.ts';
import type { Snapshot } from '../store/snapshot.ts';
import { keysOf } from '../store/keys.ts';
import { checkCopy } from '../store/sqlite/check-copy.ts';
import { unlock } from '../store/sqlite/database.ts';
import { placesIn } from '../store/sqlite/places-in.ts';
import { rekeyCopy } from '../store/sqlite/rekey-copy.ts';
import { snapshotOf } from '../store/sqlite/snapshot-of.ts';

export interface RotateDataKeyParts {
  /** Where the database lies; undefined for a fleet, whose database has an encryption of its own. */
  readonly folder: string | undefined;
  /** Keeps a ring, whole or not at all. */
  readonly keep: (ring: KeyRing) => Promise<void>;
  readonly clock: Clock;
  /** Is told of each step before it is taken; a test ends the process there. */
  readonly before?: (step: RotationStep) => void;
}

export type RotationStep = 'name-next' | 'copy' | 'encrypt' | 'check' | 'put-in' | 'retire';

/**
 * A new data key, and the database of the folder under it. Only while no Lantern runs: whoever calls holds the writer's lock.
 * The database is copied and the copy encrypted anew, and takes its place in one rename; the ring names both keys from before the
 * first byte is written until after that. Killed anywhere, one of the two opens the file (`settled` finds out which).
 * @throws Error when the copy does not hold what the database holds, or the disk is full; then nothing was changed
 */
export async function rotateDataKey(ring: KeyRing, parts: RotateDataKeyParts): Promise<KeyRing> {
  const { folder, keep, clock, before = () => undefined } = parts;
  const at = clock.now();
  const next = randomBytes(32);
  const done: KeyRing = { current: next, retired: [{ key: ring.current, at }, ...ring.retired] };
  if (folder !== undefined && existsSync(placesIn(folder).database)) {
    before('name-next');
    await keep({ ...ring, next: { key: next, at } });
    await exchange(folder, ring, done, parts);
  }
  before('retire');
  await keep(done);
  return done;
}

async function exchange(
  folder: string,
  old: KeyRing,
  done: KeyRing,
  { keep, before = () => undefined }: RotateDataKeyParts,
): Promise<void> {
  const { database, index, rekeying, restoring } = placesIn(folder);
  try {
    if (existsSync(restoring)) throw new Error(`A restore was begun here and not ended (${restoring}): end it first.`);
    await encryptAnew(folder, old, done, before);
  } catch (error) {
    rmSync(rekeying, { force: true });
    await keep(old);
    throw error;
  }
  before('put-in');
  rmSync(index, { force: true });
  renameSync(rekeying, database);
  if (process.platform !== 'win32') syncFile(folder);
}

async function encryptAnew(
  folder: string,
  old: KeyRing,
  done: KeyRing,
  before: (step: RotationStep) => void,
): Promise<void> {
  const { database, rekeying } = placesIn(folder);
  const [from, to] = [keysOf(old).database, keysOf(done).database];
  const snapshot = closeLog(folder, from);
  before('copy');
  copyFileSync(database, rekeying);
  chmodSync(rekeying, 0o600);
  before('encrypt');
  rekeyCopy(rekeying, from, to);
  before('check');
  const check = await checkCopy(rekeying, to);
  if (!check.ok || JSON.stringify(check.snapshot) !== JSON.stringify(snapshot))
    throw new Error(`The database could not be encrypted anew, and was left as it is. ${check.ok ? '' : check.why}`);
  syncFile(rekeying);
}

/** Brings the log into the file, so that the file is all there is. @returns what it holds */
function closeLog(folder: string, key: string): Snapshot {
  const { database, log } = placesIn(folder);
  const sqlite = new SQLite(database, { fileMustExist: true });
  try {
    unlock(sqlite, key);
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    return snapshotOf(sqlite);
  } finally {
    sqlite.close();
    if (existsSync(log) && statSync(log).size > 0)
      throw new Error(`${database} is being read by something else. Stop that, and try again.`);
  }
}
