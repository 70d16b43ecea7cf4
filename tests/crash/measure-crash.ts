import { until } from '../support/until.ts';
import { seededChance } from '../../src/local/seeded-chance.ts';
import type { Measured } from '../bench/figure.ts';
import { startClients } from './clients.ts';
import { crashFigures } from './crash-figures.ts';
import { crashWorld } from './crash-world.ts';
import { drained } from './drained.ts';
import { keptStore, unfiledIn } from './kept-store.ts';
import { killNames, kills, type KillName } from './kills.ts';
import { livesIn } from './lives.ts';

export interface CrashOptions {
  readonly kills?: number;
  readonly seed?: number;
  /** Of all ways to kill it only these. */
  readonly only?: readonly KillName[];
  /** The product broken on purpose. */
  readonly forgets?: true;
}

const clientsAtOnce = 8;
const thinkMs = 10;
/** Acts that are done after the last kill, to see that it goes on. */
const afterwards = 60;

/**
 * Kills the running product again and again while people work in it, then lets it file what is left, and holds what
 * SharePoint and the journal have against what was acknowledged.
 */
export async function measureCrash({
  kills: wanted = 100,
  seed = 20_261_126,
  only = killNames,
  forgets,
}: CrashOptions = {}): Promise<Measured> {
  const began = performance.now();
  const chance = seededChance(seed);
  const world = await crashWorld();
  const lives = livesIn(world, forgets);
  try {
    // The demonstration's school is made whole: who dies in the midst of that is another matter.
    let life = lives.next();
    await life.ready;
    const tokens = new Map(['daniel', 'priya'].map((who) => [who, world.tenant.core.userToken(who)]));
    const tokenOf = (who: string) => tokens.get(who) ?? '';
    const before = keptStore(world.data);
    const clients = startClients(clientsAtOnce, { origin: lives.origin, tokenOf, chance, thinkMs });

    const struck = Object.fromEntries(killNames.map((name) => [name, 0])) as Record<KillName, number>;
    for (let n = 0; n < wanted; n++) {
      const name = only[Math.floor(chance() * only.length)] ?? 'at some moment';
      await kills[name](life, world.tenant, chance);
      await life.product.ended;
      struck[name]++;
      life = lives.next();
    }
    await life.ready;
    const enough = clients.done.length + afterwards;
    await until('people go on', () => (clients.done.length > enough ? true : undefined), 120);
    await clients.end();
    await drained(() => unfiledIn(world.data));
    life.product.askToStop();
    await life.product.ended;

    const seconds = Math.round((performance.now() - began) / 1_000);
    const run = `${wanted} kills, ${seconds} s, seed ${seed}`;
    const kept = keptStore(world.data, before.chain.intact ? before.chain.head.n : 0);
    const { figures, rounds } = await crashFigures({ world, clients, before, kept, run });
    return { figures, rounds: { seed, seconds, struck, rounds } };
  } finally {
    await lives.end();
    await world.close();
  }
}
