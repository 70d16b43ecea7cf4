import { composeRules } from '../access/rules.ts';
import { areas, recordTypes } from '../areas/areas.ts';
import { rightsRestOn } from '../areas/rights-rest-on.ts';
import type { Config } from '../config.ts';
import { createActors } from '../perform/actors.ts';
import { createLimits } from '../perform/limits.ts';
import { createPerform } from '../perform/perform.ts';
import { createRead } from '../perform/read.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Telemetry } from '../ports/telemetry.ts';
import type { Transport } from '../ports/transport.ts';
import { openPostgres } from '../store/postgres/open-postgres.ts';
import { openSqlite } from '../store/sqlite/open-sqlite.ts';
import { telling } from '../store/telling.ts';
import { randomIds } from '../system/random-ids.ts';
import { steadyClock } from '../system/steady-clock.ts';
import { systemClock } from '../system/system-clock.ts';
import type { Around } from './around.ts';
import { openKeys } from './open-keys.ts';
import { tracedPerform } from './traced-perform.ts';

export interface KernelOptions {
  /** What school matters run on. Leases and due messages stay on the machine's clock. */
  readonly clock: Clock;
  readonly log: Log;
  /** Reaches Key Vault, where that wraps the data key. */
  readonly transport: Transport;
  readonly around?: Around;
  readonly telemetry?: Telemetry | undefined;
  /** Is told of each commit. */
  readonly committed?: () => void;
}

/** The store with the one way in and the one way to look, and everything they rest on. */
export async function openKernel(config: Config, options: KernelOptions) {
  const { clock, log, transport, telemetry, around = {}, committed = () => {} } = options;
  const ids = randomIds;
  const keys = await openKeys(config, transport);
  const operational = config.DATABASE_URL
    ? await openPostgres(config.DATABASE_URL, recordTypes, Object.values(rightsRestOn), systemClock)
    : openSqlite(config.LANTERN_DATA, keys.database, recordTypes, steadyClock);
  const store = telling(around.store?.(operational.store) ?? operational.store, committed);
  const rules = composeRules(Object.values(areas));
  const schools = config.LANTERN_SCHOOLS.map((school) => school.id) as [string, ...string[]];
  const actorOf = createActors(store, rightsRestOn, schools, clock);
  const parts = { store, rules, actorOf, clock, ids, log, stepUp: config.LANTERN_STEP_UP_CONTEXT };
  const limits = createLimits({
    ...{ rules, clock: systemClock, log },
    flagged: (what) => telemetry?.count('flags', 1, { what }),
  });
  const perform = limits.perform(createPerform(parts));
  return {
    ...parts,
    telemetry,
    perform: telemetry ? tracedPerform(perform, telemetry) : perform,
    read: config.LANTERN_LIMITS === 'on' ? limits.read(createRead(parts)) : createRead(parts),
    operational,
    keys,
  };
}
export type Kernel = Awaited<ReturnType<typeof openKernel>>;
