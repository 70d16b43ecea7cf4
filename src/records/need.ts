import type { RecordOf, RecordType } from './define-record.ts';
import type { Query } from './query.ts';

/** One thing a use case must know before it can decide. */
export type Need<T> =
  | { readonly kind: 'record'; readonly type: RecordType; readonly id: string; readonly of?: T }
  | { readonly kind: 'rows'; readonly query: Query<object, unknown>; readonly values: object; readonly of?: T }
  | { readonly kind: 'number'; readonly counter: string; readonly of?: T };

/**
 * What a use case asks for, by name. The need called `subject` is the record that the act is about:
 * rights are checked on it, and out of reach it is not found.
 */
export type Needs<S> = { readonly [K in keyof S]: Need<S[K]> };

/** A record by its id; undefined when there is none. */
export const one = <T extends RecordType>(type: T, id: string): Need<RecordOf<T> | undefined> => ({
  kind: 'record',
  type,
  id,
});

/** Rows of a query, always of the actor's tenant. */
export const rows = <V extends object, R>(query: Query<V, R>, values: V): Need<readonly R[]> => ({
  kind: 'rows',
  query: query as unknown as Query<object, unknown>,
  values,
});

/** The next number of a counter, e.g. of concerns in a year; the commit re-checks that nobody else took it. */
export const nextNumber = (counter: string): Need<number> => ({ kind: 'number', counter });
