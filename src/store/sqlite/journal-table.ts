import type SQLite from 'better-sqlite3-multiple-ciphers';
import { emptyHead, link, type ChainHead } from '../../journal/chain.ts';
import type { ChainedEntry, JournalEntry } from '../../journal/entry.ts';
import { statement } from './statement.ts';
import type { Tables } from './tables.ts';

export interface JournalTable {
  /** Adds entries to their tenants' chains; inside the caller's transaction. */
  append(entries: readonly JournalEntry[]): void;
  /** Adds an entry in a transaction that all entries of this turn of the event loop share; resolves when it is durable. */
  appendSoon(entry: JournalEntry): Promise<void>;
  /** A tenant's chain from its first entry. */
  entries(tenant: string): Iterable<ChainedEntry>;
}

interface Waiting {
  readonly entry: JournalEntry;
  durable(): void;
  failed(error: unknown): void;
}

export function createJournalTable(sqlite: SQLite.Database): JournalTable {
  const head = statement<Tables, { tenant: string }, { n: number; hash: string }>(sqlite, (tables, value) =>
    tables
      .selectFrom('journal')
      .select(['n', 'hash'])
      .where('tenant', '=', value('tenant'))
      .orderBy('n', 'desc')
      .limit(1),
  );
  const insert = statement<Tables, Tables['journal'], unknown>(sqlite, (tables, value) =>
    tables.insertInto('journal').values({
      tenant: value('tenant'),
      n: value('n'),
      at: value('at'),
      actor: value('actor'),
      act: value('act'),
      verb: value('verb'),
      about: value('about'),
      subjects: value('subjects'),
      outcome: value('outcome'),
      fields: value('fields'),
      digest: value('digest'),
      hash: value('hash'),
    }),
  );

  const append = (entries: readonly JournalEntry[]) => {
    // Within the transaction nobody else adds to a chain, so the head is read once.
    const heads = new Map<string, ChainHead>();
    for (const entry of entries) {
      const row = link(heads.get(entry.tenant) ?? head.get({ tenant: entry.tenant }) ?? emptyHead, entry);
      insert.run({ ...row, subjects: JSON.stringify(row.subjects), fields: JSON.stringify(row.fields) });
      heads.set(entry.tenant, row);
    }
  };

  let waiting: Waiting[] = [];
  const together = sqlite.transaction((group: readonly Waiting[]) => append(group.map(({ entry }) => entry)));
  const flush = () => {
    const group = waiting;
    waiting = [];
    try {
      together.immediate(group);
      for (const look of group) look.durable();
    } catch (error) {
      for (const look of group) look.failed(error);
    }
  };

  return {
    append,
    appendSoon: (entry) =>
      new Promise((durable, failed) => {
        if (waiting.push({ entry, durable, failed }) === 1) setImmediate(flush);
      }),
    *entries(tenant) {
      const rows = sqlite.prepare<[string], Tables['journal']>('select * from journal where tenant = ? order by n');
      for (const row of rows.iterate(tenant)) {
        yield { ...row, subjects: JSON.parse(row.subjects) as string[], fields: JSON.parse(row.fields) as string[] };
      }
    },
  };
}
