import type { z } from 'zod';
import type { Actor } from '../access/types.ts';
import type { Id } from '../ports/ids.ts';
import type { Instant } from '../ports/clock.ts';
import type { RecordOf, RecordType } from '../records/define-record.ts';
import type { RecordPatch } from '../records/patch.ts';
import type { Query } from '../records/query.ts';
import type { Problem } from './problem.ts';

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

/** A message to be sent after the commit: whom and about which record, never a card and never a text. */
export interface Effect {
  readonly kind: string;
  /** Entra object id. */
  readonly to: string;
  readonly about: Id;
  /** Seconds to wait before it is carried out. */
  readonly after?: number;
  /** The Teams message that it replaces, where there is one already. */
  readonly replaces?: string;
}

/** One line of a case's chronology; a later area files them. Ids and choices only. */
export interface ChronologyEntry {
  readonly about: Id;
  readonly what: string;
}

export interface Change {
  readonly put: readonly RecordPatch[];
  readonly entries: readonly ChronologyEntry[];
  readonly effects: readonly Effect[];
}

export type Decision<O> =
  | { readonly ok: true; readonly change: Change; readonly answer: O }
  | { readonly ok: false; readonly problem: Problem };

export interface Context {
  readonly actor: Actor;
  readonly now: Instant;
  newId(): Id;
}

/** An act: pure, without I/O. Its verb stands in the area's rights table. */
export interface UseCase<I, S, O> {
  readonly verb: string;
  readonly input: z.ZodType<I>;
  needs(input: I, actor: Actor, now: Instant): Needs<S>;
  decide(state: S, input: I, context: Context): Decision<O>;
}

/**
 * A look: which question is asked, and how a row is shown, field by field. Its verb stands in the area's rights table,
 * and `read` adds the reach of the actor's rights to the query. `one`: no row is *not found*.
 */
export interface View<P extends object, R, O> {
  readonly verb: string;
  readonly shape: 'one' | 'page';
  readonly params: z.ZodType<P>;
  /** The main table must be the verb's record type, under its own name. */
  readonly query: Query<object, R>;
  /** Values for the query's placeholders. */
  values(params: P, actor: Actor): object;
  /** Builds the answer from the rows that came back; `ids` names the records shown, for the journal. */
  present(rows: readonly R[], actor: Actor, params: P): { readonly answer: O; readonly ids: readonly string[] };
}

/** A record by its id; undefined when there is none. */
export const one = <T extends RecordType>(type: T, id: string): Need<RecordOf<T> | undefined> => ({ kind: 'record', type, id });

/** Rows of a query, always of the actor's tenant. */
export const rows = <V extends object, R>(query: Query<V, R>, values: V): Need<readonly R[]> => ({
  kind: 'rows',
  query: query as unknown as Query<object, unknown>,
  values,
});

/** The next number of a counter, e.g. of concerns in a year; the commit re-checks that nobody else took it. */
export const nextNumber = (counter: string): Need<number> => ({ kind: 'number', counter });
