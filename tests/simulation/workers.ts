import { recordTypes } from '../../src/areas/areas.ts';
import { deliverOnce, type DeliverParts } from '../../src/jobs/deliver.ts';
import type { Budget } from '../../src/ports/graph.ts';
import type { Task, FilingPayload, FilingQueue } from '../../src/ports/outbox.ts';
import type { Graph } from '../../src/ports/graph.ts';
import { createFiling } from '../../src/sharepoint/filing.ts';
import { createSync, type Sync } from '../../src/sharepoint/sync.ts';
import type { SyncStore } from '../../src/ports/sync.ts';
import { tenant } from '../support/kernel.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { school } from '../support/sharepoint-tenant.ts';
import { mortal, type Mortal } from './mortal.ts';
import { simulatedTypes } from './template.ts';
import type { Run } from './run-of.ts';

/** Somebody who works in rounds, may die in the midst of one, and is then replaced by another. */
export interface Worker {
  /** Begins a round, unless one is under way. */
  begin(): void;
  dieAfter(awaits: number): void;
  readonly busy: boolean;
}

/** @param round one round of a worker that uses its parts through its own life */
export function workerOf(run: Run, name: string, round: (life: Mortal) => Promise<unknown>): Worker {
  let life = mortal(ended);
  let busy = false;
  function ended(): void {
    run.note(`${name} dies`);
    busy = false;
  }
  return {
    get busy() {
      return busy;
    },
    begin() {
      if (life.dead) life = mortal(ended);
      if (busy) return;
      busy = true;
      const mine = life;
      run.note(`${name} begins`);
      const over = (how: string) => {
        if (mine.dead) return;
        busy = false;
        run.note(`${name} ${how}`);
      };
      round(mine).then(
        () => over('is done'),
        (error: unknown) => over(`fails: ${error instanceof Error ? error.name : 'unknown'}`),
      );
    },
    dieAfter: (awaits) => life.dieAfter(awaits),
  };
}

export interface FilingParts {
  readonly queue: FilingQueue;
  readonly graph: Graph;
  readonly budget: Budget;
  readonly stopped?: ((task: Task<FilingPayload>) => Promise<void>) | undefined;
}

export interface SyncParts extends Pick<FilingParts, 'graph' | 'budget'> {
  readonly store: SyncStore;
}

const types = new Map(recordTypes.map((type) => [type.name, type]));

/** A filing worker; each life is a worker of its own, with what it has learnt of sites. */
export function filingWorker(run: Run, name: string, { queue, graph, budget, stopped }: FilingParts): Worker {
  const filings = new WeakMap<Mortal, { runOnce(): Promise<number> }>();
  return workerOf(run, name, (life) => {
    const tell = stopped && life.use({ stopped }).stopped;
    const filing =
      filings.get(life) ??
      createFiling({
        ...{ queue: life.use(queue), graph: life.use(graph), budget, types, schools: [school], clock: run.clock },
        ...{ log: recordedLog().log, random: run.chance, ...(tell && { stopped: tell }) },
      });
    filings.set(life, filing);
    return filing.runOnce();
  });
}

export interface SyncWorker extends Worker {
  /** Whether every list was read to its end by a look that began after then. @param moment seconds on the run's clock */
  readSince(moment: number): boolean;
}

/** Who watches the lists in SharePoint; each life begins where the store says that the last one was. */
export function syncWorker(run: Run, name: string, { store, graph, budget }: SyncParts): SyncWorker {
  const syncs = new WeakMap<Mortal, Sync>();
  let latest: Sync | undefined;
  const worker = workerOf(run, name, (life) => {
    const [rights, alarming] = [[], []] as const;
    const sync =
      syncs.get(life) ??
      createSync({
        ...{ store: life.use(store), tenant, graph: life.use(graph), budget, types: simulatedTypes, rights, alarming },
        ...{ schools: [school], clock: run.clock, schoolClock: run.clock, log: recordedLog().log, every: 60 },
      });
    syncs.set(life, sync);
    latest = sync;
    return sync.runOnce();
  });
  return {
    ...worker,
    get busy() {
      return worker.busy;
    },
    readSince(moment) {
      const seconds = latest?.age().seconds;
      return seconds !== undefined && run.seconds() - seconds > moment;
    },
  };
}

export const deliveryWorker = (run: Run, name: string, parts: DeliverParts): Worker =>
  workerOf(run, name, (life) =>
    deliverOnce({ ...parts, queue: life.use(parts.queue), messenger: life.use(parts.messenger) }),
  );
