import { concern } from '../../src/areas/concerns/record.ts';
import { createBudget } from '../../src/graph/budget.ts';
import { seededChance } from '../../src/local/seeded-chance.ts';
import { provision } from '../../src/sharepoint/provision.ts';
import { faultyTransport } from '../support/faulty-transport.ts';
import { handSetClock, type HandSetClock } from '../support/hand-set-clock.ts';
import { startKernel, type Kernel } from '../support/kernel.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { school, sharePointTenant, type SharePointTenant } from '../support/sharepoint-tenant.ts';
import { caseLoad } from './case-load.ts';
import type { Measured } from './figure.ts';
import { filedRows } from './filed-rows.ts';
import { brokenBy, type FilingBreakage, type FilingWorld } from './filing-breakages.ts';
import { judgeRows, type Act } from './judge-rows.ts';
import { mortalWorker, type Fate, type MortalWorker } from './mortal-worker.ts';
import { createStorm } from './storm.ts';

export interface FilingFaultsOptions {
  readonly acts?: number;
  readonly seed?: number;
  readonly breakage?: FilingBreakage;
  /** Breaks the store itself. */
  readonly sabotage?: (kernel: Kernel) => void;
}

/** Acts that wait at most, and after how many a new chapter of the storm begins. */
const backlog = 300;
const chapter = 500;
/** Nothing filed for so long, when the longest wait between two attempts is five minutes: what is left stays. */
const patienceSeconds = 1_800;
const overTheLeaseSeconds = 61;
const licences = 60_000;

/** Keeps a client's patience short, since what is too slow is only a call without an answer here. */
const timeoutMs = 250;

function worldOf(sharePoint: SharePointTenant, kernel: Kernel, clock: HandSetClock, breakage?: FilingBreakage) {
  const wire = faultyTransport(sharePoint.transport);
  const budget = createBudget({ licences, clock });
  const graph = sharePoint.graph({ transport: wire.transport, timeoutMs, budget });
  const world: FilingWorld = { queue: kernel.filing, graph, budget, clock };
  return { wire, world: brokenBy(world, breakage) };
}

/** What happens beside Graph's own faults, and how often it did. */
function misfortune(chance: () => number) {
  const counts = { 'late write': 0, 'worker killed': 0, 'lease lost': 0 };
  const by = (probability: number) => () => chance() < probability;
  const fate: Fate = { diesClaimed: by(0.002), diesFiled: by(0.003), stalls: by(0.003) };
  return { counts, fate, late: by(0.1) };
}

/**
 * Files acts on many cases under a storm of faults, with two workers that are killed and lose their leases, from the real
 * encrypted store through the real client over HTTP into the local tenant; then asks SharePoint what it holds.
 */
export async function measureFilingFaults(options: FilingFaultsOptions = {}): Promise<Measured> {
  const { acts: most = 20_000, seed = 20_261_125, breakage, sabotage } = options;
  const clock = handSetClock();
  const chance = seededChance(seed);
  const sharePoint = await sharePointTenant({ now: () => Date.parse(clock.now()) });
  const kernel = await startKernel({ now: clock.now });
  try {
    const { sqlite } = kernel.database;
    // A killed worker here is not a power cut, and sixty thousand syncs would measure the disk.
    sqlite.pragma('synchronous=OFF');
    sqlite.exec('delete from outbox');
    sabotage?.(kernel);
    await provision({ graph: sharePoint.provisioner, schools: [school], types: [concern], log: recordedLog().log });

    const unfiled = sqlite.prepare<[], number>('select count(*) from outbox').pluck();
    const waiting = () => unfiled.get() ?? 0;
    const storm = createStorm(sharePoint.tenant.core.faults);
    const { wire, world } = worldOf(sharePoint, kernel, clock, breakage);
    const { counts, fate, late } = misfortune(chance);
    const fresh = () => mortalWorker(world, chance, fate);
    const load = caseLoad(seed, chance, clock);
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

    const workers = [fresh(), fresh()];
    let idle = 0;
    for (await feed(); waiting() > 0 && idle < patienceSeconds; await feed()) {
      // Only among other calls: a call that is always late is a Graph that is always away.
      if (idle === 0 && late()) {
        wire.coming.push('late');
        counts['late write']++;
      }
      let filed = 0;
      for (const done of await Promise.all(workers.map((worker) => worker.round()))) filed += done;
      for (const worker of workers) if (worker.stalled) filed += await wakeUp(worker);
      for (const [n, worker] of workers.entries()) {
        if (!worker.dead) continue;
        counts['worker killed']++;
        workers[n] = fresh();
      }
      const seconds = filed > 0 ? 0.5 : 3;
      idle = filed > 0 ? 0 : idle + seconds;
      clock.forward(seconds);
    }
    storm.end();
    await wire.deliverLate();

    const { lost, doubled, disordered } = judgeRows(acts, await filedRows(sharePoint));
    const struck = { ...storm.struck(), ...counts };
    const faults = Object.values(struck).reduce((sum, count) => sum + count, 0);
    const spared = Object.entries(struck).flatMap(([kind, count]) => (count === 0 ? [kind] : []));
    const left = waiting();
    const whys = [
      ...(left > 0 ? [`${left} acts still wait`] : []),
      ...(spared.length > 0 && most >= 2_000 ? [`never struck: ${spared.join(', ')}`] : []),
    ];
    return {
      figures: [
        {
          metric: 'filing.faults',
          value: lost + doubled + disordered,
          unit: 'acts lost, doubled or out of order within their case',
          yardstick: `${acts.length} acts acknowledged, ${faults} faults, seed ${seed}`,
          ratio: null,
          ...(whys.length > 0 && { why: whys.join('; ') }),
        },
      ],
      rounds: { acts: acts.length, seed, lost, doubled, disordered, left, struck, calls: wire.calls.length },
    };
  } finally {
    kernel.close();
    await sharePoint.close();
  }
}
