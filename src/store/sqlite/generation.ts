import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Difference, DifferenceKind, NextGeneration, Served } from '../../ports/generation.ts';
import type { SyncStore } from '../../ports/sync.ts';
import type { RecordType } from '../../records/define-record.ts';
import { gatherWords, keepWords, letGoOfWords, wordTablesOf } from './full-text.ts';
import { nextTables, ownOfSync } from '../sync-tables.ts';
import { createIndexes, indexesOf } from './indexes.ts';
import { createSyncStore } from './sync-store.ts';

const next = nextTables.of;
const old = (table: string) => `${table}~old`;
const quoted = (name: string) => `"${name}"`;

/** The second generation of the projection in the same file, so that it takes its place in one transaction. */
export function createNextGeneration(sqlite: SQLite.Database, types: readonly RecordType[]): NextGeneration {
  const columnsOf = (table: string) =>
    sqlite.pragma(`table_info(${quoted(table)})`) as readonly { readonly name: string }[];
  const has = (table: string) =>
    sqlite.prepare<[string], 1>(`select 1 from sqlite_schema where name = ?`).get(table) !== undefined;
  const tables = types.map(({ name }) => name);

  const textOf = (table: string) =>
    sqlite.prepare<[string], string>(`select sql from sqlite_schema where name = ?`).pluck().get(table) ?? '';

  /**
   * Made in the words of the served table, after all that it was given: its columns stand in the same order, and statements that
   * were prepared know them by that.
   */
  const make = (table: string) =>
    sqlite.exec(textOf(table).replace(/^create table ("[^"]+"|\w+)/i, `create table ${quoted(next(table))}`));
  const begin = sqlite.transaction(() => {
    const all = [...tables, ...ownOfSync];
    const columns = (table: string) =>
      columnsOf(table)
        .map(({ name }) => name)
        .join();
    // One that another version of Lantern began may lack a column.
    if (all.every((table) => has(next(table)) && columns(next(table)) === columns(table))) return 'resumed';
    for (const table of all) {
      drop(next(table));
      make(table);
    }
    // What a page asks for by where a row lies, and by its reference.
    for (const type of types)
      createIndexes(
        sqlite,
        next(type.name),
        indexesOf(type).filter(({ where }) => where !== undefined),
      );
    return 'begun';
  });

  const index = sqlite.transaction((type: RecordType) => {
    createIndexes(sqlite, next(type.name), indexesOf(type));
    gatherWords(sqlite, type, next(type.name));
    keepWords(sqlite, type, next(type.name));
  });

  function drop(table: string): void {
    for (const name of [...wordTablesOf(table), table]) sqlite.exec(`drop table if exists ${quoted(name)}`);
  }

  /** A record that Lantern has a later revision of than SharePoint gave. */
  const carried = (table: string) => `
    from ${quoted(table)} as was left join ${quoted(next(table))} as row on row.tenant = was.tenant and row.id = was.id
    where row.id is null or was.rev > row.rev`;

  function carry(table: string): number {
    const names = columnsOf(table).map(({ name }) => quoted(name));
    return sqlite
      .prepare(
        `insert into ${quoted(next(table))} (${names.join(', ')})
         select ${names.map((name) => `was.${name}`).join(', ')} ${carried(table)}
         on conflict (tenant, id) do update set ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`,
      )
      .run().changes;
  }

  function rename(from: string, to: string): void {
    for (const [i, name] of [...wordTablesOf(from), from].entries()) {
      const target = [...wordTablesOf(to), to][i] ?? to;
      if (has(name)) sqlite.exec(`alter table ${quoted(name)} rename to ${quoted(target)}`);
    }
  }
  /** Of a record that was filed and did not come, the row is read by itself: if it is gone, that is told. */
  const readAgain = (table: string) =>
    sqlite.exec(`insert or ignore into "toRead~next" (tenant, school, record, itemId)
      select tenant, school, '${table}', itemId from ${quoted(table)} as was
      where itemId is not null and removedAt is null and not exists (
        select 1 from ${quoted(next(table))} as row where row.tenant = was.tenant and row.id = was.id)`);

  const isEmpty = (table: string) => sqlite.prepare(`select 1 from ${quoted(table)} limit 1`).get() === undefined;

  /** Nobody can tell two empty tables apart, and SQLite reads the whole schema again for each that gets another name. */
  function takePlace(type: RecordType): Served {
    readAgain(type.name);
    const moved = carry(type.name);
    if ([type.name, next(type.name)].every(isEmpty)) {
      drop(next(type.name));
      return { record: type.name, rows: 0, carried: 0 };
    }
    for (const table of [type.name, next(type.name)]) letGoOfWords(sqlite, table);
    rename(type.name, old(type.name));
    rename(next(type.name), type.name);
    keepWords(sqlite, type, type.name);
    const rows =
      sqlite
        .prepare<[], number>(`select count(*) from ${quoted(type.name)}`)
        .pluck()
        .get() ?? 0;
    return { record: type.name, rows, carried: moved };
  }

  function note({ tenant, record, id, fields }: Difference): void {
    const changes = fields.map(({ name, was, is }) => ({ field: name, was, is }));
    sqlite
      .prepare(
        `insert into outside (tenant, school, record, kind, subject, itemId, etag, fields)
         select tenant, school, ?, 'changed', id, itemId, etag, ? from ${quoted(record)} where tenant = ? and id = ?`,
      )
      .run(record, JSON.stringify(changes), tenant, id);
  }

  const serve = sqlite.transaction((changed: readonly Difference[]): readonly Served[] => {
    const served = types.map(takePlace);
    for (const difference of changed) note(difference);
    for (const name of ['synced', 'toRead'])
      sqlite.exec(`delete from ${name}; insert into ${name} select * from ${quoted(next(name))}`);
    for (const name of ownOfSync) drop(next(name));
    return served;
  });

  let rows: SyncStore | undefined;
  return {
    begin: async () => begin.immediate(),
    rows: () => (rows ??= createSyncStore(sqlite, types, nextTables)),
    strange: async () =>
      sqlite.prepare<[], number>(`select count(*) from "outside~next" where kind = 'untaken'`).pluck().get() ?? 0,
    async index() {
      for (const type of types) index.immediate(type);
    },
    async *differences() {
      for (const type of types) yield* differencesOf(sqlite, type);
    },
    async serve(changed) {
      const served = serve.immediate(changed);
      for (const table of tables) drop(old(table));
      return served;
    },
  };
}

/** What a start after a kill finds of a generation whose place was taken. */
export function dropOldGeneration(sqlite: SQLite.Database, types: readonly RecordType[]): void {
  for (const { name } of types)
    for (const table of [...wordTablesOf(old(name)), old(name)]) sqlite.exec(`drop table if exists ${quoted(table)}`);
}

interface Compared {
  readonly tenant: string;
  readonly id: string;
  readonly kind: DifferenceKind;
  /** Lists of values in the order of the fields, as JSON. */
  readonly was: string;
  readonly row: string;
}

function* differencesOf(sqlite: SQLite.Database, { name, fields }: RecordType): Generator<Difference> {
  const names = Object.keys(fields);
  const all = (of: string) => `json_array(${names.map((field) => `${of}.${quoted(field)}`).join(', ')})`;
  const statement = sqlite.prepare<[], Compared>(
    `select was.tenant, was.id, ${all('was')} as was, ${all('row')} as row,
       case when row.id is null then 'not-held' when row.rev < was.filedRev then 'older' else 'changed' end as kind
     from ${quoted(name)} as was
       left join ${quoted(next(name))} as row on row.tenant = was.tenant and row.id = was.id
     where was.filedRev > 0
       and (row.id is null or row.rev < was.filedRev or (row.rev = was.rev and ${all('was')} <> ${all('row')}))
     union all
     select row.tenant, row.id, '[]', '[]', 'unknown' from ${quoted(next(name))} as row
       left join ${quoted(name)} as was on was.tenant = row.tenant and was.id = row.id where was.id is null`,
  );
  for (const { tenant, id, kind, ...both } of statement.all()) {
    const [was, row] = [JSON.parse(both.was) as unknown[], JSON.parse(both.row) as unknown[]];
    const held = kind === 'changed' ? names.map((field, i) => ({ name: field, was: was[i], is: row[i] })) : [];
    yield { tenant, record: name, id, kind, fields: held.filter((field) => field.was !== field.is) };
  }
}
