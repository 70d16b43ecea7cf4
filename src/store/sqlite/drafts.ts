import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { DraftChange } from '../../perform/types.ts';

/** Drafts of records, part by part; they change within an act's transaction only. */
export function createDrafts(sqlite: SQLite.Database) {
  const newer = sqlite.prepare<[string, string, number]>(
    'select 1 from draft where tenant = ? and subject = ? and id > ? limit 1',
  );
  const drop = sqlite.prepare<[string, string, number]>(
    'delete from draft where tenant = ? and subject = ? and id <= ?',
  );
  const keep = sqlite.prepare<[string, string, string]>('insert into draft (tenant, subject, bytes) values (?, ?, ?)');

  return {
    /** @returns false where the draft was to end and somebody has added to it since: then nothing was changed */
    change(tenant: string, { of, add, upto }: DraftChange): boolean {
      if (add === undefined && newer.get(tenant, of, Number(upto ?? 0)) !== undefined) return false;
      if (upto !== undefined) drop.run(tenant, of, Number(upto));
      if (add !== undefined) keep.run(tenant, of, add);
      return true;
    },
  };
}
