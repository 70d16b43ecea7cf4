import SQLite from 'better-sqlite3-multiple-ciphers';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { StoreFault } from '../store-fault.ts';
import { networkFileSystem } from './network-file-system.ts';
import { placesIn } from './places-in.ts';
import { lockWriter } from './writer-lock.ts';

export interface Database {
  readonly sqlite: SQLite.Database;
  /** Moves the log into the database file; on a schedule, so that it never falls between a commit and its answer. */
  checkpoint(): void;
  close(): void;
}

/**
 * Gives a connection that was just opened the key of its file.
 * @param key 32 bytes as hexadecimal digits
 */
export function unlock(sqlite: SQLite.Database, key: string): void {
  sqlite.pragma(`cipher='sqlcipher'`);
  // Given as the raw key: it is random already, and stretching it would only slow the start.
  sqlite.pragma(`key="x'${key}'"`);
}

/** The disk's fault and not the file's. */
const isOfTheDisk = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^SQLITE_(FULL|IOERR_(FSYNC|DIR_FSYNC|WRITE|TRUNCATE))$/.test(String(error.code));

const unreadable = (why: string) =>
  new StoreFault(
    'unreadable',
    `${why} Put a backup in its place: npm run restore -- FILE (data.key must be the backup’s).`,
  );

/** What can be told before SQLite looks: it would take an empty file for a new database, and all records would seem gone. */
function faultBefore({ database, log, restoring }: ReturnType<typeof placesIn>): StoreFault | undefined {
  if (existsSync(restoring)) return unreadable(`A restore was begun here and not ended (${restoring}).`);
  if (existsSync(database) ? statSync(database).size === 0 : existsSync(log))
    return unreadable(`${database} is empty, or gone without its log: it is damaged.`);
  return undefined;
}

/** Sets up a connection, and reads every page: what is damaged is found now, and not by the person who needs it. */
function setUp(sqlite: SQLite.Database, key: string): void {
  unlock(sqlite, key);
  sqlite.pragma('journal_mode=WAL');
  sqlite.pragma('synchronous=FULL');
  sqlite.pragma('wal_autocheckpoint=0');
  sqlite.pragma('foreign_keys=ON');
  sqlite.pragma('secure_delete=ON');
  sqlite.pragma('cache_size=-16000');
  if (sqlite.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new Error('a page is damaged');
  // The log may end in what was written and never synced. Copied into the file it is written and synced anew, so that what is
  // acknowledged from now on does not stand behind it.
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
}

/**
 * Opens (or makes) the encrypted operational database of a data folder as its only writer.
 * WAL with synchronous=FULL: one sync for each commit, and what was committed survives a power cut.
 * @param key 32 bytes as hexadecimal digits
 * @throws StoreFault on a network file system, on a full or failing disk, or when the file is damaged or the key is another's
 * @throws AnotherWriter when a second process holds it
 */
export function openDatabase(folder: string, key: string): Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const network = networkFileSystem(folder);
  if (network) {
    throw new StoreFault(
      'network-file-system',
      `${folder} lies on ${network}, where SQLite loses data. Use a disk of this machine.`,
    );
  }
  const lock = lockWriter(folder);
  const places = placesIn(folder);
  const fault = faultBefore(places);
  if (fault) {
    lock.release();
    throw fault;
  }
  const sqlite = new SQLite(places.database, { timeout: 5000 });
  try {
    setUp(sqlite, key);
  } catch (error) {
    sqlite.close();
    lock.release();
    throw isOfTheDisk(error)
      ? new StoreFault(
          'not-synced',
          `The disk under ${folder} is full or does not take what is written. Nothing is lost: see to the disk, then start Lantern.`,
        )
      : unreadable(`${places.database} cannot be read: it is damaged, or data.key is not its key.`);
  }
  return {
    sqlite,
    checkpoint: () => void sqlite.pragma('wal_checkpoint(PASSIVE)'),
    close() {
      if (sqlite.open) sqlite.pragma('wal_checkpoint(TRUNCATE)');
      sqlite.close();
      lock.release();
    },
  };
}
