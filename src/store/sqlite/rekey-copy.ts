import SQLite from 'better-sqlite3-multiple-ciphers';
import { unlock } from './database.ts';

/**
 * Encrypts a copy of a database anew, page by page. Only ever a copy: broken off halfway, it is neither the old nor the new.
 * @param from, to 32 bytes each, as hexadecimal digits
 */
export function rekeyCopy(file: string, from: string, to: string): void {
  const sqlite = new SQLite(file, { fileMustExist: true });
  try {
    unlock(sqlite, from);
    // A log beside the copy would be under the old key.
    sqlite.pragma('journal_mode=DELETE');
    sqlite.pragma(`rekey="x'${to}'"`);
  } finally {
    sqlite.close();
  }
}
