import type { ErrorRequestHandler } from 'express';
import type { Exchange } from './exchange.ts';
import { GraphFault } from './graph-fault.ts';

/** Refuses what could not even be read: a body too large, an address that is no text. */
export const unreadable =
  (exchange: Exchange): ErrorRequestHandler =>
  (error: Error & { status?: number }, request, response, next) => {
    const refuse = exchange(() => {
      throw new GraphFault(error.status ?? (error instanceof URIError ? 400 : 500), 'invalidRequest', error.message);
    });
    return refuse(request, response, next);
  };
