import { pino } from 'pino';
import type { Log } from '../ports/log.ts';

/** One JSON line an event on standard output. Callers pass ids and codes; there is no way to pass an object with content. */
export function createLog(level: 'debug' | 'info' | 'warn' | 'error' | 'silent'): Log {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (event, fields) => log.info({ event, ...fields }),
    warn: (event, fields) => log.warn({ event, ...fields }),
    error: (event, fields) => log.error({ event, ...fields }),
    security: (event, fields) => log.warn({ event, security: true, ...fields }),
  };
}
