import type SQLite from 'better-sqlite3-multiple-ciphers';
import { sql, type SelectQueryBuilder } from 'kysely';
import type { Reach } from '../access/reach.ts';
import type { Query } from '../records/query.ts';
import { builder, prepare, slots, type Statement } from './statement.ts';

/** Runs area queries in one tenant; with `within`, only over rows that a person's reach admits. */
export type Ask = (
  tenant: string,
  query: Query<object, unknown>,
  values: object,
  within?: { readonly about: string; readonly reach: readonly Reach[] },
) => readonly unknown[];

type Select = SelectQueryBuilder<Record<string, Record<string, unknown>>, string, unknown>;

const slot = (name: string) => (slots as (name: string) => unknown)(name);
const anyOf = (prefix: string, values: readonly string[]) => sql.join(values.map((_, i) => slot(`${prefix}${i}`)));

/** One reach as a condition on the main table, its values as placeholders. Its text depends on the shape only. */
function condition(about: string, reach: Reach, prefix: string) {
  const column = (name: string) => sql.ref(`${about}.${name}`);
  const parts = [
    ...(reach.schools ? [sql<boolean>`${column('school')} in (${anyOf(`${prefix}school`, reach.schools)})`] : []),
    ...(reach.reporter === undefined ? [] : [sql<boolean>`${column('reporterId')} = ${slot(`${prefix}reporter`)}`]),
    ...Object.entries(reach.when ?? {}).map(
      ([field, values]) => sql<boolean>`${column(field)} in (${anyOf(`${prefix}${field}`, values)})`,
    ),
  ];
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` and `)})`;
}

/**
 * What any of the reaches admits; without one, nothing. There is no `or false` at its end: SQLite would no longer see that
 * an index gives a school's rows in their order, and would sort all of them for each page.
 */
function admitted(about: string, reach: readonly Reach[]) {
  const [first = sql<boolean>`false`, ...more] = reach.map((each, i) => condition(about, each, `@${i}`));
  return more.length === 0 ? first : sql<boolean>`(${sql.join([first, ...more], sql` or `)})`;
}

function reachValues(reach: readonly Reach[]): Record<string, unknown> {
  return Object.fromEntries(
    reach.flatMap(({ schools, reporter, when }, i) => [
      ...(schools ?? []).map((school, k) => [`@${i}school${k}`, school] as const),
      [`@${i}reporter`, reporter] as const,
      ...Object.entries(when ?? {}).flatMap(([field, values]) =>
        values.map((v, k) => [`@${i}${field}${k}`, v] as const),
      ),
    ]),
  );
}

/** Equal for queries whose SQL is equal: the statement is compiled once for each. */
function shapeOf(query: Query<object, unknown>, given: ReadonlySet<string>, reach?: readonly Reach[]): string {
  const scopes = reach?.map((r) => [
    r.schools?.length,
    r.reporter !== undefined,
    Object.entries(r.when ?? {}).map(([f, v]) => [f, v.length]),
  ]);
  return JSON.stringify([query.name, [...given].sort(), scopes]);
}

export function createAsk(sqlite: SQLite.Database): Ask {
  const compiled = new Map<string, Statement<object, unknown>>();
  return (tenant, query, values, within) => {
    const given = new Set(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [name])));
    const shape = shapeOf(query, given, within?.reach);
    let statement = compiled.get(shape);
    if (!statement) {
      let select = query.build(builder, slots, (name) => given.has(name)) as unknown as Select;
      const table = within?.about ?? mainTable(select);
      select = select.where(sql<boolean>`${sql.ref(`${table}.tenant`)} = ${slot('@tenant')}`);
      if (within) {
        select = select.where(admitted(table, within.reach));
      }
      statement = prepare(sqlite, select);
      compiled.set(shape, statement);
    }
    return statement.all({ ...values, ...(within && reachValues(within.reach)), '@tenant': tenant });
  };
}

/** The first table of a query without a reach: its rows, too, stay in one tenant. */
function mainTable(select: Select): string {
  const from = select.toOperationNode().from?.froms[0];
  if (from?.kind !== 'TableNode') throw new Error('a query selects from one record table');
  return (from as unknown as { table: { identifier: { name: string } } }).table.identifier.name;
}
