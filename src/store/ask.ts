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

/** Adds the values of a reach to those of the query, under the names of its placeholders. */
function bindReach(bound: Record<string, unknown>, { schools, reporter, when }: Reach, prefix: string): void {
  schools?.forEach((school, k) => (bound[`${prefix}school${k}`] = school));
  if (reporter !== undefined) bound[`${prefix}reporter`] = reporter;
  for (const [field, values] of Object.entries(when ?? {})) {
    values.forEach((value, k) => (bound[`${prefix}${field}${k}`] = value));
  }
}

type Within = NonNullable<Parameters<Ask>[3]>;

/** Equal for queries whose SQL is equal: the statement is compiled once for each. */
function shapeOf(query: Query<object, unknown>, given: readonly string[], within: Within | undefined): string {
  const scopes = within?.reach.map(({ schools, reporter, when }) => [
    schools?.length,
    reporter !== undefined,
    when && Object.entries(when).map(([field, values]) => [field, values.length]),
  ]);
  return JSON.stringify([query.name, given, within?.about, scopes]);
}

export function createAsk(sqlite: SQLite.Database): Ask {
  const compiled = new Map<string, Statement<object, unknown>>();

  function compile(query: Query<object, unknown>, given: readonly string[], within: Within | undefined) {
    const asked = query.build(builder, slots, (name) => given.includes(name)) as unknown as Select;
    const table = within?.about ?? mainTable(asked);
    const ofTenant = asked.where(sql<boolean>`${sql.ref(`${table}.tenant`)} = ${slot('@tenant')}`);
    return prepare(sqlite, within ? ofTenant.where(admitted(table, within.reach)) : ofTenant);
  }

  return (tenant, query, values, within) => {
    const bound: Record<string, unknown> = { ...values, '@tenant': tenant };
    const given = Object.keys(values).filter((name) => bound[name] !== undefined);
    const shape = shapeOf(query, given, within);
    const statement = compiled.get(shape) ?? compile(query, given, within);
    compiled.set(shape, statement);
    within?.reach.forEach((reach, i) => bindReach(bound, reach, `@${i}`));
    return statement.all(bound);
  };
}

/** The first table of a query without a reach: its rows, too, stay in one tenant. */
function mainTable(select: Select): string {
  const from = select.toOperationNode().from?.froms[0];
  if (from?.kind !== 'TableNode') throw new Error('a query selects from one record table');
  return (from as unknown as { table: { identifier: { name: string } } }).table.identifier.name;
}
