import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { filingScene, tenantWithLists, type FilingScene } from '../../support/filing-scene.ts';
import { type SharePointTenant } from '../../support/sharepoint-tenant.ts';

let sharePoint: SharePointTenant;
let scene: FilingScene;
const itemCalls = () => scene.wire.calls.filter((call) => call.includes('/items'));

/** Only a ring wakes the worker in these tests. */
const pollMs = 3_600_000;
const eventually = (condition: () => boolean | Promise<boolean>) => vi.waitUntil(condition, { timeout: 10_000 });

beforeAll(async () => {
  sharePoint = await tenantWithLists();
});
afterAll(() => sharePoint.close());
beforeEach(() => {
  sharePoint.tenant.core.faults.set({ kind: 'none' });
  scene = filingScene(sharePoint, { pollMs });
});

/** The worker knows where the lists lie, as it does after its first act. */
async function warmUp() {
  scene.report();
  await scene.drain();
  scene.wire.calls.length = 0;
}

describe('the filing worker, running by itself', () => {
  it('files what is there, wakes for what comes, and stops', async () => {
    const first = scene.report();
    scene.filing.start();
    await eventually(async () => (await scene.rowsOf(first)).length === 1);
    const second = scene.report();
    scene.take(second);
    scene.filing.wake();
    await eventually(() => scene.entries().every((entry) => entry.state === 'done'));
    await scene.filing.stop();
    const third = scene.report();
    scene.filing.wake();
    expect(await scene.rowsOf(third)).toHaveLength(0);
    expect(scene.entries().at(-1)).toMatchObject({ state: 'waiting', attempts: 0 });
  });

  it('keeps three lanes going while a fourth hangs', async () => {
    scene = filingScene(sharePoint, { pollMs, graceMs: 50 });
    await warmUp();
    scene.wire.coming.push('hangs');
    scene.report();
    const others = Array.from({ length: 7 }, () => scene.report());
    scene.filing.start();
    await eventually(() => scene.entries().filter((entry) => entry.state === 'done').length === 1 + others.length);
    expect(scene.entries()[1]).toMatchObject({ state: 'waiting' });
    await scene.filing.stop();
  });

  it('waits at its end for a call under way', async () => {
    await warmUp();
    sharePoint.tenant.core.faults.set({ kind: 'slow', ms: 300, count: 1 });
    const id = scene.report();
    scene.filing.start();
    await eventually(() => itemCalls().length === 1);
    await scene.filing.stop();
    expect(scene.entries().at(-1)).toMatchObject({ state: 'done' });
    expect(await scene.rowsOf(id)).toHaveLength(1);
  });

  it('gives a call that does not end back without counting an attempt, and never touches the queue again', async () => {
    let touched = 0;
    const postpone: typeof scene.queue.postpone = (...args) => {
      touched++;
      return scene.queue.postpone(...args);
    };
    const worker = filingScene(sharePoint, {
      pollMs,
      timeoutMs: 400,
      graceMs: 50,
      queue: { ...scene.queue, postpone },
    });
    worker.wire.coming.push('hangs');
    scene.report();
    worker.filing.start();
    await eventually(() => worker.wire.calls.length === 1);
    await worker.filing.stop();
    expect(scene.entries()[0]).toMatchObject({ state: 'waiting', attempts: 0, code: 'stopping' });
    await eventually(() => worker.wire.ended === 1);
    await new Promise(setImmediate);
    expect(touched).toBe(1);
  });

  it('goes on after the queue failed', async () => {
    let failures = 2;
    const claim = (limit: number, seconds: number) =>
      failures-- > 0 ? Promise.reject(new Error('disk full')) : scene.queue.claim(limit, seconds);
    const troubled = filingScene(sharePoint, { pollMs, queue: { ...scene.queue, claim } });
    const id = scene.report();
    troubled.filing.start();
    await eventually(() => failures === 1);
    troubled.filing.wake();
    await eventually(() => failures === 0);
    troubled.filing.wake();
    await eventually(async () => (await scene.rowsOf(id)).length === 1);
    await troubled.filing.stop();
    expect(troubled.lines.filter((line) => line.event === 'filing.claim-failed')).toHaveLength(2);
  });
});
