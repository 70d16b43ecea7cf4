import { sql, type CompiledQuery, type Kysely, type SelectQueryBuilder } from 'kysely';
import type { Reach } from '../access/reach.ts';
import type { Query } from '../records/query.ts';
import { slots } from './slots.ts';

/** An area's query as it is asked: in one tenant, and with `within` only over rows that a person's reach admits. */
export interface Question {
  readonly tenant: string;
  readonly query: Query<object, unknown>;
  readonly values: object;
  readonly within?: Within | undefined;
}

/** How an engine finds words. */
export interface Searching {
  /** Of what is asked, newest first, only what a search finds in the table; `words` stands for the search. */
  find(asked: Select, table: string, words: unknown): Select;
  /** The search in the engine's own language. */
  search(table: string, text: string): string;
}

/** What a person's rights admit of the rows of a query's main table, which is called `about`. */
export interface Within {
  readonly about: string;
  readonly reach: readonly Reach[];
}

export type Select = SelectQueryBuilder<Record<string, Record<string, unknown>>, string, unknown>;

const slot = (name: string) => (slots as (name: string) => unknown)(name);
const anyOf = (prefix: string, values: readonly string[]) => sql.join(values.map((_, i) => slot(`${prefix}${i}`)));

/** One reach as a condition on the main table, its values as placeholders. Its text depends on the shape only. */
function condition(about: string, reach: Reach, prefix: string) {
  const column = (name: string) => sql.ref(`${about}.${name}`);
  const parts = [
    ...(reach.schools ? [sql<boolean>`${column('school')} in (${anyOf(`${prefix}school`, reach.schools)})`] : []),
    ...(reach.own === undefined ? [] : [sql<boolean>`${column(reach.own.field)} = ${slot(`${prefix}own`)}`]),
    ...Object.entries(reach.when ?? {}).map(
      ([field, values]) => sql<boolean>`${column(field)} in (${anyOf(`${prefix}${field}`, values)})`,
    ),
    // A row that does not say is not in the register.
    ...Object.entries(reach.unless ?? {}).map(
      ([field, values]) =>
        sql<boolean>`(${column(field)} is null or ${column(field)} not in (${anyOf(`${prefix}not${field}`, values)}))`,
    ),
  ];
  return parts.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(parts, sql` and `)})`;
}

/**
 * What any of the reaches admits; without one, nothing. There is no `or false` at its end: SQLite would no longer see that
 * an index gives a school's rows in their order, and would sort all of them for each page.
 */
function admitted({ about, reach }: Within) {
  const [first = sql<boolean>`false`, ...more] = reach.map((each, i) => condition(about, each, `@${i}`));
  return more.length === 0 ? first : sql<boolean>`(${sql.join([first, ...more], sql` or `)})`;
}

/** The first table of a query without a reach: its rows, too, stay in one tenant. */
function mainTable(select: Select): string {
  const from = select.toOperationNode().from?.froms[0];
  if (from?.kind !== 'TableNode') throw new Error('a query selects from one record table');
  return (from as unknown as { table: { identifier: { name: string } } }).table.identifier.name;
}

const givenIn = (values: object) =>
  Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name]) => name);

/** Equal for questions whose SQL is equal, so that each is compiled once. */
export function shapeOf({ query, values, within }: Question): string {
  const lengths = (of: Reach['when']) => of && Object.entries(of).map(([field, values]) => [field, values.length]);
  const scopes = within?.reach.map(({ schools, own, when, unless }) => [
    schools?.length,
    own?.field,
    lengths(when),
    lengths(unless),
  ]);
  return JSON.stringify([query.name, givenIn(values), within?.about, scopes]);
}

/**
 * The SQL of a question, with slots for its values.
 * @param builder Kysely of the engine's dialect
 * @param searching how the engine finds words
 */
export function compileQuestion(
  builder: Kysely<never>,
  searching: Searching,
  { query, values, within }: Question,
): CompiledQuery {
  const given = givenIn(values);
  const asked = query.build(builder, slots, (name) => given.includes(name)) as unknown as Select;
  const table = within?.about ?? mainTable(asked);
  const found = query.searches === undefined ? asked : searching.find(asked, table, slot(query.searches));
  const ofTenant = found.where(sql<boolean>`${sql.ref(`${table}.tenant`)} = ${slot('@tenant')}`);
  return (within ? ofTenant.where(admitted(within)) : ofTenant).compile();
}

/** The values that fill a question's slots: its own, the tenant, and those of the reach. */
export function valuesOf(
  { search }: Searching,
  { tenant, query, values, within }: Question,
): Readonly<Record<string, unknown>> {
  const filled: Record<string, unknown> = { ...values, '@tenant': tenant };
  const { searches } = query;
  if (searches !== undefined) filled[searches] = search(within?.about ?? '', String(filled[searches]));
  within?.reach.forEach(({ schools, own, when, unless }, i) => {
    schools?.forEach((school, k) => (filled[`@${i}school${k}`] = school));
    if (own !== undefined) filled[`@${i}own`] = own.person;
    for (const [field, admitted] of Object.entries(when ?? {}))
      admitted.forEach((value, k) => (filled[`@${i}${field}${k}`] = value));
    for (const [field, hidden] of Object.entries(unless ?? {}))
      hidden.forEach((value, k) => (filled[`@${i}not${field}${k}`] = value));
  });
  return filled;
}
