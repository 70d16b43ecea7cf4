import type SQLite from 'better-sqlite3-multiple-ciphers';
import { emptyHead, link, type ChainHead } from '../../journal/chain.ts';
import type { ActsNoted } from '../../journal/acts-after.ts';
import type { Seen } from '../../perform/types.ts';
import type { ChainedEntry, JournalEntry } from '../../journal/entry.ts';
import { entryIn, heldLists } from '../held-entry.ts';
import { statement } from './statement.ts';
import type { Tables } from './tables.ts';

export interface JournalTable {
  /** Adds entries to their tenants' chains; inside the caller's transaction. */
  append(entries: readonly JournalEntry[]): void;
  /** Adds an entry in a transaction that all entries of this turn of the event loop share; resolves when it is durable. */
  appendSoon(entry: JournalEntry, seen?: Seen): Promise<void>;
  /** What was done after an entry of a tenant's chain. */
  actsAfter(tenant: string, after: number | undefined): ActsNoted;
  /** A tenant's chain from its first entry. */
  entries(tenant: string): Iterable<ChainedEntry>;
}

interface Waiting {
  readonly entry: JournalEntry;
  readonly seen: Seen | undefined;
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
  const done = statement<Tables, { tenant: string; after: number }, { subjects: string; fields: string }>(
    sqlite,
    (tables, value) =>
      tables
        .selectFrom('journal')
        .select(['subjects', 'fields'])
        .where('tenant', '=', value('tenant'))
        .where('n', '>', value('after'))
        .where('outcome', '=', 'done')
        .orderBy('n'),
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
      door: value('door'),
      rights: value('rights'),
    }),
  );

  const read = statement<Tables, Tables['seen'], unknown>(sqlite, (tables, value) =>
    tables
      .insertInto('seen')
      .values({ tenant: value('tenant'), person: value('person'), subject: value('subject'), upto: value('upto') })
      .onConflict((before) =>
        before
          .columns(['tenant', 'person', 'subject'])
          .doUpdateSet({ upto: value('upto') })
          .where('seen.upto', '<', value('upto')),
      ),
  );

  const append = (entries: readonly JournalEntry[]) => {
    // Within the transaction nobody else adds to a chain, so the head is read once.
    const heads = new Map<string, ChainHead>();
    for (const entry of entries) {
      const row = link(heads.get(entry.tenant) ?? head.get({ tenant: entry.tenant }) ?? emptyHead, entry);
      insert.run({ ...row, ...heldLists(row) });
      heads.set(entry.tenant, row);
    }
  };

  let waiting: Waiting[] = [];
  const together = sqlite.transaction((group: readonly Waiting[]) => {
    append(group.map(({ entry }) => entry));
    for (const { entry, seen } of group) if (seen) read.run({ tenant: entry.tenant, person: entry.actor, ...seen });
  });
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
    appendSoon: (entry, seen) =>
      new Promise((durable, failed) => {
        if (waiting.push({ entry, seen, durable, failed }) === 1) setImmediate(flush);
      }),
    actsAfter(tenant, after) {
      const last = head.get({ tenant })?.n ?? 0;
      const rows = after === undefined || after >= last ? [] : done.all({ tenant, after });
      return { head: last, acts: rows.map(listed) };
    },
    *entries(tenant) {
      const rows = sqlite.prepare<[string], Tables['journal']>('select * from journal where tenant = ? order by n');
      for (const row of rows.iterate(tenant)) {
        yield entryIn(row);
      }
    },
  };
}

const listed = ({ subjects, fields }: { readonly subjects: string; readonly fields: string }) => ({
  subjects: JSON.parse(subjects) as string[],
  fields: JSON.parse(fields) as string[],
});
