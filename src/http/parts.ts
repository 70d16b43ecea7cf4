import type { Identity } from '../access/types.ts';
import type { Result } from '../perform/problem.ts';
import type { UseCase, View } from '../perform/types.ts';

/** A view or use case of any shape. What goes into it is checked by its own schema, inside `read` and `perform`. */
export type AnyView = View<object, unknown, unknown>;
export type AnyUseCase = UseCase<unknown, unknown, unknown>;

export type { ReadJson as ReadFn } from '../perform/types.ts';

/** Acts on behalf of a verified person. `form`: the key of the form, 32 lower-case hexadecimal digits. */
export type PerformFn = (
  useCase: AnyUseCase,
  identity: Identity,
  input: unknown,
  form: string,
) => Promise<Result<unknown>>;

/** Somebody who is told which of their views have changed. */
export interface Follower {
  readonly identity: Identity;
  /** Names of views, never what is in them. */
  told(views: readonly string[]): void;
  /** There is nothing more to come. */
  ended(): void;
}

/**
 * Tells somebody from now on, and what they missed in so many milliseconds.
 * @returns a function that ends it; undefined when they follow from too many places already
 */
export type Follow = (follower: Follower, missedMs: number) => (() => void) | undefined;
