import type { Server } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const lookEveryMs = 25;

/**
 * Brings an HTTP server to its end without a failed request. From now on each answer asks its caller to come back on a new
 * connection, which whoever spreads the load then leads elsewhere.
 * @returns what closes the door: it takes no new connection, lets each request come to its answer, and ends what is left after
 * so many milliseconds. Resolves when nobody is connected.
 */
export function windDown(server: Server): (graceMs: number) => Promise<void> {
  server.prependListener('request', (_request, response) => void response.setHeader('Connection', 'close'));
  return async (graceMs) => {
    let closed = false;
    const closing = new Promise<void>((resolve) => server.close(() => resolve())).then(() => (closed = true));
    const deadline = performance.now() + graceMs;
    while (!closed && performance.now() < deadline) {
      // A connection whose last answer still promised to stay open is idle now, and would stay so.
      server.closeIdleConnections();
      await sleep(lookEveryMs);
    }
    server.closeAllConnections();
    await closing;
  };
}
