import type { Log } from '../ports/log.ts';
import type { GraphCall } from './one-call.ts';

/**
 * Tells the log of the calls that Graph refused for the moment, failed or did not answer: with the id by which Microsoft finds
 * them, and neither address nor content.
 */
export const tellOfTrouble =
  (log: Log) =>
  ({ method, status, code, ms, requestId }: GraphCall): void => {
    const trouble = status === undefined || status === 429 || status >= 500;
    if (trouble) log.warn('graph.trouble', { method, status, code, ms, requestId });
  };
