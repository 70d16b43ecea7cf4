import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { concern } from '../../src/areas/concerns/record.ts';
import { createBudget } from '../../src/graph/budget.ts';
import type { Graph } from '../../src/ports/graph.ts';
import type { FilingPayload, FilingQueue, Task } from '../../src/ports/outbox.ts';
import { handSetClock } from '../support/hand-set-clock.ts';
import { school } from '../support/sharepoint-tenant.ts';
import { mortalWorker, type Fate } from './mortal-worker.ts';

const taskOf = (id: number): Task<FilingPayload> => ({
  ...{
    id,
    tenant: 't',
    lane: `lane-${id}`,
    fence: 1,
    attempts: 0,
    act: `act-${id}`,
    createdAt: '2026-12-10T08:00:00.000Z',
  },
  payload: {
    ...{ kind: 'create', record: 'concern', id: `c-${id}`, school: school.id, rev: 1, values: {} },
    ...{ actorId: 'a', actorName: 'Ann Bell', at: '2026-12-10T08:00:00.000Z' },
  },
});

/** A worker with two lanes. @param slow milliseconds until SharePoint answers the second write */
function aWorker(fate: Fate, slow = 0) {
  const clock = handSetClock();
  const queue: FilingQueue = {
    claim: async () => [taskOf(1), taskOf(2)],
    place: async () => undefined,
    confirm: async () => true,
    postpone: async () => true,
    stop: async () => true,
    conflict: async () => true,
  };
  const found = { id: '1', eTag: '"1"', value: [{ id: '1', displayName: concern.list }] };
  let writes = 0;
  const graph: Graph = {
    async call({ method }) {
      if (method !== 'GET' && ++writes === 2 && slow > 0) await sleep(slow);
      return { status: method === 'GET' ? 200 : 201, headers: {}, body: found };
    },
  };
  const budget = createBudget({ licences: 60_000, clock });
  return mortalWorker({ queue, graph, budget, clock }, () => 0, fate);
}

it('ends the round of a worker that is killed in one lane while it stands still in another', async () => {
  let filed = 0;
  const worker = aWorker({ diesClaimed: () => false, diesFiled: () => ++filed === 2, stalls: () => true });
  expect(await worker.round()).toBe(0);
  expect([worker.stalled, worker.dead]).toEqual([true, true]);
  expect(await worker.goOn()).toBe(0);
}, 5_000);

it('waits for nobody who stands still again before having gone on to the end', async () => {
  const worker = aWorker({ diesClaimed: () => false, diesFiled: () => false, stalls: () => true }, 50);
  expect(await worker.round()).toBe(0);
  expect(await worker.goOn()).toBe(0);
  expect([worker.stalled, worker.dead]).toEqual([true, false]);
  expect(await worker.round()).toBe(0);
  expect(await worker.goOn()).toBe(2);
}, 5_000);
