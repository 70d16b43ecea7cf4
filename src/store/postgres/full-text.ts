import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { RecordType } from '../../records/define-record.ts';
import { searchable } from '../../records/searchable.ts';
import type { Searching } from '../compile-question.ts';
import { blanks, plainLetters, searchWords, type Exchange } from '../search-words.ts';
import { quoted } from './quoted.ts';

const literal = (letters: string) => `'${letters.replaceAll("'", "''")}'`;
const exchanged = (text: string, { from, to }: Exchange) => `translate(${text}, ${literal(from)}, ${literal(to)})`;

/**
 * The words in a text, as PostgreSQL makes them. Its `translate` looks through all the letters it is given for each letter of the
 * text, and every submit waits for that: only a text in which some letter takes more than a byte is looked through for marks.
 * @param text SQL
 */
function wordsIn(text: string): string {
  const between = exchanged(text, blanks);
  const plain = `case when octet_length(${text}) = length(${text}) then ${between} else ${exchanged(between, plainLetters)} end`;
  return `to_tsvector('simple'::regconfig, lower(${plain}))`;
}

/** The column that holds the words of a record, for one that is searched. */
export interface WordsColumn {
  readonly column: string;
  /** The fields it is made of. */
  readonly names: readonly string[];
  /** SQL of the text to be searched. @param value SQL of a field's value */
  text(value: (name: string) => string): string;
  /** SQL of the column's value. @param text SQL of the text */
  wordsIn(text: string): string;
}

/**
 * Its name tells what it is made of: where other fields are searched, another column takes its place, and an older Lantern
 * beside this one still finds its own. Whoever writes a row writes its words: of a generated column PostgreSQL would read and plan
 * the text anew for each statement, and a submit waits for that.
 */
export function wordsColumn(type: RecordType): WordsColumn | undefined {
  const names = searchable(type);
  if (names.length === 0) return undefined;
  const text = (value: (name: string) => string) =>
    names.map((name) => `coalesce(${value(name)}, '')`).join(` || ' ' || `);
  const column = `words_${createHash('sha256')
    .update(wordsIn(text(quoted)))
    .digest('hex')
    .slice(0, 12)}`;
  return { column, names, text, wordsIn };
}

/** @param types the records of this database */
export function createSearching(types: readonly RecordType[]): Searching {
  const columns = new Map(types.map((type) => [type.name, wordsColumn(type)?.column]));
  return {
    // tsquery: every word must be there, or one that begins so; a search without a word finds nothing.
    find(asked, table, words) {
      const column = columns.get(table);
      if (column === undefined) throw new Error(`${table} is not searched`);
      return asked.where(sql<boolean>`${sql.ref(`${table}.${column}`)} @@ to_tsquery('simple', ${words})`);
    },
    search: (_table, text) =>
      searchWords(text)
        // As on SQLite, a single letter is a whole word.
        .map((word) => (Array.from(word).length > 1 ? `${word}:*` : word))
        .join(' & '),
  };
}

/**
 * Gives their words to rows that were made by a Lantern with other ones.
 * @param of a table of this record type
 */
export function wordsOfRows(type: RecordType, of: string): readonly string[] {
  const found = wordsColumn(type);
  if (!found) return [];
  const column = quoted(found.column);
  return [`update ${quoted(of)} set ${column} = ${found.wordsIn(`(${found.text(quoted)})`)} where ${column} is null`];
}

/** Its full-text index, and one of the rows that have no words yet. */
export function indexesOfWords(type: RecordType): readonly { readonly name: string; readonly how: string }[] {
  const found = wordsColumn(type);
  if (!found) return [];
  const column = quoted(found.column);
  return [
    { name: found.column, how: `using gin (${column})` },
    { name: `${found.column}_none`, how: `(id) where ${column} is null` },
  ];
}
