import { join } from 'node:path';
import SQLite from 'better-sqlite3-multiple-ciphers';
import { verifyChain, type ChainCheck } from '../../src/journal/chain.ts';
import { unlock } from '../../src/store/sqlite/database.ts';
import { createJournalTable } from '../../src/store/sqlite/journal-table.ts';
import { readKeys } from '../../src/store/keys.ts';

/** A person's look at one answer. */
export interface Look {
  readonly act: string;
  /** Entra object id. */
  readonly actor: string;
  /** SHA-256 of the answer, hexadecimal. */
  readonly digest: string;
}

/** Looks into a running Lantern's store from outside, by the store's own file and key: what the product says of itself is not asked. */
export interface OperationalReader {
  /** True when nothing waits to be filed or sent now, and nothing is under way. */
  idle(now: string): boolean;
  /** Rows that the journal holds for such a look. */
  looks(look: Look): number;
  /** Recomputes a tenant's chain. */
  chain(tenant: string): ChainCheck;
  close(): void;
}

/** @param folder Lantern's data folder */
export function readOperational(folder: string): OperationalReader {
  const sqlite = new SQLite(join(folder, 'lantern.db'), { readonly: true });
  unlock(sqlite, readKeys(folder).database);
  const busy = sqlite.prepare<[string], { n: number }>(
    `select count(*) as n from outbox where state = 'waiting' and (dueAt <= ? or leaseUntil is not null)`,
  );
  const looks = sqlite.prepare<[string, string, string], { n: number }>(
    `select count(*) as n from journal where act = ? and actor = ? and digest = ? and outcome = 'shown'`,
  );
  return {
    idle: (now) => busy.get(now)?.n === 0,
    looks: ({ act, actor, digest }) => looks.get(act, actor, digest)?.n ?? 0,
    chain: (tenant) => verifyChain(createJournalTable(sqlite).entries(tenant)),
    close: () => void sqlite.close(),
  };
}
