import type { RecordType } from '../../records/define-record.ts';
import { askedColumns } from '../asked-columns.ts';
import { StoreFault } from '../store-fault.ts';
import { indexesOfWords, wordsColumn, wordsOfRows } from './full-text.ts';
import type { Pool, Run } from './pool.ts';
import { quoted } from './quoted.ts';
import type { SubmitFunction } from './submit-function.ts';
import { migrations } from './tables.ts';

const text = 'text collate "C"';
const sqlType = (kind: string) => (kind === 'flag' || kind === 'count' ? 'integer' : text);

/** Columns of every projection table; itemId and etag say where the row lies in SharePoint. */
const common = [
  `tenant ${text} not null`,
  `id ${text} not null`,
  `school ${text} not null`,
  `ref ${text}`,
  'rev integer not null',
  '"filedRev" integer not null default 0',
  '"itemId" text',
  'etag text',
  'stopped text',
  '"removedAt" text',
];

/** Any number will do, as long as every Lantern takes the same. */
const lock = 7_245_901;

/** What makes a part of the schema, and the name by which the database would know that it is there. */
interface Step {
  /** `table.column`, or an index's name. */
  readonly makes: string;
  readonly text: string;
}

/**
 * Brings the database up to this version, one instance at a time: the fixed tables by numbered steps, a projection table for
 * each record type, the function that submits. A field that is new gets its column; no column is ever dropped.
 *
 * Only what is missing is asked for. Even `add column if not exists` keeps everybody off its table until the end, and whoever
 * holds one table and waits for another is then refused by PostgreSQL (40P01): a report, in a fleet that is being replaced.
 * @throws StoreFault when a newer Lantern has been here
 */
export async function migrate(pool: Pool, types: readonly RecordType[], submit: SubmitFunction): Promise<void> {
  await pool.transaction(async (run) => {
    await run(`select pg_advisory_xact_lock(${lock})`);
    await run('create table if not exists lantern (version integer not null)');
    const [found] = (await run('select version from lantern')) as readonly { readonly version: number }[];
    const version = found?.version ?? 0;
    if (version > migrations.length)
      throw new StoreFault('newer', 'A newer Lantern has used this database. Start that one, or restore a backup.');
    const indexed = await indexesThere(run);
    const there = new Set([...(await columnsThere(run)), ...indexed.map(({ index }) => index)]);
    const missing = types.flatMap((type) => (there.has(`${type.name}.id`) ? newColumns(type) : [newTable(type)]));
    const indexes = types.flatMap((type) =>
      indexesOf(type, type.name).map(({ name, text: step }) => ({ makes: name, text: step })),
    );
    const parts = [...missing, ...indexes].filter(({ makes }) => !there.has(makes));
    const steps = [
      ...migrations.slice(version),
      ...parts.map(({ text: step }) => step),
      ...indexed.filter(isUnasked(types)).map(({ index }) => `drop index if exists ${quoted(index)}`),
    ];
    // Every act takes its turn here first, so none stands in the middle of its own tables.
    if (version > 0 && steps.length > 0) await run('update chain set n = n');
    // An empty database takes hundreds of them, many in one message; where there are rows, each may take its time.
    const atOnce = version === 0 ? 50 : 1;
    for (let at = 0; at < steps.length; at += atOnce) await run(steps.slice(at, at + atOnce).join(';\n'));
    if (version < migrations.length)
      await run(`delete from lantern; insert into lantern values (${migrations.length})`);
    await run(submit.text);
  });
  for (const type of types) for (const text of wordsOfRows(type, type.name)) await pool.transaction((run) => run(text));
}

/** Columns that the database has, as `table.column`. */
async function columnsThere(run: Run): Promise<readonly string[]> {
  const rows = (await run(
    `select table_name || '.' || column_name as part from information_schema.columns where table_schema = current_schema()`,
  )) as readonly { readonly part: string }[];
  return rows.map(({ part }) => part);
}

interface IndexThere {
  readonly table: string;
  readonly index: string;
}

const indexesThere = async (run: Run): Promise<readonly IndexThere[]> =>
  (await run(
    `select tablename as "table", indexname as "index" from pg_indexes where schemaname = current_schema()`,
  )) as readonly IndexThere[];

/** Whether an earlier Lantern asked a record's table by an index and this one does not: each write would still keep it up. */
function isUnasked(types: readonly RecordType[]): (there: IndexThere) => boolean {
  const asked = new Map(
    types.map((type) => [
      type.name,
      new Set([`${type.name}_pkey`, ...indexesOf(type, type.name).map(({ name }) => name)]),
    ]),
  );
  return ({ table, index }) => asked.get(table)?.has(index) === false;
}

/** What each column of a record's table is called, and how it is defined. */
function columnsOf(type: RecordType): readonly { readonly name: string; readonly definition: string }[] {
  const words = wordsColumn(type);
  return [
    ...common.map((definition) => ({ name: definition.split(' ')[0]?.replaceAll('"', '') ?? '', definition })),
    ...Object.entries(type.fields).map(([name, { kind }]) => ({
      name,
      definition: `${quoted(name)} ${sqlType(kind)}`,
    })),
    ...(words ? [{ name: words.column, definition: `${quoted(words.column)} tsvector` }] : []),
  ];
}

/** With all its columns: PostgreSQL takes a statement for each that is added afterwards. */
const newTable = (type: RecordType): Step => ({
  makes: `${type.name}.id`,
  text: `create table if not exists ${quoted(type.name)} (${columnsOf(type)
    .map(({ definition }) => definition)
    .join(', ')}, primary key (tenant, id))`,
});

const newColumns = (type: RecordType): readonly Step[] =>
  columnsOf(type).map(({ name, definition }) => ({
    makes: `${type.name}.${name}`,
    text: `alter table ${quoted(type.name)} add column if not exists ${definition}`,
  }));

interface Index {
  readonly name: string;
  /** Makes it where it is not there. */
  readonly text: string;
  /** It has only the rows that have something there. */
  readonly partial: boolean;
}

/** PostgreSQL cuts a longer name off, and says nothing. */
const longestName = 63;

/**
 * The indexes of a record's table: for each question that the screens ask, its words, and the reference that is given once.
 * @param of a table of this record type; its indexes bear its name
 */
export function indexesOf(type: RecordType, of: string): readonly Index[] {
  const index = (names: readonly string[], how: string, unique = '') => {
    const name = [of, ...names].join('_').slice(0, longestName);
    const text = `create ${unique} index if not exists ${quoted(name)} on ${quoted(of)} ${how}`;
    return { name, text, partial: how.endsWith('is not null') };
  };
  return [
    ...askedColumns(type).map(({ fields, columns }) => {
      // Known by its name alone, so that one of other columns has another.
      const names = columns[1] === 'school' ? fields : [...fields, 'school'];
      return index(names, `(${columns.map(quoted).join(', ')})`);
    }),
    ...indexesOfWords(type).map(({ name, how }) => index([name], how)),
    index(['item'], '(tenant, school, "itemId") where "itemId" is not null'),
    index(['ref'], '(tenant, school, ref) where ref is not null', 'unique'),
  ];
}
