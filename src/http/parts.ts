import type { Identity } from '../access/types.ts';
import type { Result } from '../perform/problem.ts';
import type { UseCase, View } from '../perform/types.ts';

/** A view or use case of any shape. What goes into it is checked by its own schema, inside `read` and `perform`. */
export type AnyView = View<object, unknown, unknown>;
export type AnyUseCase = UseCase<unknown, unknown, unknown>;

/** Looks on behalf of a verified person. Answers JSON text that is sent as it stands. */
export type ReadFn = (view: AnyView, identity: Identity, params: unknown) => Promise<Result<string>>;

/** Acts on behalf of a verified person. `form`: the key of the form, 32 lower-case hexadecimal digits. */
export type PerformFn = (
  useCase: AnyUseCase,
  identity: Identity,
  input: unknown,
  form: string,
) => Promise<Result<unknown>>;
