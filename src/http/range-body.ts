import { raw, type ErrorRequestHandler, type RequestHandler } from 'express';
import { sendProblem } from './send.ts';

const bytesOnly: RequestHandler = (request, response, next) => {
  if (request.is('application/octet-stream')) next();
  else sendProblem(response, { code: 'invalid-input' }, 415);
};

/** A part that did not come whole is none: its sender has no answer, and sends it again. */
const unreadable: ErrorRequestHandler = (error: { readonly status?: unknown }, _request, response, next) => {
  const { status } = error;
  if (status === 400 || status === 413 || status === 415) sendProblem(response, { code: 'invalid-input' }, status);
  else next(error);
};

/**
 * Reads a part of a file into `request.body`, as it came: it is neither unpacked nor understood.
 * @param most bytes
 */
export const rangeBody = (most: number): readonly (RequestHandler | ErrorRequestHandler)[] => [
  bytesOnly,
  raw({ limit: most, inflate: false, type: 'application/octet-stream' }),
  unreadable,
];
