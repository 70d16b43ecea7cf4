import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seededChance } from '../../src/local/seeded-chance.ts';
import { judge, readGoals } from '../bench/figure.ts';
import { havePostgres, startPostgres, type PostgresServer } from '../support/postgres.ts';
import { until } from '../support/until.ts';
import { startClients, type Clients } from './clients.ts';
import { crashFigures } from './crash-figures.ts';
import { crashWorld, type CrashWorld } from './crash-world.ts';
import { drained } from './drained.ts';
import { keptInPostgres } from './kept-in-postgres.ts';
import type { ProductProcess } from './product-process.ts';

// eslint-disable-next-line no-restricted-syntax -- where there is no PostgreSQL there is no fleet
describe.skipIf(!havePostgres())('two Lanterns on one PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-fleet-'));
  const said = join(folder, 'said');
  const errors = openSync(said, 'a');
  const chance = seededChance(11);
  let server: PostgresServer;
  let url: string;
  let world: CrashWorld;
  /** Where each of the two listens, while it does. */
  const origins: (string | undefined)[] = [];
  const current: ProductProcess[] = [];
  const living: ProductProcess[] = [];

  beforeAll(async () => {
    [server, world] = await Promise.all([startPostgres(), crashWorld()]);
    url = await server.aDatabase();
  });
  afterAll(async () => {
    for (const product of living) product.kill();
    await Promise.all(living.map(({ ended }) => ended));
    await world.close();
    await server.stop();
    closeSync(errors);
    rmSync(folder, { recursive: true });
  });

  /** Loads one that is not started yet. */
  function load(n: number): ProductProcess {
    const env = { DATABASE_URL: url, LANTERN_DATA: join(folder, `lantern-${n}`), LANTERN_LOG: 'warn' };
    const product = world.load({ errors }, env);
    living.push(product);
    return product;
  }
  async function start(n: number, product = load(n)): Promise<ProductProcess> {
    current[n] = product;
    origins[n] = await product.start();
    void product.ended.then(() => (origins[n] = undefined));
    return product;
  }
  const origin = async () => {
    const up = origins.filter((at) => at !== undefined);
    return up[Math.floor(chance() * up.length)] ?? Promise.reject(new Error('none is up'));
  };
  const tokenOf = (who: string) => world.tenant.core.userToken(who);
  const kept = (since?: number) => keptInPostgres(server, url, since);
  const unfiled = async () => (await kept()).unfiled;
  /** As if a minute had passed for every claim; those who still hold one do not know. */
  const endLeases = () =>
    server.ask(url, `update outbox set "leaseUntil" = '2026-01-01T00:00:00.000Z' where "leaseUntil" is not null`);
  const acts = (clients: Clients, count: number) =>
    until('people act', () => (clients.done.length >= count ? true : undefined), 120);

  it('loses and doubles nothing when one freezes past its lease, the other takes over, and it goes on; nor when one is killed', async () => {
    const first = await start(0);
    const beside = load(1);
    const before = await kept();
    await until('the school is filed', async () => ((await unfiled()) === 0 ? true : undefined), 90);
    const clients = startClients(4, { origin, tokenOf, chance, thinkMs: 20 });
    await acts(clients, 10);

    // SharePoint holds the act, and its answer waits in the socket of one who sleeps.
    await new Promise<void>((resolve) =>
      world.tenant.onNextWrite((answer) => {
        first.freeze();
        answer.handedOver(resolve);
      }),
    );
    origins[0] = undefined;
    await start(1, beside);
    await endLeases();
    await acts(clients, 40);
    await until(
      'the other has filed what the first had claimed',
      async () => {
        const held = await server.ask(url, `select 1 from outbox where "leaseUntil" < '2026-06-01'`);
        return held.length === 0 ? true : undefined;
      },
      120,
    );
    first.thaw();
    // Also when it slept so long that to itself its call has timed out: then what is refused is to try again.
    await until(
      'its confirmation is refused',
      () => (readFileSync(said, 'utf8').includes('filing.lease-lost') ? true : undefined),
      120,
    );

    for (const n of [0, 1, 0]) {
      await acts(clients, clients.done.length + 15);
      current[n]?.kill();
      await current[n]?.ended;
      await start(n);
      await endLeases();
    }
    await acts(clients, clients.done.length + 15);
    await clients.end();
    await endLeases();
    await drained(unfiled);

    const run = 'one frozen past its lease, three killed';
    const since = before.chain.intact ? before.chain.head.n : 0;
    const { figures } = await crashFigures({ world, clients, before, kept: await kept(since), run });
    expect(figures.map((figure) => judge(figure, readGoals())).filter(({ pass }) => !pass)).toEqual([]);
    expect(clients.done.length).toBeGreaterThan(80);
  });
});
