import SQLite from 'better-sqlite3-multiple-ciphers';
import { createChainReader } from '../../journal/chain-reader.ts';
import type { Snapshot } from '../snapshot.ts';
import { unlock } from './database.ts';
import { createJournalLines } from './journal-lines.ts';
import { snapshotOf } from './snapshot-of.ts';

export type CopyCheck =
  { readonly ok: true; readonly snapshot: Snapshot } | { readonly ok: false; readonly why: string };

const atOnce = 2_000;

/**
 * Opens a copy of the database and reads all of it: every page, every index, the journal's chain from its first entry.
 * Afterwards it is one file, with no log beside it. For a process that answers nobody meanwhile.
 * @param key 32 bytes as hexadecimal digits
 */
export async function checkCopy(file: string, key: string): Promise<CopyCheck> {
  let sqlite: SQLite.Database | undefined;
  try {
    sqlite = new SQLite(file, { fileMustExist: true });
    unlock(sqlite, key);
    sqlite.pragma('journal_mode=DELETE');
    const found = sqlite.pragma('integrity_check(1)', { simple: true });
    if (found !== 'ok') return { ok: false, why: 'A page or an index of it is damaged.' };
    const snapshot = snapshotOf(sqlite);
    const lines = createJournalLines(sqlite);
    for (const { tenant, n } of snapshot.heads) {
      const chain = createChainReader(
        (after) => lines(tenant, after, atOnce),
        [],
        () => undefined,
      );
      await chain.toTheEnd();
      if (chain.head.n !== n) return { ok: false, why: `Its journal does not hold at entry ${chain.head.n + 1}.` };
    }
    return { ok: true, snapshot };
  } catch {
    return {
      ok: false,
      why: 'It cannot be read: it is damaged, or it was made under another data.key than this folder’s.',
    };
  } finally {
    sqlite?.close();
  }
}
