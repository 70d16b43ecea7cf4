import { join } from 'node:path';
import SQLite from 'better-sqlite3-multiple-ciphers';
import { verifyChain, type ChainCheck } from '../../src/journal/chain.ts';
import { demo } from '../../src/local/cast.ts';
import { readKeys } from '../../src/store/keys.ts';
import { unlock } from '../../src/store/sqlite/database.ts';
import { createJournalTable } from '../../src/store/sqlite/journal-table.ts';

/** A concern as the projection has it. */
export interface KeptConcern {
  readonly id: string;
  readonly rev: number;
  readonly filedRev: number;
  readonly status: string;
  readonly itemId: string | null;
  readonly escalatedAt: string | null;
}

/** What lies in Lantern's own store. */
export interface KeptStore {
  /** Acts on concerns that were done, as the journal has them. */
  readonly journal: readonly { readonly verb: string; readonly digest: string }[];
  readonly chain: ChainCheck;
  /** Writes that have not reached SharePoint. */
  readonly unfiled: number;
  readonly concerns: readonly KeptConcern[];
}

/** The verbs of the acts that clients do. */
export const clientVerbs = ['report-concern', 'take-concern', 'add-addendum', 'escalate-concern'] as const;

/** Looks into the file from outside. @param folder Lantern's data folder */
function inside<T>(folder: string, look: (sqlite: SQLite.Database) => T): T {
  const sqlite = new SQLite(join(folder, 'lantern.db'), { readonly: true });
  try {
    unlock(sqlite, readKeys(folder).database);
    return look(sqlite);
  } finally {
    sqlite.close();
  }
}

const countUnfiled = (sqlite: SQLite.Database): number =>
  sqlite.prepare<[], number>(`select count(*) from outbox where channel = 'sharepoint'`).pluck().get() ?? 0;

/** Writes that have not reached SharePoint, counted from outside. */
export const unfiledIn = (folder: string): number => inside(folder, countUnfiled);

/** All of it. @param since the journal's place after which to look */
export function keptStore(folder: string, since = 0): KeptStore {
  return inside(folder, (sqlite) => {
    const verbs = clientVerbs.map((verb) => `'${verb}'`).join(', ');
    return {
      journal: sqlite
        .prepare<[number], { verb: string; digest: string }>(
          `select act as verb, digest from journal where outcome = 'done' and n > ? and act in (${verbs}) order by n`,
        )
        .all(since),
      chain: verifyChain(createJournalTable(sqlite).entries(demo.tenantId)),
      unfiled: countUnfiled(sqlite),
      concerns: sqlite
        .prepare<[], KeptConcern>(`select id, rev, filedRev, status, itemId, escalatedAt from concern`)
        .all(),
    };
  });
}
