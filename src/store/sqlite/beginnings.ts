import type SQLite from 'better-sqlite3-multiple-ciphers';

/** The index keeps the beginnings of words up to this length; of a single letter it would have to join half of all lists. */
export const kept = { least: 2, most: 4 } as const;
/** Above so many words that begin alike, FTS5's own way is taken: it joins all their lists before it gives the first row. */
const most = 64;
/** Sorts after every letter. */
const end = '\u{10ffff}';

/**
 * How a word of a search is asked for, with every word that begins so. FTS5 walks through words that are named from the newest
 * row on and stops when the page is full; for a beginning that it keeps no list of, it would first read all rows of all words.
 * @param termsOf name of the table that lists a record's words
 */
export function beginnings(sqlite: SQLite.Database, termsOf: (table: string) => string) {
  const statements = new Map<string, SQLite.Statement<[string, string], { term: string }>>();
  const goingOn = (table: string, word: string) => {
    const text = `select term from "${termsOf(table)}" where term >= ? and term < ? limit ${most + 1}`;
    const statement = statements.get(table) ?? sqlite.prepare<[string, string], { term: string }>(text);
    statements.set(table, statement);
    return statement.all(word, word + end).map(({ term }) => term);
  };
  return (table: string, word: string): string => {
    const { length } = Array.from(word);
    if (length < kept.least) return `"${word}"`;
    if (length <= kept.most) return `"${word}"*`;
    const terms = goingOn(table, word);
    if (terms.length > most) return `"${word}"*`;
    return terms.length === 0 ? `"${word}"` : `(${terms.map((term) => `"${term}"`).join(' OR ')})`;
  };
}
