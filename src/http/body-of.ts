import type { RouteRequest } from './route.ts';

/** What a request's body says, without its form key; empty where it is no object. The use case's strict schema judges the rest. */
export function bodyOf({ body }: Pick<RouteRequest, 'body'>): Readonly<Record<string, unknown>> {
  const { form: _form, ...rest } =
    typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  return rest;
}
