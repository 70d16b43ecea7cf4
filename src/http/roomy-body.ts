import { Router, type ErrorRequestHandler, type RequestHandler } from 'express';
import { jsonBody, jsonBodyUpTo } from './json-body.ts';
import type { HandledRoute } from './route.ts';
import { callerOf } from './signed-in.ts';

function within(body: readonly (RequestHandler | ErrorRequestHandler)[]): RequestHandler {
  const router = Router();
  for (const step of body) router.use(step);
  return router;
}

/** Reads a large JSON body for those who may send one; for everybody else a body is as large as anywhere. */
export function roomyBody({ may, bytes }: NonNullable<HandledRoute['roomy']>): RequestHandler {
  const [large, usual] = [within(jsonBodyUpTo(bytes)), within(jsonBody)];
  return async (request, response, next) => {
    const read = (await may(callerOf(request))) ? large : usual;
    await read(request, response, next);
  };
}
