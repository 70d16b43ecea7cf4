import { Router, type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import type { Result } from '../perform/problem.ts';
import { Broken } from './failure.ts';
import { formKeyOf } from './form-key.ts';
import { jsonBody } from './json-body.ts';
import { performMany } from './many.ts';
import type { PerformFn, ReadFn } from './parts.ts';
import { rangeBody } from './range-body.ts';
import { refuseMethod } from './refuse-method.ts';
import { roomyBody } from './roomy-body.ts';
import type { JsonRoute, Route, RouteRequest } from './route.ts';
import { sendFile } from './send-file.ts';
import { sendJson, sendProblem } from './send.ts';
import { callerOf } from './signed-in.ts';

type ApiRequest = Request<Record<string, string>>;

const seen = ({ params, query, body }: ApiRequest): RouteRequest => ({ params, query, body: body as unknown });

function answer(response: Response, result: Result<string>): void {
  if (result.ok) sendJson(response, result.answer);
  else if (result.problem.code === 'broken') throw new Broken();
  else sendProblem(response, result.problem);
}

async function answerTo(
  route: JsonRoute,
  request: ApiRequest,
  perform: PerformFn,
  read: ReadFn,
): Promise<Result<string>> {
  const caller = callerOf(request);
  if ('view' in route) return read(route.view, caller, route.params(seen(request)));
  if ('compose' in route) return route.compose(caller, read, seen(request));
  if ('handle' in route) return textOf(await route.handle(caller, seen(request)));
  const form = formKeyOf(request.body);
  if (!form.ok) return form;
  if ('inputs' in route) return performMany(route, seen(request), caller, perform, form.answer);
  return textOf(await perform(route.useCase, caller, route.input(seen(request)), form.answer));
}

const textOf = (result: Result<unknown>): Result<string> =>
  result.ok ? { ok: true, answer: JSON.stringify(result.answer) } : result;

/** What answers a route's method at its path. */
function handlersOf(route: Route, perform: PerformFn, read: ReadFn): readonly (RequestHandler | ErrorRequestHandler)[] {
  if ('receive' in route) {
    const take: RequestHandler<Record<string, string>> = async (request, response) => {
      const { 'content-range': range = '' } = request.headers;
      const part = { ...seen(request), range, bytes: request.body as Uint8Array };
      answer(response, textOf(await route.receive(callerOf(request), part)));
    };
    return [...rangeBody(route.most), take as RequestHandler];
  }
  if ('file' in route) {
    const give: RequestHandler<Record<string, string>> = async (request, response) => {
      const found = await route.file(callerOf(request), seen(request));
      if (found.ok) await sendFile(response, found.answer);
      else answer(response, found);
    };
    return [give as RequestHandler];
  }
  const handle: RequestHandler<Record<string, string>> = async (request, response) =>
    answer(response, await answerTo(route, request, perform, read));
  return [...(route.method === 'post' ? bodyParsers(route) : []), handle as RequestHandler];
}

const bodyParsers = (route: JsonRoute) => ('handle' in route && route.roomy ? [roomyBody(route.roomy)] : jsonBody);

/** @throws Error for a path outside the API or one that two routes claim: Lantern does not start with such a table */
function byPath(routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  const paths = new Map<string, Route[]>();
  for (const route of routes) {
    if (!route.path.startsWith('/api/') || route.path === '/api/messages')
      throw new Error(`${route.path} is no address of the tab API`);
    const others = paths.get(route.path) ?? [];
    if (others.some(({ method }) => method === route.method))
      throw new Error(`two routes claim ${route.method} ${route.path}`);
    paths.set(route.path, [...others, route]);
  }
  return paths;
}

/** Addresses that are answered by a stream. */
export type Streams = Readonly<Record<`/api/${string}`, RequestHandler>>;

/**
 * The areas' routes, to be mounted at `/api`. A path answers the methods of its routes and no other.
 * @param guards what every request passes first, whether or not there is such an address: the token check
 * @throws Error when the routes do not fit together
 */
export function api(
  guards: readonly RequestHandler[],
  routes: readonly Route[],
  perform: PerformFn,
  read: ReadFn,
  streams: Streams = {},
): Router {
  const router = Router({ caseSensitive: true, strict: true });
  for (const guard of guards) router.use(guard);
  for (const [path, stream] of Object.entries(streams)) {
    const otherMethod = refuseMethod('get');
    router.route(path.slice('/api'.length)).head(otherMethod).get(stream).all(otherMethod);
  }
  for (const [path, group] of byPath(routes)) {
    const at = router.route(path.slice('/api'.length));
    const otherMethod = refuseMethod(...group.map(({ method }) => method));
    // Express would answer HEAD with GET's handler: a look that shows nothing.
    at.head(otherMethod);
    for (const route of group) at[route.method](...handlersOf(route, perform, read));
    at.all(otherMethod);
  }
  return router;
}
