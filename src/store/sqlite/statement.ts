import type SQLite from 'better-sqlite3-multiple-ciphers';
import {
  DummyDriver,
  Kysely,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type Compilable,
  type CompiledQuery,
} from 'kysely';
import type { Placeholders } from '../../records/query.ts';
import { bound, slots } from '../slots.ts';

/**
 * Writes a constant whole number into the text instead of binding it. SQLite looks at a bound LIMIT when it plans, so it
 * would compile the statement anew at each run.
 */
class Compiler extends SqliteQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (Number.isSafeInteger(value)) this.appendImmediateValue(value);
    else super.appendValue(value);
  }
}

/** Kysely as a writer of SQL only: the statements run on the one synchronous connection. */
export const builder = new Kysely<never>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new Compiler(),
  },
});

export interface Statement<V extends object, R> {
  all(values: V): R[];
  get(values: V): R | undefined;
  /** @returns rows changed */
  run(values: V): number;
}

/** Prepares a compiled query once; values are bound by name at each run. */
export function prepare<V extends object, R>(sqlite: SQLite.Database, query: CompiledQuery<R>): Statement<V, R> {
  const { sql, parameters } = query;
  const statement = sqlite.prepare<unknown[], unknown>(sql);
  if (!statement.reader) {
    const none = () => {
      throw new TypeError('this statement gives no rows');
    };
    return { all: none, get: none, run: (values) => statement.run(bound(parameters, values)).changes };
  }
  // Rows come over as lists and become objects here: the driver's own objects cost a third more.
  const names = statement.columns().map(({ name }) => name);
  const rowOf = (cells: unknown): R => {
    const row: Record<string, unknown> = {};
    names.forEach((name, i) => (row[name] = (cells as unknown[])[i]));
    return row as R;
  };
  statement.raw();
  return {
    all: (values) => statement.all(bound(parameters, values)).map(rowOf),
    get(values) {
      const cells = statement.get(bound(parameters, values));
      return cells === undefined ? undefined : rowOf(cells);
    },
    run: () => {
      throw new TypeError('this statement changes nothing');
    },
  };
}

/** A statement over typed tables, compiled with a placeholder for each value. */
export function statement<DB, V extends object, R>(
  sqlite: SQLite.Database,
  build: (tables: Kysely<DB>, value: Placeholders<V>) => Compilable<R>,
): Statement<V, R> {
  return prepare(sqlite, build(builder as unknown as Kysely<DB>, slots as unknown as Placeholders<V>).compile());
}
