import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler } from 'express';
import type { Log } from '../ports/log.ts';
import { sendProblem } from './send.ts';

/** Thrown for a result that says `broken`, so that it gets a number and a line in the log like any other failure. */
export class Broken extends Error {
  override readonly name = 'Broken';
}

const word = /^[\w.-]{1,60}$/;

/** A property of an error that is a plain word: a name or a code, and never a sentence. */
function wordOf(error: unknown, property: 'name' | 'code'): string | undefined {
  const value =
    typeof error === 'object' && error !== null && property in error
      ? (error as Record<string, unknown>)[property]
      : undefined;
  return typeof value === 'string' && word.test(value) ? value : undefined;
}

/** Express's complaint about an address that is not valid percent-encoding. */
const isBadAddress = (error: unknown) => error instanceof URIError && 'status' in error && error.status === 400;

/**
 * The last middleware: whatever was thrown is `broken`, with a number that the log knows too. Neither the answer nor the log
 * carries the error's text, as it may quote what a person wrote.
 */
export function failure(log: Log): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, _request, response, _next) => {
    if (isBadAddress(error)) {
      sendProblem(response, { code: 'invalid-input' });
      return;
    }
    const incident = randomBytes(4).toString('hex');
    log.error('http.broken', { incident, name: wordOf(error, 'name'), code: wordOf(error, 'code') });
    if (response.headersSent) response.destroy();
    else sendProblem(response, { code: 'broken' }, undefined, incident);
  };
}
