import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { RecordType } from '../../records/define-record.ts';
import { StoreFault } from '../store-fault.ts';
import { indexWords, placeIndex } from './full-text.ts';
import { dropOldGeneration } from './generation.ts';
import { createIndexes, dropUnasked, indexesOf } from './indexes.ts';
import { migrations } from './tables.ts';

const sqlType = (kind: string) => (kind === 'flag' || kind === 'count' ? 'integer' : 'text');
const quoted = (name: string) => `"${name}"`;

/** Columns of every projection table; itemId and etag say where the row lies in SharePoint. */
const common = [
  'tenant text not null',
  'id text not null',
  'school text not null',
  'ref text',
  'rev integer not null',
  'filedRev integer not null default 0',
  'itemId text',
  'etag text',
  'stopped text',
  'removedAt text',
];

/**
 * Brings the database up to this version: the fixed tables by numbered steps, a projection table for each record type.
 * A field that is new gets its column; no column is ever dropped.
 * @throws StoreFault when a newer Lantern has been here
 */
export function migrate(sqlite: SQLite.Database, types: readonly RecordType[]): void {
  sqlite
    .transaction(() => {
      const version = sqlite.pragma('user_version', { simple: true }) as number;
      // Its tables are not known here, and the number would be set back: the newer one could never bring it up to itself again.
      if (version > migrations.length)
        throw new StoreFault('newer', 'A newer Lantern has used this database. Start that one, or restore a backup.');
      for (const step of migrations.slice(version)) sqlite.exec(step);
      sqlite.pragma(`user_version=${migrations.length}`);
      // A new file may stand where one was lost: its journal waits, as a restored one does, until SharePoint was asked for pages.
      if (version === 0) sqlite.exec(`insert into restored (at) values ('new')`);
      dropOldGeneration(sqlite, types);
      for (const type of types) {
        recordTable(sqlite, type);
        dropUnasked(sqlite, type.name, [...indexesOf(type), placeIndex(type)]);
        createIndexes(sqlite, type.name, indexesOf(type));
        indexWords(sqlite, type);
      }
    })
    .immediate();
}

/**
 * Makes the table for records of a type, or gives it the columns that are new. Its indexes and words are made apart.
 * A table is made with all its columns: SQLite reads the whole schema again for each that is added afterwards.
 */
function recordTable(sqlite: SQLite.Database, type: RecordType): void {
  const table = type.name;
  const own = Object.entries(type.fields).map(([name, { kind }]) => `${quoted(name)} ${sqlType(kind)}`);
  const columns = [...common, ...own];
  const present = new Set(
    (sqlite.pragma(`table_info(${quoted(table)})`) as { name: string }[]).map((column) => column.name),
  );
  if (present.size === 0) {
    sqlite.exec(`create table ${quoted(table)} (${columns.join(', ')}, primary key (tenant, id))`);
    return;
  }
  for (const column of columns) {
    const [name = ''] = column.replaceAll('"', '').split(' ');
    if (!present.has(name)) sqlite.exec(`alter table ${quoted(table)} add column ${column}`);
  }
}
