import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { actKey, filingScene, tenantWithLists, type FilingScene } from '../../support/filing-scene.ts';
import { school, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

describe('the filing worker', () => {
  let sharePoint: SharePointTenant;
  let scene: FilingScene;
  const itemCalls = () => scene.wire.calls.filter((call) => call.includes('/items'));

  beforeAll(async () => {
    sharePoint = await tenantWithLists();
  });
  afterAll(() => sharePoint.close());
  beforeEach(() => {
    sharePoint.tenant.core.faults.set({ kind: 'none' });
    scene = filingScene(sharePoint);
  });

  /** The worker knows where the lists lie, as it does after its first act. */
  async function warmUp() {
    scene.report();
    await scene.drain();
    scene.wire.calls.length = 0;
  }

  describe('when all is well', () => {
    it('files a concern with one call to Graph, under the concern’s key', async () => {
      await warmUp();
      const id = scene.report('Her words: “I’m scared”. 😢');
      expect(await scene.filing.runOnce()).toBe(1);
      expect(scene.wire.calls).toEqual([expect.stringMatching(/^POST .*\/items$/)]);
      const [row, ...others] = await scene.rowsOf(id);
      expect(others).toEqual([]);
      expect(row?.fields).toMatchObject({
        RequestKey: id,
        LastKey: actKey(id, 1),
        Rev: 1,
        Words: 'Her words: “I’m scared”. 😢',
        ChildAsTyped: "Mia O'Brien-Łukasz",
        Urgency: 'urgent-today',
        ReporterRecognised: true,
        ActorName: 'Daniel Osei',
        School: school.id,
      });
      expect(row?.fields['Title']).toMatch(/^C-2026-\d{4}$/);
    });

    it('files an update with one call, upon the row as it was last seen', async () => {
      await warmUp();
      const id = scene.report();
      await scene.drain();
      scene.wire.calls.length = 0;
      scene.take(id);
      expect(await scene.filing.runOnce()).toBe(1);
      expect(scene.wire.calls).toEqual([expect.stringMatching(/^PATCH .*\/items\/\d+$/)]);
      const [row] = await scene.rowsOf(id);
      expect(row?.fields).toMatchObject({
        Status: 'acknowledged',
        TakenByName: 'Priya Raman',
        Rev: 2,
        LastKey: actKey(id, 2),
      });
      expect(row?.fields['Words']).toBe('She said she does not want to go home today.');
    });

    it('asks where a list lies once, however many acts come first', async () => {
      for (let n = 0; n < 4; n++) scene.report();
      expect(await scene.filing.runOnce()).toBe(4);
      expect(scene.wire.calls.filter((call) => call.startsWith('GET'))).toHaveLength(2);
    });

    it('wipes what SharePoint holds, and writes nobody’s name or words into the log', async () => {
      const id = scene.report('a secret that must stay in the row');
      scene.take(id);
      await scene.drain();
      expect(scene.entries().map((entry) => [entry.state, entry.payload])).toEqual([
        ['done', undefined],
        ['done', undefined],
      ]);
      expect(scene.lines.map((line) => line.event)).toEqual(['filing.filed', 'filing.filed']);
      expect(JSON.stringify(scene.lines)).not.toMatch(/secret|Daniel|Priya|Mia/);
    });
  });

  describe('when the answer to a write is lost', () => {
    it.each(['lost-reply', 'gateway-timeout'] as const)('makes one row of a new concern (%s)', async (fault) => {
      await warmUp();
      scene.wire.coming.push(fault);
      const id = scene.report();
      expect(await scene.filing.runOnce()).toBe(0);
      expect(await scene.rowsOf(id)).toHaveLength(1);
      await scene.drain();
      expect(itemCalls().map((call) => call.split(' ')[0])).toEqual(['POST', 'POST', 'GET']);
      expect(await scene.rowsOf(id)).toHaveLength(1);
    });

    it('does not write an update twice: it looks first', async () => {
      const id = scene.report();
      await scene.drain();
      scene.wire.calls.length = 0;
      scene.wire.coming.push('lost-reply');
      scene.take(id);
      await scene.drain();
      expect(itemCalls().map((call) => call.split(' ')[0])).toEqual(['PATCH', 'GET']);
      const [row] = await scene.rowsOf(id);
      expect(row?.eTag).toMatch(/,2"$/);
    });

    it('does not write an update twice though SharePoint did it and said that it was busy', async () => {
      const id = scene.report();
      await scene.drain();
      scene.wire.calls.length = 0;
      scene.wire.coming.push('busy-after');
      scene.take(id);
      await scene.drain();
      expect(itemCalls().map((call) => call.split(' ')[0])).toEqual(['PATCH', 'PATCH', 'GET']);
      const [row] = await scene.rowsOf(id);
      expect(row?.eTag).toMatch(/,2"$/);
    });

    it('lets no write that arrives late undo a later act', async () => {
      const id = scene.report();
      await scene.drain();
      scene.wire.coming.push('late');
      scene.take(id, 'Priya Raman');
      scene.take(id, 'Tom Whitlock');
      await scene.drain();
      await scene.wire.deliverLate();
      const [row] = await scene.rowsOf(id);
      expect(row?.fields).toMatchObject({ Rev: 3, TakenByName: 'Tom Whitlock' });
    });

    it('settles a call that took too long, whether or not it was carried out', async () => {
      scene = filingScene(sharePoint, { timeoutMs: 400 });
      await warmUp();
      sharePoint.tenant.core.faults.set({ kind: 'slow', ms: 10_000, work: 'before', count: 1 });
      const id = scene.report();
      expect(await scene.filing.runOnce()).toBe(0);
      expect(scene.lines.at(-1)).toMatchObject({ event: 'filing.postponed', code: 'timeout', id });
      scene.clock.forward(10);
      sharePoint.tenant.core.faults.set({ kind: 'slow', ms: 10_000, work: 'after', count: 1 });
      scene.take(id);
      await scene.drain();
      const rows = await scene.rowsOf(id);
      expect(rows.map((row) => row.fields['Rev'])).toEqual([2]);
    });

    it('adopts the row when the process died before it could note the success', async () => {
      await warmUp();
      const id = scene.report();
      const [task] = await scene.queue.claim(1, 60);
      expect(task?.payload.id).toBe(id);
      const dead = filingScene(sharePoint, {
        queue: { ...scene.queue, claim: async () => (task ? [task] : []), confirm: neverReturns },
      });
      void dead.filing.runOnce();
      await vi.waitUntil(async () => (await scene.rowsOf(id)).length === 1, { timeout: 10_000 });
      scene.clock.forward(60);
      expect(await scene.filing.runOnce()).toBe(1);
      expect(await scene.rowsOf(id)).toHaveLength(1);
    });
  });

  describe('when SharePoint is not to be had', () => {
    it('loses and doubles nothing through ten minutes of 503', async () => {
      await warmUp();
      sharePoint.tenant.core.faults.set({ kind: 'unavailable' });
      const ids = Array.from({ length: 6 }, () => scene.report());
      const from = scene.clock.seconds();
      while (scene.clock.seconds() - from < 600) {
        await scene.filing.runOnce();
        scene.clock.forward(10);
      }
      expect(scene.entries().filter((entry) => entry.state === 'waiting')).toHaveLength(6);
      ids.forEach((id) => scene.take(id));
      sharePoint.tenant.core.faults.set({ kind: 'none' });
      await scene.drain();
      for (const id of ids) expect((await scene.rowsOf(id)).map((row) => row.fields['Rev'])).toEqual([2]);
    });

    it('makes no call of any lane before the time that it was asked to wait', async () => {
      await warmUp();
      scene.wire.coming.push('throttled');
      scene.report();
      await scene.filing.runOnce();
      scene.report();
      scene.clock.forward(6.9);
      expect(await scene.filing.runOnce()).toBe(0);
      expect(itemCalls()).toHaveLength(1);
      expect(scene.entries().at(-1)?.code).toBeUndefined();
      scene.clock.forward(0.5);
      expect(await scene.filing.runOnce()).toBe(2);
    });

    it('leaves to the queue what the tenant’s budget has no room for, untouched', async () => {
      await warmUp();
      scene.budget.spend(1_239)();
      for (let n = 0; n < 4; n++) scene.report();
      expect(await scene.filing.runOnce()).toBe(3);
      expect(itemCalls()).toHaveLength(3);
      expect(await scene.filing.runOnce()).toBe(0);
      expect(scene.entries().at(-1)).toMatchObject({ state: 'waiting', attempts: 0, code: undefined });
      expect(scene.lines.filter((line) => line.level !== 'info')).toEqual([]);
      scene.clock.forward(61);
      expect(await scene.filing.runOnce()).toBe(1);
    });

    it.each(['throttled', 'busy'] as const)(
      'counts no attempt when it is asked to wait (%s), and one for what may have been carried out',
      async (refusal) => {
        await warmUp();
        scene.wire.coming.push(refusal);
        const id = scene.report();
        await scene.filing.runOnce();
        expect(scene.entries().at(-1)).toMatchObject({ attempts: 0, code: 'throttled', payload: { id } });
        scene.wire.coming.push('error');
        scene.clock.forward(25);
        await scene.filing.runOnce();
        expect(scene.entries().at(-1)).toMatchObject({ attempts: 1, code: 'http-500' });
      },
    );

    it('waits longer each time, to five minutes at most, and never gives up', async () => {
      await warmUp();
      sharePoint.tenant.core.faults.set({ kind: 'lost-reply', methods: ['GET', 'POST'] });
      scene.report();
      const waits: unknown[] = [];
      for (let n = 0; n < 12; n++) {
        await scene.filing.runOnce();
        waits.push(scene.lines.at(-1)?.['seconds']);
        scene.clock.forward(300);
      }
      expect(waits).toEqual([1, 2, 3, 6, 12, 24, 48, 96, 192, 225, 225, 225]);
    });

    it('lets other lanes go on while one waits', async () => {
      await warmUp();
      scene.wire.coming.push('error');
      const stuck = scene.report();
      await scene.filing.runOnce();
      const free = scene.report();
      expect(await scene.filing.runOnce()).toBe(1);
      expect(await scene.rowsOf(stuck)).toHaveLength(0);
      expect(await scene.rowsOf(free)).toHaveLength(1);
    });

    it('raises an alarm and keeps trying while a right is missing', async () => {
      const graph = sharePoint.graph({ appId: demo.botAppId });
      const refused = filingScene(sharePoint, { graph });
      const id = refused.report();
      await refused.filing.runOnce();
      expect(refused.lines).toEqual([
        expect.objectContaining({ level: 'error', event: 'filing.blocked', code: 'http-403', id }),
      ]);
      expect(refused.entries()[0]).toMatchObject({ state: 'waiting' });
    });
  });
});

const neverReturns = () => new Promise<never>(() => undefined);
