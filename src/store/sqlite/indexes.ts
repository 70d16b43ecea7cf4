import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { RecordType } from '../../records/define-record.ts';
import { askedColumns } from '../asked-columns.ts';

interface Index {
  readonly name: string;
  readonly columns: readonly string[];
  readonly unique?: true;
  readonly where?: string;
}

const quoted = (name: string) => `"${name}"`;
const text = (names: readonly string[]) => names.map(quoted).join(', ');

/** The indexes of a record's table: for each question that the screens ask, where a row lies, and the reference that is given once. */
export function indexesOf(type: RecordType): readonly Index[] {
  return [
    ...askedColumns(type).map(({ fields, columns }) => ({ name: [type.name, ...fields].join('_'), columns })),
    { name: `${type.name}_item`, columns: ['tenant', 'school', 'itemId'], where: 'itemId is not null' },
    { name: `${type.name}_ref`, columns: ['tenant', 'school', 'ref'], unique: true, where: 'ref is not null' },
  ];
}

/** The indexes of a table, with the columns of each. */
function indexesThere(sqlite: SQLite.Database, table: string) {
  const listed = sqlite.pragma(`index_list(${quoted(table)})`) as readonly { name: string; origin: string }[];
  const columnsOf = (index: string) =>
    text((sqlite.pragma(`index_info(${quoted(index)})`) as readonly { name: string }[]).map(({ name }) => name));
  return listed.map(({ name, origin }) => ({ name, made: origin === 'c', columns: columnsOf(name) }));
}

/** Drops what an earlier Lantern asked a table by and this one does not: each write would still keep it up. */
export function dropUnasked(sqlite: SQLite.Database, table: string, asked: readonly Pick<Index, 'columns'>[]): void {
  const kept = new Set(asked.map(({ columns }) => text(columns)));
  for (const { name, made, columns } of indexesThere(sqlite, table))
    if (made && !kept.has(columns)) sqlite.exec(`drop index ${quoted(name)}`);
}

/**
 * Gives a table the indexes that it lacks. They are known by their columns, not by their names: SQLite cannot rename an index,
 * and those of a table that took the place of another bear the name it had before.
 */
export function createIndexes(sqlite: SQLite.Database, table: string, indexes: readonly Index[]): void {
  const there = new Set(indexesThere(sqlite, table).map(({ columns }) => columns));
  const names = new Set(
    sqlite.prepare<[], string>(`select name from sqlite_schema where type = 'index'`).pluck().all(),
  );
  for (const { name, columns, unique, where } of indexes) {
    if (there.has(text(columns))) continue;
    const free = names.has(name) ? `${name}~${table}` : name;
    sqlite.exec(
      `create ${unique ? 'unique ' : ''}index ${quoted(free)} on ${quoted(table)} (${text(columns)})${where ? ` where ${where}` : ''}`,
    );
  }
}
