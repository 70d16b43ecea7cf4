import type { RecordType } from '../../records/define-record.ts';
import { StoreFault } from '../store-fault.ts';
import { indexesOfWords, wordsOfRows } from './full-text.ts';
import type { Pool } from './pool.ts';
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

/**
 * Brings the database up to this version in one transaction, one instance at a time: the fixed tables by numbered steps, a
 * projection table for each record type, the function that submits. A field that is new gets its column; nothing is ever dropped.
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
    for (const step of migrations.slice(version)) await run(step);
    await run(`delete from lantern; insert into lantern values (${migrations.length})`);
    for (const type of types) for (const step of projectionTable(type)) await run(step);
    await run(submit.text);
  });
}

function projectionTable(type: RecordType): readonly string[] {
  const table = quoted(type.name);
  const steps = [`create table if not exists ${table} (${common.join(', ')}, primary key (tenant, id))`];
  for (const column of common) steps.push(`alter table ${table} add column if not exists ${column}`);
  for (const [name, field] of Object.entries(type.fields))
    steps.push(`alter table ${table} add column if not exists ${quoted(name)} ${sqlType(field.kind)}`);
  return [...steps, ...wordsOfRows(type, type.name), ...indexesOf(type, type.name).map(({ text: step }) => step)];
}

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
  const asked = [
    ...Object.entries(type.fields).flatMap(([name, field]) => (field.indexed ? [[name]] : [])),
    ...(type.askedBy ?? []),
  ];
  return [
    ...asked.map((names) => index(names, `(${['tenant', 'school', ...names, 'id'].map(quoted).join(', ')})`)),
    ...indexesOfWords(type).map(({ name, how }) => index([name], how)),
    index(['item'], '(tenant, school, "itemId") where "itemId" is not null'),
    index(['ref'], '(tenant, school, ref) where ref is not null', 'unique'),
  ];
}
