import type SQLite from 'better-sqlite3-multiple-ciphers';
import { sql } from 'kysely';
import type { RecordType } from '../../records/define-record.ts';
import { searchable } from '../../records/searchable.ts';
import type { Searching } from '../compile-question.ts';
import { searchWords } from '../search-words.ts';
import { beginnings, kept } from './beginnings.ts';
import { createIndexes } from './indexes.ts';

const indexOf = (table: string) => `${table}_search`;
const termsOf = (table: string) => `${table}_terms`;

/** The millennium's beginning; a place counts milliseconds from here, so that it stays a whole number of JavaScript for decades. */
const firstMs = 946_684_800_000;
const placesAMs = 4_096;

/**
 * Where a record stands among the others of its kind in time: the newest has the highest place. The index is kept in this order,
 * and a search for common words stops after a page instead of sorting all that it finds.
 */
const placeOf = (at: unknown, id: unknown): number =>
  ((Date.parse(String(at)) || firstMs) - firstMs) * placesAMs + (Number.parseInt(String(id).slice(0, 3), 16) || 0);

/** FTS5, asked for a page of the newest. */
export function createSearching(sqlite: SQLite.Database): Searching {
  const begin = beginnings(sqlite, termsOf);
  return {
    find(asked, table, words) {
      const index = indexOf(table);
      return asked
        .innerJoin(`${index} as found`, 'found.rowid', `${table}.place`)
        .where(sql<boolean>`${sql.ref(`found.${index}`)} match ${words}`)
        .clearOrderBy()
        .orderBy('found.rowid', 'desc');
    },
    search: (table, text) =>
      searchWords(text)
        .map((word) => begin(table, word))
        .join(' AND '),
  };
}

/** What the triggers call. */
function addFunctions(sqlite: SQLite.Database): void {
  const deterministic = { deterministic: true } as const;
  sqlite.function('lantern_words', deterministic, (text) => [...new Set(searchWords(String(text)))].join(' '));
  sqlite.function('lantern_place', deterministic, placeOf);
}

/** What of a record is searched, in SQL over one of its rows. */
function wordsOf(type: RecordType, names: readonly string[]) {
  const text = (row: string) => names.map((name) => `coalesce(${row}."${name}", '')`).join(` || ' ' || `);
  return {
    words: (row: string) => `lantern_words(${text(row)})`,
    place: (row: string) => `lantern_place(${row}."${type.newestBy}", ${row}.id)`,
  };
}

/**
 * Gives a record's table its full-text index, kept up by triggers, so that no write can forget it. The index holds words and no
 * text; beside it stands the list of all words, in which a search looks up how a word that was begun may go on.
 */
export function indexWords(sqlite: SQLite.Database, type: RecordType): void {
  if (searchable(type).length === 0) return;
  addFunctions(sqlite);
  gatherWords(sqlite, type, type.name);
  keepWords(sqlite, type, type.name);
}

/** By the place of a row in the index of its words. */
export const placeIndex = ({ name }: RecordType) => ({ name: `${name}_place`, columns: ['place'] });

/**
 * Fills the index of a table that has none yet, in one go: that is quicker than to keep it up from its first row.
 * @param table a table of this record type
 */
export function gatherWords(sqlite: SQLite.Database, type: RecordType, table: string): void {
  const names = searchable(type);
  if (names.length === 0) return;
  if (type.newestBy === undefined)
    throw new Error(`${type.name} is searched and does not say what makes one the newest`);
  const [index, terms] = [indexOf(table), termsOf(table)];
  const { words, place } = wordsOf(type, names);
  const there = sqlite.prepare('select 1 from sqlite_schema where name = ?').get(index) !== undefined;
  const columns = sqlite.pragma(`table_info("${table}")`) as readonly { name: string }[];
  if (!columns.some(({ name }) => name === 'place')) sqlite.exec(`alter table "${table}" add column place integer`);
  if (!there) {
    // An index that was filled in one go lies in a dozen parts, and a search would look for each word in each of them.
    sqlite.exec(
      `create virtual table "${index}" using fts5 (text, content = '', contentless_delete = 1, detail = none, prefix = '2 3 4',
         tokenize = 'unicode61 remove_diacritics 2');
       create table "${terms}" (term text primary key) without rowid;
       update "${table}" as row set place = ${place('row')};
       insert or replace into "${index}" (rowid, text) select place, ${words('row')} from "${table}" as row;
       insert into "${index}" ("${index}") values ('optimize');
       create virtual table temp."${terms}_first" using fts5vocab (main, "${index}", row);
       insert into "${terms}" select term from temp."${terms}_first" where length(term) > ${kept.most};
       drop table temp."${terms}_first";`,
    );
  }
  // After the places are given: an index that is made in one go is dense, and quicker made than kept up.
  createIndexes(sqlite, table, [placeIndex(type)]);
}

/**
 * Has the index follow each write. Made anew at each start, for a field may have become searchable.
 * @param of a table of this record type
 */
export function keepWords(sqlite: SQLite.Database, type: RecordType, of: string): void {
  const names = searchable(type);
  if (names.length === 0) return;
  const [table, index, terms] = [`"${of}"`, indexOf(of), termsOf(of)];
  const { words, place } = wordsOf(type, names);
  const put = `
    insert or replace into "${index}" (rowid, text) select row.place, ${words('new')} from ${table} as row where row.rowid = new.rowid;
    insert or ignore into "${terms}" select value from json_each('["' || replace(${words('new')}, ' ', '","') || '"]') where length(value) > ${kept.most};`;
  letGoOfWords(sqlite, of);
  sqlite.exec(
    `create trigger "${index}_made" after insert on ${table} begin
       update ${table} set place = ${place('new')} + (select count(*) from ${table} as other where other.place = ${place('new')})
         where rowid = new.rowid;
       ${put}
     end;
     create trigger "${index}_changed" after update of ${names.map((name) => `"${name}"`).join(', ')} on ${table} begin ${put} end;`,
  );
}

/** The index follows a table's writes no longer. */
export function letGoOfWords(sqlite: SQLite.Database, table: string): void {
  for (const when of ['made', 'changed']) sqlite.exec(`drop trigger if exists "${indexOf(table)}_${when}"`);
}

/** The tables of a record table's index. */
export const wordTablesOf = (table: string): readonly string[] => [indexOf(table), termsOf(table)];
