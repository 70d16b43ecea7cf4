import type { UseCase, View } from '../perform/types.ts';

/** What of a request a route may use. Names and ids of persons never come from here. */
export interface RouteRequest {
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
}

/**
 * A route of the tab API as data: `http` mounts it behind the token check. An area's `routes.ts` exports a list of them.
 * A `read` answers the view's JSON; an `act` performs its use case under the form key found in the body (`form`).
 */
export type Route =
  | {
      readonly method: 'get';
      readonly path: string;
      readonly view: View<never, never, unknown>;
      params(request: RouteRequest): unknown;
    }
  | {
      readonly method: 'post';
      readonly path: string;
      readonly useCase: UseCase<never, never, unknown>;
      input(request: RouteRequest): unknown;
    };
