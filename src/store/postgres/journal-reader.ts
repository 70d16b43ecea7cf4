import { indexOf } from '../../journal/index-of.ts';
import type { ChainedEntry } from '../../journal/entry.ts';
import type { JournalReader, ListedOften, RecordFact } from '../../journal/journal-reader.ts';
import { entryIn, type HeldEntry } from '../held-entry.ts';
import { indexable, subjectsIn, type IndexableRow } from '../indexable.ts';
import { jsonText } from './json-text.ts';
import { createParameters, type Parameters } from './parameters.ts';
import type { Pool, Run } from './pool.ts';
import { quoted } from './quoted.ts';

const entryOf = (row: HeldEntry): ChainedEntry => entryIn(row, subjectsIn);

/** Of one word the index gives the places in their order; of several they are put together first. */
function placesOf(tenant: string, words: readonly string[], p: Parameters): string {
  const [only = ''] = words;
  if (words.length === 1)
    return `(select n from "journalPlace" where word = (select id from "journalWord" where tenant = ${tenant} and word = ${p.text(only)}))`;
  return `(select distinct n from "journalPlace" where word in (select id from "journalWord"
    where tenant = ${tenant} and word in (select jsonb_array_elements_text(${p.json(words)}))))`;
}

/** The journal as people read it; of several instances one at a time makes the index. */
export function createJournalReader(pool: Pool): JournalReader {
  return {
    index: (tenant, most) => pool.transaction((run) => index(run, tenant, most)),
    async indexedTo(tenant) {
      const p = createParameters();
      const text = `select indexed.n, at from "journalIndexed" as indexed
        join journal on journal.tenant = indexed.tenant and journal.n = indexed.n where indexed.tenant = ${p.text(tenant)}`;
      const [found] = await pool.rows<{ n: number; at: string }>({ text, values: p.values });
      return found ?? { n: 0, at: undefined };
    },
    async entries(tenant, { words, before, from, most }) {
      const p = createParameters();
      const of = p.text(tenant);
      const place = words ? 'place.n' : 'journal.n';
      const where = [
        `journal.tenant = ${of}`,
        ...(before === undefined ? [] : [`${place} < ${p.whole(before)}`]),
        ...(from === undefined ? [] : [`${place} >= ${p.whole(from)}`]),
      ];
      const places = words && `join ${placesOf(of, words, p)} as place on place.n = journal.n`;
      const text = `select journal.* from journal ${places ?? ''} where ${where.join(' and ')}
        order by ${place} desc limit ${p.whole(most)}`;
      return (await pool.rows<HeldEntry>({ text, values: p.values })).map(entryOf);
    },
    async listed(tenant, subjects) {
      const p = createParameters();
      const text = `select word.word as subject, actor, about, first, last, times from "journalWord" as word
        join "journalListed" as listed on listed.word = word.id where tenant = ${p.text(tenant)}
        and word.word in (select jsonb_array_elements_text(${p.json(subjects)}))`;
      return pool.rows<ListedOften>({ text, values: p.values });
    },
    async days(tenant, from, to) {
      const p = createParameters();
      const text = `select min(first) as first, max(last) as last from "journalDay"
        where tenant = ${p.text(tenant)} and day >= ${p.text(from)} and day <= ${p.text(to)}`;
      const [found] = await pool.rows<{ first: number | null; last: number | null }>({ text, values: p.values });
      return found && found.first !== null && found.last !== null
        ? { first: found.first, last: found.last }
        : undefined;
    },
    async records(tenant, type, ids, columns) {
      const p = createParameters();
      const names = ['id', 'school', 'ref', ...columns].map(quoted).join(', ');
      const text = `select ${names} from ${quoted(type.name)} where tenant = ${p.text(tenant)}
        and id in (select jsonb_array_elements_text(${p.json(ids)}))`;
      return pool.rows<RecordFact>({ text, values: p.values });
    },
  };
}

async function index(run: Run, tenant: string, most: number): Promise<number> {
  await run('insert into "journalIndexed" (tenant, n) values ($1, 0) on conflict do nothing', [tenant]);
  const [mark] = (await run('select n from "journalIndexed" where tenant = $1 for update', [tenant])) as {
    n: number;
  }[];
  const rows = (await run(
    `select n, at, actor, verb, about, subjects, outcome, door from journal where tenant = $1 and n > $2 order by n limit $3`,
    [tenant, mark?.n ?? 0, most],
  )) as readonly IndexableRow[];
  const last = rows.at(-1);
  if (!last) return 0;
  const { places, listed, days } = indexOf(rows.map(indexable));
  const words = [...new Set([...places.map(({ word }) => word), ...listed.map(({ subject }) => subject)])];
  await run(
    `insert into "journalWord" (tenant, word) select $1, jsonb_array_elements_text($2::jsonb) on conflict do nothing`,
    [tenant, jsonText(words)],
  );
  await run(
    `insert into "journalPlace" (word, n) select known.id, place.n from jsonb_to_recordset($2::jsonb) as place(word text, n bigint)
       join "journalWord" as known on known.tenant = $1 and known.word = place.word on conflict do nothing`,
    [tenant, jsonText(places)],
  );
  await run(
    `insert into "journalListed" as held (word, actor, about, first, last, times)
       select known.id, actor, about, first, last, times
       from jsonb_to_recordset($2::jsonb) as listed(subject text, actor text, about text, first text, last text, times int)
       join "journalWord" as known on known.tenant = $1 and known.word = listed.subject
     on conflict (word, actor, about) do update set first = least(held.first, excluded.first),
       last = greatest(held.last, excluded.last), times = held.times + excluded.times`,
    [tenant, jsonText(listed)],
  );
  await run(
    `insert into "journalDay" (tenant, day, first, last)
       select $1, day, first, last from jsonb_to_recordset($2::jsonb) as days(day text, first bigint, last bigint)
     on conflict (tenant, day) do update set last = excluded.last`,
    [tenant, jsonText(days)],
  );
  await run('update "journalIndexed" set n = $2 where tenant = $1', [tenant, last.n]);
  return rows.length;
}
