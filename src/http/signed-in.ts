import type { RequestHandler } from 'express';
import type { Identity } from '../access/types.ts';
import { tokenRefusals } from '../identity/refusal.ts';
import type { VerifyToken } from '../identity/token-verifier.ts';
import type { Log } from '../ports/log.ts';
import { sendProblem } from './send.ts';

const callers = new WeakMap<object, Identity>();

/**
 * The only door to the tab API: lets a request pass when its token is genuine and remembers who is calling.
 * A refusal is logged by its code and answered without it.
 */
export function signedIn(verify: VerifyToken, log: Log): RequestHandler {
  return async (request, response, next) => {
    const verified = await verify(request.headers.authorization);
    if (verified.ok) {
      callers.set(request, verified.identity);
      next();
      return;
    }
    const code = tokenRefusals[verified.why];
    log.security('http.refused', { why: verified.why, code });
    if (code === 'not-signed-in') response.setHeader('WWW-Authenticate', 'Bearer');
    sendProblem(response, { code });
  };
}

/**
 * Who is calling. Nothing but the check above can say so.
 * @throws Error for a request that did not pass it: a mistake in mounting answers 500, never data
 */
export function callerOf(request: object): Identity {
  const caller = callers.get(request);
  if (!caller) throw new Error('a route was reached without the token check');
  return caller;
}
