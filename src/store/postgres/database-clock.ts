import type { Clock } from '../../ports/clock.ts';
import type { Pool } from './pool.ts';

export interface DatabaseClock extends Clock {
  /** Looks again how far the machine is off. */
  set(): Promise<void>;
}

/**
 * The machine's clock, set by the database's: a lease ends at the same moment for every instance, however far apart their
 * machines' clocks are.
 */
export async function createDatabaseClock(pool: Pool, machine: Clock): Promise<DatabaseClock> {
  const here = () => Date.parse(machine.now());
  let ahead = 0;
  const set = async () => {
    const asked = here();
    const [answer] = await pool.rows<{ now: number }>({
      text: 'select (extract(epoch from clock_timestamp()) * 1000)::float8 as now',
      values: [],
    });
    if (answer) ahead = Math.round(answer.now - (asked + here()) / 2);
  };
  await set();
  return { now: () => new Date(here() + ahead).toISOString(), set };
}
