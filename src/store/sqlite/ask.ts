import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Query } from '../../records/query.ts';
import { compileQuestion, shapeOf, valuesOf, type Within } from '../compile-question.ts';
import { createSearching } from './full-text.ts';
import { builder, prepare, type Statement } from './statement.ts';

/** Runs area queries in one tenant; with `within`, only over rows that a person's reach admits. */
export type Ask = (
  tenant: string,
  query: Query<object, unknown>,
  values: object,
  within?: Within,
) => readonly unknown[];

export function createAsk(sqlite: SQLite.Database): Ask {
  const searching = createSearching(sqlite);
  const prepared = new Map<string, Statement<object, unknown>>();
  return (tenant, query, values, within) => {
    const question = { tenant, query, values, within };
    const shape = shapeOf(question);
    const statement = prepared.get(shape) ?? prepare(sqlite, compileQuestion(builder, searching, question));
    prepared.set(shape, statement);
    return statement.all(valuesOf(searching, question));
  };
}
