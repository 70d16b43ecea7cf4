import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { filingScene, tenantWithLists, type FilingScene } from '../../support/filing-scene.ts';
import type { SharePointTenant } from '../../support/sharepoint-tenant.ts';

describe('a worker whose lease is over', () => {
  let sharePoint: SharePointTenant;
  let scene: FilingScene;
  beforeAll(async () => {
    sharePoint = await tenantWithLists();
  });
  afterAll(() => sharePoint.close());
  beforeEach(async () => {
    sharePoint.tenant.core.faults.set({ kind: 'none' });
    scene = filingScene(sharePoint);
    // It knows where the lists lie, as it does after its first act.
    scene.report();
    await scene.drain();
  });

  it('files one row when two workers deliver the same act at once', async () => {
    const id = scene.report();
    const [first] = await scene.queue.claim(1, 60);
    scene.clock.forward(60);
    const [second] = await scene.queue.claim(1, 60);
    const workers = [first, second].map((task) =>
      filingScene(sharePoint, {
        // Both looked where the row lies before the lease of the first was over.
        queue: { ...scene.queue, claim: async () => (task ? [task] : []), place: async () => undefined },
      }),
    );
    const ends = await Promise.all(workers.map((worker) => worker.filing.runOnce()));
    expect(ends).toEqual([0, 1]);
    expect(workers[0]?.lines.at(-1)).toMatchObject({ event: 'filing.lease-lost', id });
    expect(await scene.rowsOf(id)).toHaveLength(1);
  });

  it('writes nothing upon a row that others have filed since it slept past its lease', async () => {
    const id = scene.report();
    await scene.drain();
    scene.take(id);
    const [slept] = await scene.queue.claim(1, 60);
    scene.clock.forward(60);
    await scene.drain();
    scene.take(id, 'Tom Whitlock');
    await scene.drain();
    const before = await scene.rowsOf(id);
    const queue = { ...scene.queue, claim: async () => (slept ? [slept] : []) };
    const sleeper = filingScene(sharePoint, { queue });
    expect(await sleeper.filing.runOnce()).toBe(0);
    expect(await scene.rowsOf(id)).toEqual(before);
    expect(sleeper.lines.at(-1)).toMatchObject({ event: 'filing.lease-lost', id });
  });

  it('says that it lost its lease when its own call timed out meanwhile, and leaves the act to who has it', async () => {
    const id = scene.report();
    const [slept] = await scene.queue.claim(1, 60);
    scene.clock.forward(60);
    const [taken] = await scene.queue.claim(1, 60);
    const queue = { ...scene.queue, claim: async () => (slept ? [slept] : []), place: async () => undefined };
    const sleeper = filingScene(sharePoint, { queue, timeoutMs: 400 });
    sharePoint.tenant.core.faults.set({ kind: 'slow', ms: 10_000, work: 'after', count: 1 });
    expect(await sleeper.filing.runOnce()).toBe(0);
    expect(sleeper.lines.at(-1)).toMatchObject({ event: 'filing.lease-lost', id });
    expect(sleeper.lines.map(({ event }) => event)).not.toContain('filing.postponed');
    expect(taken && (await scene.queue.postpone(taken, 0, 'stopping', 'free'))).toBe(true);
    await scene.drain();
    expect(await scene.rowsOf(id)).toHaveLength(1);
  });
});
