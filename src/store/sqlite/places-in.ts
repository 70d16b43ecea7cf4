import { join } from 'node:path';

/** Where things lie in a data folder. */
export const placesIn = (folder: string) => ({
  database: join(folder, 'lantern.db'),
  log: join(folder, 'lantern.db-wal'),
  index: join(folder, 'lantern.db-shm'),
  /** A copy of a backup, until it takes the database's place. */
  restoring: join(folder, 'lantern.db.restoring'),
  backups: join(folder, 'backups'),
  /** The database under its next key, until it takes the database's place. */
  rekeying: join(folder, 'lantern.db.rekeying'),
  key: join(folder, 'data.key'),
  /** The same, wrapped by Key Vault. */
  wrappedKey: join(folder, 'data.key.json'),
});
