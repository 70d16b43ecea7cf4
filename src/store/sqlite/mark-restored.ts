import SQLite from 'better-sqlite3-multiple-ciphers';
import { unlock } from './database.ts';

/**
 * Notes in a copy that is about to become the database that it comes from a backup, and of each act that waits in it that
 * SharePoint may hold it already, with later ones.
 */
export function markRestored(file: string, key: string, at: string): void {
  const sqlite = new SQLite(file, { fileMustExist: true });
  try {
    unlock(sqlite, key);
    sqlite.transaction(() => {
      sqlite.exec('create table if not exists restored (at text not null)');
      sqlite.prepare('insert into restored (at) values (?)').run(at);
      sqlite.exec(
        `update outbox set payload = json_set(payload, '$.replayed', json('true')), attempts = 0 where channel = 'sharepoint'`,
      );
    })();
  } finally {
    sqlite.close();
  }
}
