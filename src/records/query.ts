import type { Compilable, Kysely } from 'kysely';

/** Stands in a query for a value that is bound at each run, so that each query is compiled once. */
export interface Placeholders<V> {
  <K extends keyof V & string>(name: K): V[K];
}

/**
 * A question to the projection: Kysely expressions over record tables, without a connection.
 * `V` are the named values bound at each run, `R` a row of the answer. Only the store builds it.
 */
export interface Query<V extends object, R> {
  readonly name: string;
  /** @param has tells whether an optional value is given: each combination is compiled once */
  build(tables: Kysely<never>, value: Placeholders<never>, has: (name: string) => boolean): Compilable<R>;
  readonly values?: V;
  /** Name of the value that holds words: only rows of the main table that hold all of them, or words that begin so, are found. */
  readonly searches?: string;
}

/**
 * Declares a query; `DB` types its tables.
 * @param searches which value holds words to be found in the main table; how they are found is the store's business
 */
export function defineQuery<DB, V extends object, R>(
  name: string,
  build: (tables: Kysely<DB>, value: Placeholders<V>, has: (name: keyof V & string) => boolean) => Compilable<R>,
  searches?: keyof V & string,
): Query<V, R> {
  return { name, build: build as unknown as Query<V, R>['build'], ...(searches !== undefined && { searches }) };
}
