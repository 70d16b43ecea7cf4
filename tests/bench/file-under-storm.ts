import type { Faults } from '../../src/local/faults.ts';
import { seededChance } from '../../src/local/seeded-chance.ts';
import type { FaultyTransport } from '../support/faulty-transport.ts';
import type { HandSetClock } from '../support/hand-set-clock.ts';
import type { Kernel } from '../support/kernel.ts';
import { caseLoad } from './case-load.ts';
import type { FilingWorld } from './filing-breakages.ts';
import type { Act } from './judge-rows.ts';
import { mortalWorker, type Fate, type MortalWorker } from './mortal-worker.ts';
import { createStorm } from './storm.ts';

export interface UnderStorm {
  /** How many acts are committed. */
  readonly most: number;
  readonly seed: number;
  readonly kernel: Kernel;
  /** The tenant's, the store's and the workers'. */
  readonly clock: HandSetClock;
  readonly faults: Faults;
  readonly wire: FaultyTransport;
  readonly world: FilingWorld;
}

export interface Weathered {
  /** Those that the store acknowledged, in order. */
  readonly acts: readonly Act[];
  /** How often each kind of fault struck. */
  readonly struck: Readonly<Record<string, number>>;
  /** Acts that still wait. */
  readonly left: number;
}

/** Acts that wait at most, and after how many a new chapter of the storm begins. */
const backlog = 300;
const chapter = 500;
/** Nothing filed for so long, when the longest wait between two attempts is five minutes: what is left stays. */
const patienceSeconds = 1_800;
const overTheLeaseSeconds = 61;

/** What happens beside Graph's own faults, and how often it did. */
function misfortune(chance: () => number) {
  const counts = { 'late write': 0, 'worker killed': 0, 'lease lost': 0 };
  const by = (probability: number) => () => chance() < probability;
  const fate: Fate = { diesClaimed: by(0.002), diesFiled: by(0.003), stalls: by(0.005) };
  return { counts, fate, late: by(0.1) };
}

/** Commits acts and lets two workers file them, whatever happens to them, until nothing waits or nothing moves any more. */
export async function fileUnderStorm({
  most,
  seed,
  kernel,
  clock,
  faults,
  wire,
  world,
}: UnderStorm): Promise<Weathered> {
  const chance = seededChance(seed);
  const load = caseLoad(seed, chance, clock);
  const storm = createStorm(faults);
  const { counts, fate, late } = misfortune(chance);
  const unfiled = kernel.database.sqlite.prepare<[], number>('select count(*) from outbox').pluck();
  const waiting = () => unfiled.get() ?? 0;
  const acts: Act[] = [];

  async function feed(): Promise<void> {
    while (acts.length < most && waiting() < backlog) {
      const { act, commit } = load.next();
      const { kind } = await kernel.store.commit(commit);
      if (kind !== 'committed') throw new Error(`the store answered ${kind}`);
      if (acts.length % chapter === 0) {
        storm.begin(seed + acts.length);
        kernel.database.checkpoint();
      }
      acts.push(act);
    }
  }

  /** The lease of a worker that stands still is over; another one takes its lanes, and then it goes on. */
  async function wakeUp(worker: MortalWorker): Promise<number> {
    counts['lease lost']++;
    clock.forward(overTheLeaseSeconds);
    return (await mortalWorker(world, chance).round()) + (await worker.goOn());
  }

  const workers = [mortalWorker(world, chance, fate), mortalWorker(world, chance, fate)];
  async function round(): Promise<number> {
    let filed = 0;
    for (const done of await Promise.all(workers.map((worker) => worker.round()))) filed += done;
    for (const worker of workers) if (worker.stalled) filed += await wakeUp(worker);
    for (const [n, worker] of workers.entries()) {
      if (!worker.dead) continue;
      counts['worker killed']++;
      workers[n] = mortalWorker(world, chance, fate);
    }
    return filed;
  }

  let idle = 0;
  for (await feed(); waiting() > 0 && idle < patienceSeconds; await feed()) {
    // Only among other calls: a call that is always late is a Graph that is always away.
    if (idle === 0 && late()) {
      wire.coming.push('late');
      counts['late write']++;
    }
    const filed = await round();
    const seconds = filed > 0 ? 0.5 : 3;
    idle = filed > 0 ? 0 : idle + seconds;
    clock.forward(seconds);
  }
  storm.end();
  await wire.deliverLate();
  return { acts, struck: { ...storm.struck(), ...counts }, left: waiting() };
}
