import type SQLite from 'better-sqlite3-multiple-ciphers';
import { sql } from 'kysely';
import type { RecordType } from '../../records/define-record.ts';
import { searchable } from '../../records/searchable.ts';
import type { Searching } from '../compile-question.ts';
import { searchWords } from '../search-words.ts';

const wordsOf = (table: string) => `${table}_words`;

/** FTS5: every word must be there, or one that begins so. Quotes make of a word nothing but a word. */
export const searching: Searching = {
  condition: (table, words) =>
    sql<boolean>`${sql.ref(`${table}.rowid`)} in (select rowid from ${sql.table(wordsOf(table))} where words match ${words})`,
  search: (text) =>
    searchWords(text)
      .map((word) => `"${word}"*`)
      .join(' '),
};

/**
 * Gives a record's table its full-text index, kept up by triggers, so that no write can forget it. The index holds words and no
 * text; the rows that are there already come into it when it is made.
 */
export function indexWords(sqlite: SQLite.Database, type: RecordType): void {
  const names = searchable(type);
  if (names.length === 0) return;
  const index = wordsOf(type.name);
  const there = sqlite.prepare('select 1 from sqlite_schema where name = ?').get(index) !== undefined;
  const text = (row: string) => names.map((name) => `coalesce(${row}"${name}", '')`).join(` || ' ' || `);
  const put = `insert or replace into "${index}" (rowid, words) values (new.rowid, ${text('new.')});`;
  if (!there) {
    sqlite.exec(
      `create virtual table "${index}" using fts5 (words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2');
       insert into "${index}" (rowid, words) select rowid, ${text('')} from "${type.name}";`,
    );
  }
  // Made anew at each start, for a field may have become searchable.
  sqlite.exec(
    `drop trigger if exists "${index}_made"; drop trigger if exists "${index}_changed";
     create trigger "${index}_made" after insert on "${type.name}" begin ${put} end;
     create trigger "${index}_changed" after update of ${names.map((name) => `"${name}"`).join(', ')} on "${type.name}" begin ${put} end;`,
  );
}
