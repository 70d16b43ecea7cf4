import pg from 'pg';

type Query = (this: pg.Client, ...args: unknown[]) => unknown;

/** Counts what this process asks of PostgreSQL, on whichever connection, until it is stopped: the driver's own calls, not the product's word. */
export function countQueries(): { stop(): number } {
  const driver = pg.Client.prototype as unknown as { query: Query };
  const inner = driver.query;
  let count = 0;
  driver.query = function (...args) {
    count++;
    return inner.apply(this, args);
  };
  return {
    stop() {
      driver.query = inner;
      return count;
    },
  };
}
