import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { castMember } from '../../src/local/cast.ts';
import { seededChance } from '../../src/local/seeded-chance.ts';
import { judge, readGoals } from '../bench/figure.ts';
import { until } from '../support/until.ts';
import { startClients } from './clients.ts';
import { crashFigures } from './crash-figures.ts';
import { crashWorld, type CrashWorld } from './crash-world.ts';
import { keptStore } from './kept-store.ts';
import { livesIn, type Lives } from './lives.ts';

let world: CrashWorld;
let lives: Lives;
beforeAll(async () => {
  world = await crashWorld();
  lives = livesIn(world);
});
afterAll(async () => {
  await lives.end();
  await world.close();
});

/** A token that holds on every clock of this test. */
function tokenOf(who: string): string {
  const { id, name } = castMember(who);
  const now = Math.floor(Date.now() / 1_000);
  const [early, late] = [now - 7_200, now + 172_800];
  return world.tenant.core.userToken({ oid: id, name, iat: early, nbf: early, exp: late });
}

it('loses nothing, doubles nothing and stands still for nothing when the clock is set on a day, and back an hour', async () => {
  const { product, ready } = lives.next();
  await ready;
  const before = keptStore(world.data);
  // SharePoint asks for a rest now and again, and forgets to answer: there are waits for a clock to spoil.
  world.tenant.core.faults.setRules(
    [
      { kind: 'throttle', retryAfterSeconds: 1, probability: 0.02 },
      { kind: 'gateway-timeout', match: { method: 'PATCH' }, probability: 0.1 },
      { kind: 'lost-reply', match: { method: 'POST' }, probability: 0.05 },
    ],
    7,
  );
  const clients = startClients(4, { origin: lives.origin, tokenOf, chance: seededChance(7), thinkMs: 20 });
  const hours = [24, -1, 23, 0, -1];
  for (const [n, hour] of hours.entries()) {
    await until('people act', () => (clients.done.length >= 20 * (n + 1) ? true : undefined), 120);
    product.setClock(hour);
    await sleep(100);
  }
  await until('people go on', () => (clients.done.length >= 120 ? true : undefined), 120);
  await clients.end();
  world.tenant.core.faults.setRules([]);
  // On the clock that was set back, all that waits would wait for an hour.
  await until('all is filed', () => (keptStore(world.data).unfiled === 0 ? true : undefined), 120);
  product.askToStop();
  await product.ended;

  const kept = keptStore(world.data, before.chain.intact ? before.chain.head.n : 0);
  const { figures } = await crashFigures({
    world,
    clients,
    before,
    kept,
    run: `the clock set to ${hours.join(', ')} h`,
  });
  expect(figures.map((figure) => judge(figure, readGoals())).filter(({ pass }) => !pass)).toEqual([]);
  expect(clients.done.length).toBeGreaterThan(100);
});
