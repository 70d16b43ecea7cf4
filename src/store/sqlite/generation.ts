import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Difference, DifferenceKind, NextGeneration, Served } from '../../ports/generation.ts';
import type { RecordType } from '../../records/define-record.ts';
import { gatherWords, keepWords, letGoOfWords, wordTablesOf } from './full-text.ts';
import { createIndexes, indexesOf } from './indexes.ts';

const next = (table: string) => `${table}~next`;
const old = (table: string) => `${table}~old`;
const quoted = (name: string) => `"${name}"`;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly notnull: 0 | 1;
  readonly dflt_value: string | null;
}

/** The second generation of the projection in the same file, so that it takes its place in one transaction. */
export function createNextGeneration(sqlite: SQLite.Database, types: readonly RecordType[]): NextGeneration {
  const columnsOf = (table: string) => sqlite.pragma(`table_info(${quoted(table)})`) as readonly Column[];
  const has = (table: string) =>
    sqlite.prepare<[string], 1>(`select 1 from sqlite_schema where name = ?`).get(table) !== undefined;
  const tables = types.map(({ name }) => name);

  /** Its columns stand as those of the served table do: statements that were prepared know them by their order. */
  function make(table: string): void {
    const parts = columnsOf(table)
      .filter(({ name }) => name !== 'place')
      .map(({ name, type, notnull, dflt_value: otherwise }) =>
        [quoted(name), type, notnull ? 'not null' : '', otherwise === null ? '' : `default ${otherwise}`].join(' '),
      );
    sqlite.exec(`create table ${quoted(next(table))} (${parts.join(', ')}, primary key (tenant, id))`);
  }
  const columns = (table: string) =>
    columnsOf(table)
      .map(({ name }) => name)
      .filter((name) => name !== 'place')
      .join();
  const begin = sqlite.transaction(() => {
    // One that another version of Lantern began may lack a column.
    if (tables.every((table) => has(next(table)) && columns(next(table)) === columns(table))) return 'resumed';
    for (const table of tables) {
      if (has(next(table))) drop(next(table));
      make(table);
    }
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
        `insert or replace into ${quoted(next(table))} (${names.join(', ')})
         select ${names.map((name) => `was.${name}`).join(', ')} ${carried(table)}`,
      )
      .run().changes;
  }

  function rename(from: string, to: string): void {
    for (const [i, name] of [...wordTablesOf(from), from].entries()) {
      const target = [...wordTablesOf(to), to][i] ?? to;
      if (has(name)) sqlite.exec(`alter table ${quoted(name)} rename to ${quoted(target)}`);
    }
  }
  const serve = sqlite.transaction((): readonly Served[] =>
    types.map((type) => {
      const moved = carry(type.name);
      letGoOfWords(sqlite, type.name);
      letGoOfWords(sqlite, next(type.name));
      rename(type.name, old(type.name));
      rename(next(type.name), type.name);
      keepWords(sqlite, type, type.name);
      const { rows } = sqlite
        .prepare<[], { rows: number }>(`select count(*) as rows from ${quoted(type.name)}`)
        .get() ?? {
        rows: 0,
      };
      return { record: type.name, rows, carried: moved };
    }),
  );

  return {
    begin: async () => begin.immediate(),
    async index() {
      for (const type of types) index.immediate(type);
    },
    async *differences() {
      for (const type of types) yield* differencesOf(sqlite, type);
    },
    async serve() {
      const served = serve.immediate();
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
