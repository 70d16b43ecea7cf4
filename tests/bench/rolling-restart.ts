import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { crashWorld, type CrashWorld } from '../crash/crash-world.ts';
import type { ProductProcess } from '../crash/product-process.ts';
import { havePostgres, startPostgres, type PostgresServer } from '../support/postgres.ts';
import { until } from '../support/until.ts';
import { startBalancer, type Balancer } from './balancer.ts';
import type { Measured } from './figure.ts';
import { startSteadyLoad, type SteadyLoad } from './steady-load.ts';

export interface RollingRestartOptions {
  /** How often both instances are replaced. */
  readonly rounds?: number;
  /** `closes-at-once`: an instance does not wait until nobody is sent to it. */
  readonly breakage?: 'closes-at-once';
}

const instances = 2;
const people = 4;
/** Between two replacements, so that both have work. */
const requestsBetween = 100;

const figure = {
  metric: 'restart.failed_requests',
  unit: 'looks and reports that had no good answer while both instances were replaced',
  yardstick: 'none',
} as const;

/** Two instances on one PostgreSQL behind a load balancer, replaced one after the other while people look and report. */
export async function measureRollingRestart({ rounds = 3, breakage }: RollingRestartOptions = {}): Promise<Measured> {
  if (!havePostgres()) {
    const why = 'PostgreSQL is not installed and LANTERN_TEST_POSTGRES is not set';
    return { figures: [{ ...figure, value: null, ratio: null, why }], rounds: [] };
  }
  const [server, world, balancer] = await Promise.all([startPostgres(), crashWorld(), startBalancer()]);
  const fleet = await startFleet(server, world, balancer, breakage === undefined ? '2' : '0');
  try {
    const load = startSteadyLoad(people, balancer.origin, (who) => world.tenant.core.userToken(who));
    const replaced = await replaceAll(fleet, load, rounds);
    await load.end();
    const doubts = [...replaced, ...(await notKept(server, fleet.url, load))];
    return {
      figures: [
        {
          ...figure,
          value: load.failed.length,
          unit: `${figure.unit} (${load.count} requests, ${rounds * instances} replacements)`,
          ratio: null,
          ...(doubts.length > 0 && { why: doubts.join('; ') }),
        },
      ],
      rounds: { requests: load.count, failed: load.failed, seconds: fleet.seconds, said: fleet.said() },
    };
  } finally {
    await fleet.end();
    await balancer.close();
    await world.close();
    await server.stop();
  }
}

interface Fleet {
  readonly url: string;
  /** How long each replaced instance took to end. */
  readonly seconds: number[];
  /** Asks an instance to end and starts another in its place. @returns the code with which it ended */
  replace(n: number): Promise<number | null>;
  /** What the instances said on their standard error. */
  said(): readonly string[];
  end(): Promise<void>;
}

async function startFleet(
  server: PostgresServer,
  world: CrashWorld,
  balancer: Balancer,
  drainSeconds: string,
): Promise<Fleet> {
  const url = await server.aDatabase();
  const log = join(world.data, 'said');
  const errors = openSync(log, 'a');
  const seconds: number[] = [];
  const living: ProductProcess[] = [];
  const load = (n: number) =>
    world.load(
      { errors },
      {
        ...{ DATABASE_URL: url, LANTERN_DATA: join(world.data, String(n)), LANTERN_LOG: 'warn' },
        ...{ LANTERN_DRAIN_SECONDS: drainSeconds, LANTERN_SYNC_SECONDS: '3600' },
      },
    );
  async function start(n: number, product: ProductProcess): Promise<void> {
    living[n] = product;
    balancer.place(n, await product.start());
    await until('all are in the pool', () => (balancer.up() === living.length ? true : undefined));
  }
  for (let n = 0; n < instances; n++) await start(n, load(n));
  return {
    url,
    seconds,
    async replace(n) {
      const next = load(n);
      const began = performance.now();
      living[n]?.terminate();
      const code = await living[n]?.ended;
      seconds.push(Math.round(performance.now() - began) / 1_000);
      await start(n, next);
      return code ?? null;
    },
    said: () => readFileSync(log, 'utf8').split('\n').slice(-1_000),
    async end() {
      for (const product of living) product.kill();
      await Promise.all(living.map(({ ended }) => ended));
      closeSync(errors);
    },
  };
}

/** @returns what was not as it should be */
async function replaceAll(fleet: Fleet, load: SteadyLoad, rounds: number): Promise<readonly string[]> {
  const doubts: string[] = [];
  const more = (count: number) =>
    until('people look and report', () => (load.count >= count ? true : undefined), 60).then(() => undefined);
  for (let round = 0; round < rounds; round++)
    for (let n = 0; n < instances; n++) {
      await more(load.count + requestsBetween);
      const code = await fleet.replace(n);
      if (code !== 0) doubts.push(`an instance ended with ${code}`);
    }
  await more(load.count + requestsBetween);
  return doubts;
}

/** A receipt without its concern would be a failure that nobody saw. */
async function notKept(server: PostgresServer, url: string, { receipts }: SteadyLoad): Promise<readonly string[]> {
  const kept = await server.ask<{ ref: string }>(url, `select ref from concern`);
  const refs = new Set(kept.map(({ ref }) => ref));
  const lost = receipts.filter((ref) => !refs.has(ref));
  const doubled = receipts.length - new Set(receipts).size;
  return lost.length + doubled === 0 ? [] : [`${lost.length} receipts without a concern, ${doubled} given twice`];
}
