import { sql } from 'kysely';
import type { RecordType } from '../../records/define-record.ts';
import { searchable } from '../../records/searchable.ts';
import type { Searching } from '../compile-question.ts';
import { plainly, searchWords } from '../search-words.ts';
import { quoted } from './quoted.ts';

const column = 'wordsFound';

/** tsquery: every word must be there, or one that begins so; a search without a word finds nothing. */
export const searching: Searching = {
  condition: (table, words) => sql<boolean>`${sql.ref(`${table}.${column}`)} @@ to_tsquery('simple', ${words})`,
  search: (text) =>
    searchWords(text)
      .map((word) => `${word}:*`)
      .join(' & '),
};

/** Steps that give a record's table its full-text index: a column that the database fills by itself, so that no write can forget it. */
export function indexWords(type: RecordType): readonly string[] {
  const names = searchable(type);
  if (names.length === 0) return [];
  const text = names.map((name) => `coalesce(${quoted(name)}, '')`).join(` || ' ' || `);
  const literal = (letters: string) => `'${letters.replaceAll("'", "''")}'`;
  const plain = `lower(translate(${text}, ${literal(plainly.from)}, ${literal(plainly.to)}))`;
  return [
    `alter table ${quoted(type.name)} add column if not exists ${quoted(column)} tsvector
       generated always as (to_tsvector('simple'::regconfig, ${plain})) stored`,
    `create index if not exists ${quoted(`${type.name}_${column}`)} on ${quoted(type.name)} using gin (${quoted(column)})`,
  ];
}
