import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FilingPayload, FilingQueue, Task } from '../../../src/ports/outbox.ts';
import type { Entry, Work } from '../../support/filing-queue.ts';

/** A queue under test, with what the tests need to fill it, to let time pass and to look inside. */
export interface QueueHarness {
  readonly queue: FilingQueue;
  /** Commits one act's work at the end of its lane. */
  add(work: Work): void | Promise<void>;
  pass(seconds: number): void | Promise<void>;
  /** All work that was ever added, oldest first. */
  entries(): readonly Entry[] | Promise<readonly Entry[]>;
  close?(): void | Promise<void>;
}

/** What the filing worker relies on. Runs on every implementation of the queue. */
export function filingQueueContract(name: string, makeQueue: () => QueueHarness | Promise<QueueHarness>): void {
  describe(`the filing queue's promises, kept by ${name}`, () => {
    let harness: QueueHarness;
    let count = 0;

    beforeEach(async () => {
      harness = await makeQueue();
      count = 0;
    });
    afterEach(async () => harness.close?.());

    const key = (n: number) => n.toString(16).padStart(32, '0');

    /** Adds an act on the lane's one record: the first creates it, the next ones update it. */
    async function act(lane: string, rev = 1): Promise<string> {
      const act = key(0xac70 + ++count);
      const payload: FilingPayload = {
        kind: rev === 1 ? 'create' : 'update',
        record: 'concern',
        id: lane,
        school: 'harrowmere',
        ...(rev === 1 && { ref: `C-2026-${lane.slice(-4)}` }),
        rev,
        values: { status: rev === 1 ? 'submitted' : 'acknowledged' },
        actorId: '6b1c7a1e-1111-4111-8111-000000000001',
        actorName: 'Daniel Osei',
        at: '2026-12-10T08:05:00.000Z',
      };
      await harness.add({ tenant: '6b1c7a1e-2222-4222-8222-000000000001', lane, act, payload });
      return act;
    }
    async function claimOne(): Promise<Task<FilingPayload>> {
      const [task] = await harness.queue.claim(1, 60);
      if (!task) throw new Error('nothing was due');
      return task;
    }
    const entry = async (act: string) => (await harness.entries()).find((one) => one.act === act);
    const place = (n: number) => ({ itemId: String(n), etag: `"place,${n}"` });
    const a = key(1);
    const b = key(2);
    const c = key(3);

    it('hands out an act with its payload, key and lane', async () => {
      const first = await act(a);
      const task = await claimOne();
      expect(task).toMatchObject({ lane: a, act: first, attempts: 0, payload: { kind: 'create', id: a, rev: 1 } });
      expect(await harness.queue.place(task)).toBeUndefined();
    });

    it('hands out nothing when there is nothing', async () => {
      expect(await harness.queue.claim(4, 60)).toEqual([]);
    });

    it('keeps the acts of a lane in order, one at a time', async () => {
      const first = await act(a);
      const second = await act(a, 2);
      const task = await claimOne();
      expect(task.act).toBe(first);
      expect(await harness.queue.claim(4, 60)).toEqual([]);
      await harness.queue.confirm(task, place(1));
      expect((await claimOne()).act).toBe(second);
    });

    it('hands out independent lanes side by side, up to the limit', async () => {
      for (const lane of [a, b, c]) await act(lane);
      expect((await harness.queue.claim(2, 60)).map((task) => task.lane)).toEqual([a, b]);
      expect((await harness.queue.claim(2, 60)).map((task) => task.lane)).toEqual([c]);
    });

    it('never hands one lane to two claimers who come at once', async () => {
      for (const lane of [a, b, c]) await act(lane);
      const claims = await Promise.all([1, 2, 3, 4].map(() => harness.queue.claim(2, 60)));
      expect(
        claims
          .flat()
          .map((task) => task.lane)
          .sort(),
      ).toEqual([a, b, c]);
    });

    it('remembers where a confirmed row lies, and wipes its payload', async () => {
      const first = await act(a);
      await act(a, 2);
      expect(await harness.queue.confirm(await claimOne(), place(7))).toBe(true);
      expect(await entry(first)).toMatchObject({ state: 'done', payload: undefined });
      expect(await harness.queue.place(await claimOne())).toEqual(place(7));
    });

    it('remembers of a row that was only found that its eTag is not known', async () => {
      await act(a);
      await harness.queue.confirm(await claimOne(), place(7));
      await act(a, 2);
      await harness.queue.confirm(await claimOne(), { itemId: '7' });
      await act(a, 3);
      expect(await harness.queue.place(await claimOne())).toEqual({ itemId: '7' });
    });

    it('gives a lane to somebody else when the lease has run out, under a higher fence', async () => {
      await act(a);
      const lost = await claimOne();
      await harness.pass(59);
      expect(await harness.queue.claim(1, 60)).toEqual([]);
      await harness.pass(1);
      const taken = await claimOne();
      expect(taken.act).toBe(lost.act);
      expect(taken.fence).toBeGreaterThan(lost.fence);
    });

    it('refuses everything from a claimer whose lane was given to another', async () => {
      const first = await act(a);
      const lost = await claimOne();
      await harness.pass(60);
      const taken = await claimOne();
      expect(await harness.queue.place(lost)).toBe('lost');
      expect(await harness.queue.confirm(lost, place(1))).toBe(false);
      expect(await harness.queue.postpone(lost, 0, 'late')).toBe(false);
      expect(await harness.queue.stop(lost, 'late')).toBe(false);
      expect(await entry(first)).toMatchObject({ state: 'waiting' });
      expect(await harness.queue.confirm(taken, place(2))).toBe(true);
      expect(await harness.queue.place(lost)).toBe('lost');
    });

    it('tries a postponed act again when its time has come, and counts the attempt', async () => {
      const first = await act(a);
      expect(await harness.queue.postpone(await claimOne(), 30, 'http-500')).toBe(true);
      expect(await entry(first)).toMatchObject({ state: 'waiting', attempts: 1, code: 'http-500' });
      await harness.pass(29);
      expect(await harness.queue.claim(1, 60)).toEqual([]);
      await harness.pass(1);
      expect(await claimOne()).toMatchObject({ act: first, attempts: 1 });
    });

    it('counts no attempt for a free postponement', async () => {
      await act(a);
      await harness.queue.postpone(await claimOne(), 0, 'stopping', 'free');
      expect(await claimOne()).toMatchObject({ attempts: 0 });
    });

    it('lets no later act of a lane pass one that was postponed, and lets other lanes go on', async () => {
      await act(a);
      await act(a, 2);
      await harness.queue.postpone(await claimOne(), 30, 'http-500');
      await act(b);
      expect((await harness.queue.claim(4, 60)).map((task) => task.lane)).toEqual([b]);
    });

    it('refuses a confirmation after the lane was given back', async () => {
      const first = await act(a);
      const task = await claimOne();
      await harness.queue.postpone(task, 0, 'stopping', 'free');
      expect(await harness.queue.confirm(task, place(1))).toBe(false);
      expect((await entry(first))?.payload).toBeDefined();
    });

    const sides = [
      { field: 'status', base: 'submitted', ours: 'acknowledged', theirs: 'closed' },
      { field: 'takenByName', base: null, ours: 'Priya Raman', theirs: null },
    ];

    it('stops a lane in conflict and keeps what both sides hold beside its act', async () => {
      const first = await act(a);
      expect(await harness.queue.conflict(await claimOne(), sides)).toBe(true);
      await act(b);
      await harness.pass(100_000);
      expect((await harness.queue.claim(4, 60)).map((task) => task.lane)).toEqual([b]);
      expect(await entry(first)).toMatchObject({ state: 'stopped', code: 'conflict', payload: { id: a }, sides });
    });

    it('keeps nothing of a conflict from a claimer whose lane was given to another', async () => {
      const first = await act(a);
      const lost = await claimOne();
      await harness.pass(60);
      await claimOne();
      expect(await harness.queue.conflict(lost, sides)).toBe(false);
      const left = await entry(first);
      expect(left?.state).toBe('waiting');
      expect(left?.sides ?? []).toEqual([]);
    });

    it('stops one lane with all that follows in it, keeps every word of it, and lets other lanes go on', async () => {
      const first = await act(a);
      const second = await act(a, 2);
      expect(await harness.queue.stop(await claimOne(), 'refused-400')).toBe(true);
      await act(b);
      await harness.pass(100_000);
      expect((await harness.queue.claim(4, 60)).map((task) => task.lane)).toEqual([b]);
      expect(await entry(first)).toMatchObject({ state: 'stopped', code: 'refused-400', payload: { id: a } });
      expect(await entry(second)).toMatchObject({ state: 'waiting', payload: { rev: 2 } });
    });
  });
}
