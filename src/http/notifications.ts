import { timingSafeEqual } from 'node:crypto';
import { Router, type RequestHandler } from 'express';
import { z } from 'zod';
import type { Log } from '../ports/log.ts';
import { jsonBody } from './json-body.ts';
import { refuseMethod } from './refuse-method.ts';

export interface Notifications {
  /** What Graph was given with each subscription, and gives back with each hint. */
  readonly clientState: string;
  /** A list has changed: nothing is said of which row, nor how. */
  readonly changed: () => void;
  /** A subscription ends, or Graph wants to see that it is still wanted. */
  readonly renew: () => void;
}

const body = z.object({
  value: z.array(z.object({ clientState: z.string().nullish(), lifecycleEvent: z.string().nullish() })),
});
/** Microsoft's tokens are some hundred characters. */
const longestToken = 4_096;

/** Graph asks whether this address is there and wants it: it wants its token back as it is, within ten seconds. */
const prove: RequestHandler = (request, response, next) => {
  const token = request.query['validationToken'];
  if (typeof token !== 'string') return next();
  if (token === '' || token.length > longestToken) return void response.status(400).end();
  response.status(200).type('text/plain').send(token);
};

/**
 * Where Graph gives its hints. Anybody may call it, so a body is believed in one thing only, that there may be something to look
 * for, and only with the word that Graph was given; it is answered before anything is done, as Graph waits three seconds.
 */
export function notifications(path: string, { clientState, changed, renew }: Notifications, log: Log): Router {
  const secret = Buffer.from(clientState);
  const isOurs = (word: string | null | undefined) => {
    const said = Buffer.from(word ?? '');
    return said.length === secret.length && timingSafeEqual(said, secret);
  };
  const hear: RequestHandler = (request, response) => {
    response.status(202).end();
    const read = body.safeParse(request.body);
    const told = read.success ? read.data.value : [];
    const known = told.filter((one) => isOurs(one.clientState));
    if (known.length < told.length || !read.success) log.security('notification.refused');
    if (known.length > 0) changed();
    if (known.some(({ lifecycleEvent }) => typeof lifecycleEvent === 'string')) renew();
  };
  const router = Router({ caseSensitive: true, strict: true });
  router
    .route(path)
    .post(prove, ...jsonBody, hear)
    .all(refuseMethod('post'));
  return router;
}
