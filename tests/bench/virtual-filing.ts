import { concern } from '../../src/areas/concerns/record.ts';
import { createBudget } from '../../src/graph/budget.ts';
import { createGraph } from '../../src/graph/client.ts';
import { demo } from '../../src/local/cast.ts';
import { seededChance } from '../../src/local/seeded-chance.ts';
import type { Graph } from '../../src/ports/graph.ts';
import type { FilingPayload } from '../../src/ports/outbox.ts';
import { createFiling } from '../../src/sharepoint/filing.ts';
import { createMemoryQueue } from '../support/filing-queue.ts';
import { handSetClock } from '../support/hand-set-clock.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { school } from '../support/sharepoint-tenant.ts';
import { countingSharePoint, type Seen } from './counting-sharepoint.ts';
import { brokenBy, type FilingBreakage } from './filing-breakages.ts';

/** The real worker, client and budget on a virtual clock. */
export interface VirtualFiling {
  readonly seen: Seen;
  seconds(): number;
  /** Commits so many new concerns. */
  report(count: number): void;
  /** Commits one further act on each of the first so many. */
  take(count: number): void;
  /** Acts whose lane has stopped. */
  stopped(): number;
  /** Works until so many more acts are filed. @throws Error when a day passes meanwhile */
  work(acts: number): Promise<void>;
}

/** A school's licences: the lowest ceiling that Microsoft sets. */
export const licences = demo.licences;
const callSeconds = 1 / 3;
const patienceSeconds = 86_400;

/**
 * Filing between a queue in memory and a SharePoint that counts, each round of calls taking a third of a second.
 * @param refused whether SharePoint throttles the next call about rows
 */
export function virtualFiling({
  refused = () => false,
  breakage,
}: { readonly refused?: () => boolean; readonly breakage?: FilingBreakage | undefined } = {}): VirtualFiling {
  const clock = handSetClock();
  const memory = createMemoryQueue(clock);
  const sharePoint = countingSharePoint(clock, licences, refused);
  // Calls are charged to what the worker holds for the budget, broken or not.
  const { budget } = brokenBy(
    { budget: createBudget({ licences, clock }), clock, queue: memory.queue, graph: noGraph },
    breakage,
  );
  const { transport } = sharePoint;
  // A broken worker waits in real time for what only the virtual clock brings: each wait is as long as this.
  const graph = createGraph({
    token: async () => 'token',
    transport,
    userAgent: 'Bench',
    budget,
    timeoutMs: breakage ? 50 : 1_000,
  });
  const filing = createFiling({
    ...brokenBy({ queue: memory.queue, graph, budget, clock }, breakage),
    budget,
    types: new Map([[concern.name, concern]]),
    schools: [school],
    log: recordedLog().log,
    random: seededChance(7),
  });
  let acts = 0;
  const act = (concernNumber: number, rev: number) => {
    const id = concernNumber.toString(16).padStart(32, '0');
    const payload: FilingPayload = {
      kind: rev === 1 ? 'create' : 'update',
      record: concern.name,
      id,
      school: school.id,
      rev,
      values: { status: rev === 1 ? 'submitted' : 'acknowledged' },
      ...(rev > 1 && { base: { status: 'submitted' } }),
      actorId: '6b1c7a1e-1111-4111-8111-000000000001',
      actorName: 'Daniel Osei',
      at: clock.now(),
    };
    memory.add({ tenant: demo.tenantId, lane: id, act: (++acts).toString(16).padStart(32, '0'), payload });
  };
  const each = (count: number, rev: number) => {
    for (let n = 1; n <= count; n++) act(n, rev);
  };
  return {
    seen: sharePoint.seen,
    seconds: clock.seconds,
    report: (count) => each(count, 1),
    take: (count) => each(count, 2),
    stopped: () => memory.entries().filter((entry) => entry.state === 'stopped').length,
    async work(most) {
      const from = clock.seconds();
      for (let filed = 0; filed < most;) {
        const done = await filing.runOnce();
        filed += done;
        clock.forward(done > 0 ? callSeconds : 1);
        if (clock.seconds() - from > patienceSeconds)
          throw new Error(`only ${filed} of ${most} acts were filed in a day`);
      }
    },
  };
}

const noGraph: Graph = { call: () => Promise.reject(new Error('nobody asks this one')) };
