import { Router } from 'express';
import { refuseMethod } from './refuse-method.ts';
import { sendJson } from './send.ts';

/** True when this instance can take requests: the store is writable and Lantern is not shutting down. Microsoft Graph is no part of it. */
export type Readiness = () => boolean | Promise<boolean>;

async function asked(ready: Readiness): Promise<boolean> {
  try {
    return await ready();
  } catch {
    return false;
  }
}

/** `/live`: the process answers. `/ready`: send it requests. Both say nothing more, as anybody may ask. */
export function health(ready: Readiness): Router {
  const router = Router({ caseSensitive: true, strict: true });
  router
    .route('/live')
    .get((_request, response) => sendJson(response, '{"live":true}'))
    .all(refuseMethod('get'));
  router
    .route('/ready')
    .get(async (_request, response) => {
      const yes = await asked(ready);
      sendJson(response, `{"ready":${yes}}`, yes ? 200 : 503);
    })
    .all(refuseMethod('get'));
  return router;
}
