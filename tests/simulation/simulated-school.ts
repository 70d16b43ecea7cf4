import { join } from 'node:path';
import { createBudget } from '../../src/graph/budget.ts';
import { createTellOfStopped } from '../../src/jobs/tell-of-stopped.ts';
import type { Card } from '../../src/ports/card.ts';
import type { Graph } from '../../src/ports/graph.ts';
import type { Messenger } from '../../src/ports/messenger.ts';
import { openDatabase } from '../../src/store/sqlite/database.ts';
import { createFilingQueue } from '../../src/store/sqlite/filing-queue.ts';
import { createMessageQueue } from '../../src/store/sqlite/message-queue.ts';
import { createSyncStore } from '../../src/store/sqlite/sync-store.ts';
import { createStore } from '../../src/store/sqlite/store.ts';
import { recordTypes } from '../../src/areas/areas.ts';
import { brokenBy } from '../bench/filing-breakages.ts';
import { databaseKey, kernelOn } from '../support/kernel.ts';
import { noPosts } from '../support/no-posts.ts';
import { recordedLog } from '../support/recorded-log.ts';
import { clientsInProcess, type ClientsInProcess } from './clients-in-process.ts';
import { graphInProcess } from './graph-in-process.ts';
import type { Remains } from './history.ts';
import { outsideEditor } from './outside-editor.ts';
import type { Bug } from './planted-bugs.ts';
import { remainsOf, waitingIn } from './remains-of.ts';
import type { Run } from './run-of.ts';
import { tenantInProcess, type TenantInProcess } from './tenant-in-process.ts';
import { deliveryWorker, filingWorker, syncWorker, type SyncWorker, type Worker } from './workers.ts';

/** A tenant of a thousand licences: the lowest ceiling. */
export const licences = 1_000;
export const unitsAMinute = 1_250;

/** One school in a run: two instances that take requests, two filing workers, one that delivers, and its SharePoint. */
export interface SimulatedSchool {
  readonly clients: ClientsInProcess;
  readonly tenant: TenantInProcess;
  readonly graph: Graph;
  readonly filing: readonly Worker[];
  readonly delivery: Worker;
  readonly sync: SyncWorker;
  /** Somebody changes a row in SharePoint. */
  edit(which: number, how: number): void;
  /** Another job of the same application spends so much, if the budget lets it. */
  spend(units: number): void;
  /** From now on Teams takes every message. */
  heal(): void;
  /** Writes and messages that wait. */
  waiting(): number;
  remains(): Remains;
  close(): void;
}

/** @param graphOf the Graph that its workers use, when it is not its own */
export async function simulatedSchool(
  run: Run,
  n: number,
  folder: string,
  bug: Partial<Bug>,
  graphOf?: () => Graph | undefined,
): Promise<SimulatedSchool> {
  const database = openDatabase(folder, databaseKey);
  const { sqlite } = database;
  // What survives a power cut is shown by tests/crash; here it would only measure the disk.
  sqlite.pragma('synchronous=OFF');
  const { store: whole, journalEntries } = createStore(sqlite, recordTypes, run.clock);
  const store = bug.store?.(whole) ?? whole;
  const options = { now: run.clock.now, newId: run.newId };
  const [one, other] = [await kernelOn(store, options), await kernelOn(store, options)];

  const tenant = tenantInProcess(join(folder, 'sharepoint.db'), join(folder, 'blobs'), licences, () =>
    Date.parse(run.clock.now()),
  );
  const queue = createFilingQueue(sqlite, run.clock);
  const unbroken = { queue, budget: createBudget({ licences, clock: run.clock }), clock: run.clock, graph: noGraph };
  const { budget } = brokenBy(unbroken, bug.filing);
  const own = graphInProcess(run, n, tenant, budget);
  const wired: Graph = { call: (request) => (graphOf?.() ?? own).call(request) };
  const broken = brokenBy({ ...unbroken, graph: bug.graph?.(wired) ?? wired, budget: unbroken.budget }, bug.filing);
  const stopped = bug.untold ? undefined : createTellOfStopped(one.perform);
  const filing = ['a', 'b'].map((name) =>
    filingWorker(run, `t${n} filing ${name}`, { queue: broken.queue, graph: broken.graph, budget, stopped }),
  );

  const watched = createSyncStore(sqlite, recordTypes);
  const sync = syncWorker(run, `t${n} sync`, { store: bug.sync?.(watched) ?? watched, graph: broken.graph, budget });

  const delivered: string[] = [];
  let healed = false;
  const send: Messenger['send'] = async ({ person }, card) => {
    await run.pending.turn(`t${n} message`);
    const luck = healed ? 1 : run.chance();
    if (luck > 0.15) delivered.push(`${person} ${card.fallbackText ?? ''}`);
    // It went through and nobody says so, or it did not.
    return luck < 0.3
      ? { outcome: 'failed', status: 502 }
      : { outcome: 'delivered', activityId: `${delivered.length}` };
  };
  const messages = createMessageQueue(sqlite, run.clock);
  const render = async (_kind: string, _who: unknown, about: string) => cardAbout(about);
  const delivery = deliveryWorker(run, `t${n} delivery`, {
    queue: bug.messages?.(messages) ?? messages,
    messenger: { send, update: (to, _replaced, card) => send(to, card) },
    render,
    gone: cardAbout(''),
    posts: noPosts,
    log: recordedLog().log,
  });

  return {
    clients: clientsInProcess(run, n, [one.perform, other.perform]),
    ...{ tenant, graph: own, filing, delivery, sync },
    edit: outsideEditor(run, n, tenant),
    spend(units) {
      if (budget.wait(units) > 0) return;
      budget.spend(units)({ status: 200, headers: {} });
      const place = run.note(`t${n} another job spends ${units}`);
      const at = run.seconds();
      run.calls.push({ tenant: n, sentAt: at, sent: place, heard: place, heardAt: at, units, asked: undefined });
    },
    heal() {
      healed = true;
      tenant.faults.setRules([]);
    },
    waiting: () => waitingIn(sqlite),
    remains() {
      bug.sabotage?.(sqlite);
      return { ...remainsOf(n, { sqlite, tenant, entries: journalEntries }), delivered };
    },
    close() {
      tenant.close();
      database.close();
    },
  };
}

const noGraph: Graph = { call: () => Promise.reject(new Error('nobody asks this one')) };

const cardAbout = (about: string): Card => ({
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: [],
  fallbackText: about,
});
