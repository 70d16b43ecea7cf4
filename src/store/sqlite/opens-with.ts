import SQLite from 'better-sqlite3-multiple-ciphers';
import { unlock } from './database.ts';

/**
 * Whether a key is a database's. Reads its first page only.
 * @param key 32 bytes as hexadecimal digits
 */
export function opensWith(file: string, key: string): boolean {
  let sqlite: SQLite.Database | undefined;
  try {
    sqlite = new SQLite(file, { fileMustExist: true, readonly: true });
    unlock(sqlite, key);
    sqlite.pragma('schema_version');
    return true;
  } catch {
    return false;
  } finally {
    sqlite?.close();
  }
}
