import { json, type ErrorRequestHandler, type RequestHandler } from 'express';
import { sendProblem } from './send.ts';

/** Room for 70,000 characters, each an emoji written as two JSON escapes (12 bytes). */
const LONGEST = '1mb';

const jsonOnly: RequestHandler = (request, response, next) => {
  if (request.is('application/json')) next();
  else sendProblem(response, { code: 'invalid-input' }, 415);
};

/** Stands right behind the parser, so that a 4xx it sees is the parser's and never one that Microsoft gave to us. */
const unreadable: ErrorRequestHandler = (error: { readonly status?: unknown }, _request, response, next) => {
  const { status } = error;
  if (status === 400 || status === 413 || status === 415) sendProblem(response, { code: 'invalid-input' }, status);
  else next(error);
};

/**
 * Reads a JSON body into `request.body`; anything else is 415, more than the limit is 413, a fault in it 400. A packed body is
 * not unpacked.
 */
export const jsonBodyUpTo = (limit: number | string): readonly (RequestHandler | ErrorRequestHandler)[] => [
  jsonOnly,
  json({ limit, inflate: false }),
  unreadable,
];

/** A JSON body of the usual size: at most 1 MB. */
export const jsonBody = jsonBodyUpTo(LONGEST);
