import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { ChainedEntry } from '../../journal/entry.ts';
import { indexOf } from '../../journal/index-of.ts';
import type { JournalReader, ListedOften, RecordFact } from '../../journal/journal-reader.ts';
import { entryIn } from '../held-entry.ts';
import { indexable, subjectsIn, type IndexableRow } from '../indexable.ts';
import type { Tables } from './tables.ts';

const quoted = (name: string) => `"${name}"`;
/** How many of a list of words a question asks for at once. */
const inList = 'in (select value from json_each(?))';

/** The journal as people read it. */
export function createJournalReader(sqlite: SQLite.Database): JournalReader {
  const indexed = sqlite.prepare<[string], number>('select n from journalIndexed where tenant = ?').pluck();
  const moved = sqlite.prepare<[string, number]>(
    'insert into journalIndexed (tenant, n) values (?, ?) on conflict (tenant) do update set n = excluded.n',
  );
  const next = sqlite.prepare<[string, number, number], IndexableRow>(
    `select n, at, actor, verb, about, subjects, outcome, door from journal where tenant = ? and n > ? order by n limit ?`,
  );
  const addWord = sqlite.prepare<[string, string]>(
    'insert into journalWord (tenant, word) values (?, ?) on conflict (tenant, word) do nothing',
  );
  const wordOf = sqlite
    .prepare<[string, string], number>('select id from journalWord where tenant = ? and word = ?')
    .pluck();
  const addPlace = sqlite.prepare<[number, number]>('insert or ignore into journalPlace (word, n) values (?, ?)');
  const addListed = sqlite.prepare<[number, string, string, string, string, number]>(
    `insert into journalListed (word, actor, about, first, last, times) values (?, ?, ?, ?, ?, ?)
     on conflict (word, actor, about) do update set first = min(first, excluded.first), last = max(last, excluded.last),
       times = times + excluded.times`,
  );
  const addDay = sqlite.prepare<[string, string, number, number]>(
    `insert into journalDay (tenant, day, first, last) values (?, ?, ?, ?)
     on conflict (tenant, day) do update set last = excluded.last`,
  );
  const timeOf = sqlite.prepare<[string, number], string>('select at from journal where tenant = ? and n = ?').pluck();

  const index = sqlite.transaction((tenant: string, most: number): number => {
    const rows = next.all(tenant, indexed.get(tenant) ?? 0, most);
    const last = rows.at(-1);
    if (!last) return 0;
    const { places, listed, days } = indexOf(rows.map(indexable));
    const known = new Map<string, number>();
    const idOf = (word: string): number => {
      const before = known.get(word);
      if (before !== undefined) return before;
      addWord.run(tenant, word);
      const id = wordOf.get(tenant, word) ?? 0;
      known.set(word, id);
      return id;
    };
    for (const { word, n } of places) addPlace.run(idOf(word), n);
    for (const one of listed) addListed.run(idOf(one.subject), one.actor, one.about, one.first, one.last, one.times);
    for (const { day, first, last: end } of days) addDay.run(tenant, day, first, end);
    moved.run(tenant, last.n);
    return rows.length;
  });

  const all = sqlite.prepare<[string, number, number, number], Tables['journal']>(
    'select * from journal where tenant = ? and n < ? and n >= ? order by n desc limit ?',
  );
  const found = sqlite.prepare<[string, string, string, number, number, number], Tables['journal']>(
    `select journal.* from (select distinct n from journalPlace
         where word in (select id from journalWord where tenant = ? and word ${inList}))
       as place cross join journal on journal.tenant = ? and journal.n = place.n
     where place.n < ? and place.n >= ? order by place.n desc limit ?`,
  );
  const foundByOne = sqlite.prepare<[string, string, string, number, number, number], Tables['journal']>(
    `select journal.* from journalWord cross join journalPlace on journalPlace.word = journalWord.id
         cross join journal on journal.tenant = ? and journal.n = journalPlace.n
     where journalWord.tenant = ? and journalWord.word = ? and journalPlace.n < ? and journalPlace.n >= ?
     order by journalPlace.n desc limit ?`,
  );
  const listedIn = sqlite.prepare<[string, string], ListedOften>(
    `select journalWord.word as subject, actor, about, first, last, times from journalWord
       join journalListed on journalListed.word = journalWord.id where tenant = ? and journalWord.word ${inList}`,
  );
  const span = sqlite.prepare<[string, string, string], { first: number | null; last: number | null }>(
    'select min(first) as first, max(last) as last from journalDay where tenant = ? and day >= ? and day <= ?',
  );
  const entryOf = (row: Tables['journal']): ChainedEntry => entryIn(row, subjectsIn);

  return {
    index: async (tenant, most) => index.immediate(tenant, most),
    async indexedTo(tenant) {
      const n = indexed.get(tenant) ?? 0;
      return { n, at: timeOf.get(tenant, n) };
    },
    async entries(tenant, { words, before = Number.MAX_SAFE_INTEGER, from = 0, most }) {
      if (!words) return all.all(tenant, before, from, most).map(entryOf);
      const [only = ''] = words;
      const rows =
        words.length === 1
          ? foundByOne.all(tenant, tenant, only, before, from, most)
          : found.all(tenant, JSON.stringify(words), tenant, before, from, most);
      return rows.map(entryOf);
    },
    listed: async (tenant, subjects) => listedIn.all(tenant, JSON.stringify(subjects)),
    async days(tenant, from, to) {
      const { first, last } = span.get(tenant, from, to) ?? { first: null, last: null };
      return first === null || last === null ? undefined : { first, last };
    },
    async records(tenant, type, ids, columns) {
      const names = ['id', 'school', 'ref', ...columns].map(quoted).join(', ');
      return sqlite
        .prepare<[string, string], RecordFact>(
          `select ${names} from ${quoted(type.name)} where tenant = ? and id ${inList}`,
        )
        .all(tenant, JSON.stringify(ids));
    },
  };
}
