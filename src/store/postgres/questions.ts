import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely';
import { compileQuestion, shapeOf, valuesOf, type Question, type Searching } from '../compile-question.ts';
import { bound, slotNames } from '../slots.ts';
import type { Bound } from './pool.ts';
import { storable } from './storable.ts';

/** Constant whole numbers stand in the text, as they do for SQLite: how many rows are wanted is part of the plan. */
class Compiler extends PostgresQueryCompiler {
  protected override appendValue(value: unknown): void {
    if (Number.isSafeInteger(value)) this.appendImmediateValue(value);
    else super.appendValue(value);
  }
}

const builder = new Kysely<never>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new Compiler(),
  },
});

interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** Makes SQL of areas' questions; each is compiled once. */
export function createQuestions(searching: Searching) {
  const known = new Map<string, Compiled>();
  function compile(question: Question): Compiled {
    const shape = shapeOf(question);
    const compiled = known.get(shape) ?? compileQuestion(builder, searching, question);
    known.set(shape, compiled);
    return compiled;
  }
  return {
    /** A statement that asks it. */
    statement(question: Question): Bound {
      const { sql, parameters } = compile(question);
      const values = bound(parameters, valuesOf(searching, question));
      return { text: sql, values: values.map((value) => (typeof value === 'string' ? storable(value) : value)) };
    },
    /** Its SQL, and the names of the values that its parameters stand for. */
    text(question: Question): { readonly sql: string; readonly names: readonly string[] } {
      const { sql, parameters } = compile(question);
      return { sql, names: slotNames(parameters) };
    },
  };
}
export type Questions = ReturnType<typeof createQuestions>;
