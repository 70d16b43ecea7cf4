import type { ActsAfter } from '../../journal/acts-after.ts';
import { genesis, suffixOf } from '../../journal/chain.ts';
import type { Seen } from '../../perform/types.ts';
import type { ChainedEntry, JournalEntry } from '../../journal/entry.ts';
import { entryIn, heldLists, type HeldEntry } from '../held-entry.ts';
import { createParameters, type Parameters } from './parameters.ts';
import type { Bound, Pool } from './pool.ts';

export interface JournalTable {
  /** Begins a tenant's chain where it has none. */
  begin(tenant: string): Promise<void>;
  /** Adds an entry; those that come while others are being written share the next statement. Resolves when it is durable. */
  append(entry: JournalEntry, seen?: Seen): Promise<void>;
  readonly actsAfter: ActsAfter;
  /** A tenant's chain from its first entry. */
  entries(tenant: string): AsyncIterable<ChainedEntry>;
}

interface Look {
  readonly entry: JournalEntry;
  readonly seen: Seen | undefined;
}

interface Waiting extends Look {
  durable(): void;
  failed(error: unknown): void;
}

const page = 1_000;

/** One statement links all entries to the chain, one after the other, from the head that it has locked. */
function appendStatement(tenant: string, looks: readonly Look[]): Bound {
  const p = createParameters();
  const entries = looks.map(({ entry }) => entry);
  const of = p.text(tenant);
  const rows = entries.map((entry, i) => ({
    ...entry,
    place: i + 1,
    ...heldLists(entry),
    suffix: suffixOf(entry),
  }));
  const text = `with recursive
    head as materialized (select n, hash from chain where tenant = ${of} for update),
    entry as materialized (select * from jsonb_to_recordset(${p.json(rows)}) as entry(place int, at text, actor text, act text, verb text,
      about text, subjects text, outcome text, fields text, digest text, door text, rights text, suffix text)),
    linked(place, n, hash) as (
      select 0, n, hash from head
      union all
      select entry.place, linked.n + 1,
        encode(sha256(convert_to(linked.hash || '[' || (linked.n + 1) || ',' || entry.suffix, 'UTF8')), 'hex')
      from linked join entry on entry.place = linked.place + 1),
    noted as (insert into journal (tenant, n, at, actor, act, verb, about, subjects, outcome, fields, digest, hash, door, rights)
      select ${of}, n, at, actor, act, verb, about, subjects, outcome, fields, digest, hash, door, rights from linked join entry using (place)
      returning n),
    moved as (update chain set n = last.n, hash = last.hash
      from (select n, hash from linked order by place desc limit 1) as last where tenant = ${of})${readUpTo(of, looks, p)}
    select count(*)::int as noted from noted`;
  return { text, values: p.values };
}

/** Each person and record once: a statement cannot write a row twice. */
function readUpTo(tenant: string, looks: readonly Look[], p: Parameters): string {
  const furthest = new Map<string, Seen & { readonly person: string }>();
  for (const { entry, seen } of looks) {
    const key = `${entry.actor} ${seen?.subject}`;
    if (seen && (furthest.get(key)?.upto ?? '') < seen.upto) furthest.set(key, { ...seen, person: entry.actor });
  }
  if (furthest.size === 0) return '';
  return `,
    read as (insert into seen (tenant, person, subject, upto)
      select ${tenant}, person, subject, upto from jsonb_to_recordset(${p.json([...furthest.values()])})
        as seen(person text, subject text, upto text)
      on conflict (tenant, person, subject) do update set upto = excluded.upto where seen.upto < excluded.upto)`;
}

export function createJournalTable(pool: Pool): JournalTable {
  const begin = async (tenant: string) => {
    const p = createParameters();
    const text = `insert into chain (tenant, n, hash) values (${p.text(tenant)}, 0, '${genesis}') on conflict do nothing`;
    await pool.rows({ text, values: p.values });
  };

  async function write(tenant: string, entries: readonly Look[]): Promise<void> {
    const statement = appendStatement(tenant, entries);
    const noted = async () => (await pool.rows<{ noted: number }>(statement))[0]?.noted;
    if ((await noted()) === entries.length) return;
    await begin(tenant);
    if ((await noted()) !== entries.length) throw new Error('the journal was not written');
  }

  let waiting: Waiting[] = [];
  let writing = false;
  async function drain(): Promise<void> {
    writing = true;
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      for (const tenant of new Set(group.map(({ entry }) => entry.tenant))) {
        const looks = group.filter(({ entry }) => entry.tenant === tenant);
        await write(tenant, looks).then(
          () => looks.forEach((look) => look.durable()),
          (error: unknown) => looks.forEach((look) => look.failed(error)),
        );
      }
    }
    writing = false;
  }

  return {
    begin,
    append: (entry, seen) =>
      new Promise((durable, failed) => {
        waiting.push({ entry, seen, durable, failed });
        // Begun at the end of this turn of the event loop, so that looks of one turn go together.
        if (!writing && waiting.length === 1) setImmediate(() => void drain());
      }),
    async actsAfter(tenant, after) {
      const p = createParameters();
      const head = `select n from chain where tenant = ${p.text(tenant)}`;
      const last = (await pool.rows<{ n: number }>({ text: head, values: p.values }))[0]?.n ?? 0;
      if (after === undefined || after >= last) return { head: last, acts: [] };
      const q = createParameters();
      const done = `select subjects, fields from journal where tenant = ${q.text(tenant)} and n > ${q.whole(after)}
        and n <= ${q.whole(last)} and outcome = 'done' order by n`;
      const rows = await pool.rows<Pick<HeldEntry, 'subjects' | 'fields'>>({ text: done, values: q.values });
      return { head: last, acts: rows.map(listed) };
    },
    async *entries(tenant) {
      for (let after = 0; ;) {
        const p = createParameters();
        const text = `select * from journal where tenant = ${p.text(tenant)} and n > ${p.whole(after)} order by n limit ${page}`;
        const rows = await pool.rows<HeldEntry>({ text, values: p.values });
        for (const row of rows) yield entryIn(row);
        if (rows.length < page) return;
        after = rows.at(-1)?.n ?? after;
      }
    },
  };
}

const listed = ({ subjects, fields }: Pick<HeldEntry, 'subjects' | 'fields'>) => ({
  subjects: JSON.parse(subjects) as string[],
  fields: JSON.parse(fields) as string[],
});
