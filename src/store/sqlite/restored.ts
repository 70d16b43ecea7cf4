import type SQLite from 'better-sqlite3-multiple-ciphers';
import { emptyHead, type ChainHead } from '../../journal/chain.ts';
import type { ChainedEntry } from '../../journal/entry.ts';
import { heldLists } from '../held-entry.ts';
import type { Restored } from '../restored.ts';

/** What remembers that a database was restored, or is new. */
export function createRestored(sqlite: SQLite.Database): Restored {
  const headOf = sqlite.prepare<[string], ChainHead>(
    'select n, hash from journal where tenant = ? order by n desc limit 1',
  );
  const insert = sqlite.prepare(
    `insert into journal (tenant, n, at, actor, act, verb, about, subjects, outcome, fields, digest, hash, door, rights)
     values (@tenant, @n, @at, @actor, @act, @verb, @about, @subjects, @outcome, @fields, @digest, @hash, @door, @rights)`,
  );
  const takeBack = sqlite.transaction((head: ChainHead, entries: readonly ChainedEntry[]) => {
    const { n, hash } = headOf.get(entries[0]?.tenant ?? '') ?? emptyHead;
    if (n !== head.n || hash !== head.hash) throw new Error('the journal has gone on meanwhile');
    for (const entry of entries) insert.run({ ...entry, ...heldLists(entry) });
  });
  return {
    pending: async () => sqlite.prepare('select 1 from restored').get() !== undefined,
    takeBack: async (head, entries) => takeBack.immediate(head, entries),
    settled: async () => void sqlite.exec('delete from restored'),
  };
}
