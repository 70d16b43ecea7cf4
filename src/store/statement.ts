import type SQLite from 'better-sqlite3-multiple-ciphers';
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Compilable } from 'kysely';
import type { Placeholders } from '../records/query.ts';

/** Stands in a compiled query for a value bound at each run. */
class Slot {
  constructor(readonly name: string) {}
}

/** Kysely as a writer of SQL only: the statements run on the one synchronous connection. */
export const builder = new Kysely<never>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});

/** A placeholder for each name. The cast is the point: a slot takes the place of a value of that type. */
export const slots = ((name: string) => new Slot(name)) as unknown as Placeholders<never>;

export interface Statement<V extends object, R> {
  all(values: V): R[];
  get(values: V): R | undefined;
  /** @returns rows changed */
  run(values: V): number;
}

/** Prepares a compiled query once; values are bound by name at each run. */
export function prepare<V extends object, R>(sqlite: SQLite.Database, query: Compilable<R>): Statement<V, R> {
  const { sql, parameters } = query.compile();
  const statement = sqlite.prepare<unknown[], R>(sql);
  const bound = (values: V) =>
    parameters.map((parameter) =>
      parameter instanceof Slot ? (values as Record<string, unknown>)[parameter.name] : parameter,
    );
  return {
    all: (values) => statement.all(...bound(values)),
    get: (values) => statement.get(...bound(values)),
    run: (values) => statement.run(...bound(values)).changes,
  };
}

/** A statement over typed tables, compiled with a placeholder for each value. */
export function statement<DB, V extends object, R>(
  sqlite: SQLite.Database,
  build: (tables: Kysely<DB>, value: Placeholders<V>) => Compilable<R>,
): Statement<V, R> {
  return prepare(sqlite, build(builder as unknown as Kysely<DB>, slots as unknown as Placeholders<V>));
}
