import type { RequestHandler } from 'express';
import { sendProblem } from './send.ts';

/** Answers 405 to every method but those named. */
export const refuseMethod =
  (...allowed: readonly ('get' | 'post' | 'put')[]): RequestHandler =>
  (_request, response) => {
    response.setHeader('Allow', allowed.join(', ').toUpperCase());
    sendProblem(response, { code: 'not-found' }, 405);
  };
