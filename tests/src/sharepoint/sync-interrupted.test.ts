import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { concern } from '../../../src/areas/concerns/record.ts';
import { tenant } from '../../support/kernel.ts';
import type { SharePointTenant } from '../../support/sharepoint-tenant.ts';
import { emptyLists, syncScene, tenantWithAllLists } from '../../support/sync-scene.ts';

let sharePoint: SharePointTenant;
beforeAll(async () => {
  sharePoint = await tenantWithAllLists();
});
beforeEach(() => emptyLists(sharePoint));
afterAll(() => sharePoint.close());

const list = { tenant, school: 'harrowmere', record: 'concern' };
const deltas = (paths: readonly string[]) => paths.filter((path) => path.includes('/items/delta'));

async function open(more: Parameters<typeof syncScene>[1] = {}) {
  const scene = await syncScene(sharePoint, { types: [concern], ...more });
  onTestFinished(() => {
    if (scene.kernel.database.sqlite.open) scene.close();
  });
  return scene;
}

async function withConcerns(count: number, more: Parameters<typeof syncScene>[1] = {}) {
  const scene = await open(more);
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push(await scene.report());
  await scene.file();
  return { scene, ids };
}

it('goes on from the last page when it was killed in the middle of going through all rows', async () => {
  const { scene, ids } = await withConcerns(6, { pageSize: 2 });
  const { apply } = scene.store;
  let pages = 0;
  scene.store.apply = (page, judge) => {
    if (++pages > 2) throw new Error('the process died here');
    return apply(page, judge);
  };
  await scene.erase('Concerns', ids[0]!);
  await scene.sync.runOnce();
  expect(await scene.store.cursor(list)).toMatchObject({ enumerating: true });
  expect(scene.held('concern', ids[0]!)['removedAt']).toBeNull();
  scene.close('keep');

  const again = await open({ kernel: { folder: scene.kernel.folder }, pageSize: 2 });
  const before = await again.store.cursor(list);
  await again.sync.runOnce();
  expect(deltas(again.asked)[0]).toBe(before?.link);
  expect(await again.store.cursor(list)).toMatchObject({ enumerating: false });
  // What did not come until the end is found to be gone, the rest is there.
  expect(ids.map((id) => again.held('concern', id)['removedAt'] !== null)).toEqual([true, ...Array(5).fill(false)]);
});

it('reads a page once where two workers read on from the same place', async () => {
  const { scene, ids } = await withConcerns(1);
  await scene.sync.runOnce();
  await scene.edit('Concerns', ids[0]!, { Urgency: 'routine' });
  const other = await syncScene(sharePoint, { types: [concern], store: scene.store });
  onTestFinished(() => other.close());
  await Promise.all([scene.sync.runOnce(), other.sync.runOnce()]);
  expect(await scene.untold()).toHaveLength(1);
});

it('asks nothing while SharePoint wants to be left alone, and leaves room for filing', async () => {
  const { scene } = await withConcerns(1);
  await scene.sync.runOnce();
  scene.wire.coming.push('throttled');
  await scene.sync.runOnce();
  const { length } = scene.wire.calls;
  await scene.sync.runOnce();
  await scene.sync.runOnce();
  expect(scene.wire.calls).toHaveLength(length);
  scene.clock.forward(600);
  await scene.sync.runOnce();
  expect(scene.wire.calls.length).toBeGreaterThan(length);

  const spent = scene.wire.calls.length;
  for (let n = 0; n < 605; n++) scene.budget.spend(2)();
  expect(scene.budget.wait(2)).toBe(0);
  await scene.sync.runOnce();
  expect(scene.wire.calls).toHaveLength(spent);
});

it.each(['unreachable', 'error', 'gateway-timeout'] as const)(
  'misses nothing when a call ends in %s',
  async (fault) => {
    const { scene, ids } = await withConcerns(1);
    await scene.sync.runOnce();
    await scene.edit('Concerns', ids[0]!, { Urgency: 'routine' });
    scene.wire.coming.push(fault);
    await scene.sync.runOnce();
    expect(await scene.untold()).toEqual([]);
    await scene.sync.runOnce();
    expect(await scene.untold()).toHaveLength(1);
    expect(scene.lines.map(({ event }) => event).filter((event) => event.startsWith('sync.'))).toEqual([
      'sync.failed',
      'sync.goes-on',
    ]);
  },
);

it('says how old its knowledge is, and when it has been failing for too long', async () => {
  const { scene } = await withConcerns(1);
  expect(scene.sync.age()).toEqual({ seconds: undefined, late: false });
  await scene.sync.runOnce();
  scene.clock.forward(40);
  expect(scene.sync.age()).toEqual({ seconds: 40, late: false });
  scene.wire.coming.push('error');
  await scene.sync.runOnce();
  expect(scene.sync.age()).toEqual({ seconds: 40, late: false });
  scene.clock.forward(141);
  expect(scene.sync.age()).toEqual({ seconds: 181, late: true });
  await scene.sync.runOnce();
  expect(scene.sync.age()).toEqual({ seconds: 0, late: false });
});

it('polls by itself, at once when it is woken, and stops', async () => {
  const { scene, ids } = await withConcerns(1, { every: 3_600 });
  scene.sync.start();
  await expect.poll(() => scene.sync.age().seconds).toBe(0);
  await scene.edit('Concerns', ids[0]!, { Urgency: 'routine' });
  scene.sync.wake();
  await expect.poll(() => scene.untold(), { timeout: 5_000 }).toHaveLength(1);
  await scene.sync.stop();
  const { length } = scene.wire.calls;
  scene.sync.wake();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(scene.wire.calls).toHaveLength(length);
});
