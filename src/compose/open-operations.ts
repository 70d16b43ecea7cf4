import type { Config } from '../config.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { createStatusServer } from '../http/status-server.ts';
import { listen } from '../http/listen.ts';
import { createLoop } from '../jobs/loop.ts';
import { newestBackup } from '../jobs/newest-backup.ts';
import { createAlarmWatch } from '../operations/alarm-watch.ts';
import { alarmsIn, type Alarm } from '../operations/alarms.ts';
import { createChainWatch } from '../operations/chain-watch.ts';
import { createGatherFacts, type FactsParts } from '../operations/gather-facts.ts';
import type { Facts } from '../operations/facts.ts';
import { placesIn } from '../store/sqlite/places-in.ts';
import { certificatesEnd } from '../system/certificates-end.ts';
import { freeBytes } from '../system/free-bytes.ts';
import type { LocalHandler } from '../system/local-socket.ts';
import { steadyClock } from '../system/steady-clock.ts';
import { systemClock } from '../system/system-clock.ts';
import { version } from '../version.ts';
import type { Kernel } from './open-kernel.ts';

const lookEveryMs = 60_000;

export interface Operations {
  /** What the command `status` and the operators' door show. */
  readonly status: () => Promise<Status>;
  readonly order: LocalHandler;
  /** Watches for alarms, and opens the operators' door where one is wished for. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface Status extends Facts {
  readonly alarms: readonly Alarm[];
}

/** How Lantern itself is: gathered, shown to operators, and judged once a minute. */
export function openOperations(
  config: Config,
  { operational, clock, log, telemetry }: Kernel,
  { budget, pulse }: OpenGraph,
  { draining, syncAge }: Pick<FactsParts, 'draining' | 'syncAge'>,
): Operations {
  const { LANTERN_TENANT_ID: tenant, LANTERN_DATA: folder } = config;
  const files = [config.API_CERTIFICATE_FILE, config.BOT_CERTIFICATE_FILE].filter((file) => file !== undefined);
  const gather = createGatherFacts({
    ...{ version, tenant, clock: systemClock, schoolClock: clock, budget, draining, syncAge },
    lastCall: pulse.last,
    vitals: operational.vitals,
    marks: operational.journalMarks,
    chain: createChainWatch({ tenant, lines: operational.journalLines, marks: operational.journalMarks }),
    backup: {
      // A demonstration is nobody's record.
      here: operational.copyTo !== undefined && config.LANTERN_MODE === 'production',
      newest: () => newestBackup(placesIn(folder).backups),
    },
    certificatesEnd: () => certificatesEnd(files),
    freeBytes: () => freeBytes(folder),
  });
  const watch = createAlarmWatch(log, (code) => telemetry?.count('alarms', 1, { code }));
  let last: Facts | undefined;
  telemetry?.watch('outbox.acts', () => last?.filing.waiting);
  telemetry?.watch('outbox.oldest_seconds', () => last?.filing.oldestSeconds ?? undefined);
  telemetry?.watch('outbox.messages', () => last?.messages.waiting);
  const loop = createLoop(
    'alarms',
    lookEveryMs,
    async () => {
      last = await gather();
      watch.see(alarmsIn(last), Date.parse(steadyClock.now()));
      return 0;
    },
    log,
  );
  const status = async () => {
    const facts = await gather();
    return { ...facts, alarms: alarmsIn(facts) };
  };
  const door = createStatusServer(status);
  return {
    status,
    order: status,
    async start() {
      loop.start();
      const { LANTERN_STATUS_PORT: port, LANTERN_STATUS_HOST: host } = config;
      if (port !== undefined) log.info('status.listening', { origin: await listen(door, port, host) });
    },
    async stop() {
      await loop.stop();
      const closed = new Promise((resolve) => door.close(resolve));
      door.closeAllConnections();
      await closed;
    },
  };
}
