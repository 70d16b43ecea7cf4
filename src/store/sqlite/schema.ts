import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { RecordType } from '../../records/define-record.ts';
import { indexWords } from './full-text.ts';
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
];

/**
 * Brings the database up to this version: the fixed tables by numbered steps, a projection table for each record type.
 * A field that is new gets its column; nothing is ever dropped.
 */
export function migrate(sqlite: SQLite.Database, types: readonly RecordType[]): void {
  sqlite
    .transaction(() => {
      const version = sqlite.pragma('user_version', { simple: true }) as number;
      for (const step of migrations.slice(version)) sqlite.exec(step);
      sqlite.pragma(`user_version=${migrations.length}`);
      for (const type of types) {
        projectionTable(sqlite, type);
        indexWords(sqlite, type);
      }
    })
    .immediate();
}

function projectionTable(sqlite: SQLite.Database, type: RecordType): void {
  const table = quoted(type.name);
  sqlite.exec(`create table if not exists ${table} (${common.join(', ')}, primary key (tenant, id))`);
  const present = new Set((sqlite.pragma(`table_info(${table})`) as { name: string }[]).map((column) => column.name));
  for (const column of common) {
    const [name = ''] = column.split(' ');
    if (!present.has(name)) sqlite.exec(`alter table ${table} add column ${column}`);
  }
  for (const [name, field] of Object.entries(type.fields)) {
    if (!present.has(name)) sqlite.exec(`alter table ${table} add column ${quoted(name)} ${sqlType(field.kind)}`);
    if (field.indexed) {
      sqlite.exec(
        `create index if not exists ${quoted(`${type.name}_${name}`)} on ${table} (tenant, school, ${quoted(name)}, id)`,
      );
    }
  }
  for (const names of type.askedBy ?? []) {
    const columns = ['tenant', 'school', ...names, 'id'].map(quoted).join(', ');
    sqlite.exec(`create index if not exists ${quoted([type.name, ...names].join('_'))} on ${table} (${columns})`);
  }
  sqlite.exec(
    `create unique index if not exists ${quoted(`${type.name}_ref`)} on ${table} (tenant, school, ref) where ref is not null`,
  );
}
