import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { concern } from '../../../src/areas/concerns/record.ts';
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

    it('settles a call that took too long, whether or not it was carried out', async () => {
      scene = filingScene(sharePoint, { timeoutMs: 150 });
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
      await vi.waitUntil(async () => (await scene.rowsOf(id)).length === 1);
      scene.clock.forward(60);
      expect(await scene.filing.runOnce()).toBe(1);
      expect(await scene.rowsOf(id)).toHaveLength(1);
    });
  });

  it('files one row when two workers deliver the same act at once', async () => {
    await warmUp();
    const id = scene.report();
    const [first] = await scene.queue.claim(1, 60);
    scene.clock.forward(60);
    const [second] = await scene.queue.claim(1, 60);
    const workers = [first, second].map((task) =>
      filingScene(sharePoint, { queue: { ...scene.queue, claim: async () => (task ? [task] : []) } }),
    );
    const ends = await Promise.all(workers.map((worker) => worker.filing.runOnce()));
    expect(ends).toEqual([0, 1]);
    expect(workers[0]?.lines.at(-1)).toMatchObject({ event: 'filing.lease-lost', id });
    expect(await scene.rowsOf(id)).toHaveLength(1);
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
      scene.clock.forward(0.5);
      expect(await scene.filing.runOnce()).toBe(2);
    });

    it('counts no attempt for 429 with a time to wait, and one for everything that may have been carried out', async () => {
      await warmUp();
      scene.wire.coming.push('throttled');
      const id = scene.report();
      await scene.filing.runOnce();
      expect(scene.entries().at(-1)).toMatchObject({ attempts: 0, code: 'throttled', payload: { id } });
      scene.wire.coming.push('error');
      scene.clock.forward(8);
      await scene.filing.runOnce();
      expect(scene.entries().at(-1)).toMatchObject({ attempts: 1, code: 'http-500' });
    });

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

  describe('when somebody changed the row in SharePoint', () => {
    const edit = async (id: string, fields: object) => {
      const [row] = await scene.rowsOf(id);
      const path = `${sharePoint.listPath(concern.list)}/items/${row!.id}`;
      expect(await sharePoint.provisioner.call({ method: 'PATCH', path, body: { fields } })).toMatchObject({
        status: 200,
      });
    };

    it('writes upon what is there now when the act before ours is still the last', async () => {
      const id = scene.report();
      await scene.drain();
      await edit(id, { YearGroup: '9' });
      scene.wire.calls.length = 0;
      scene.take(id);
      await scene.drain();
      expect(itemCalls().map((call) => call.split(' ')[0])).toEqual(['PATCH', 'GET', 'PATCH']);
      const [row] = await scene.rowsOf(id);
      expect(row?.fields).toMatchObject({ YearGroup: '9', Status: 'acknowledged', Rev: 2 });
    });

    it('stops the lane for a person to look when the row has another history', async () => {
      const id = scene.report();
      await scene.drain();
      await edit(id, { Rev: 5, LastKey: 'another' });
      scene.take(id);
      expect(await scene.filing.runOnce()).toBe(1);
      expect(scene.entries().at(-1)).toMatchObject({ state: 'stopped', code: 'conflict', payload: { id, rev: 2 } });
      expect(scene.lines.at(-1)).toMatchObject({ level: 'error', event: 'filing.stopped', code: 'conflict', id });
      const [row] = await scene.rowsOf(id);
      expect(row?.fields).toMatchObject({ Rev: 5, Status: 'submitted' });
    });
  });

  it('stops only the lane whose content SharePoint refuses, and keeps every word of it', async () => {
    await warmUp();
    const words = 'x'.repeat(64_000);
    const poison = scene.report(words);
    scene.take(poison);
    const healthy = scene.report();
    expect(await scene.filing.runOnce()).toBe(2);
    scene.clock.forward(3_600);
    expect(await scene.filing.runOnce()).toBe(0);
    const [, refused, behind, filed] = scene.entries();
    expect(refused).toMatchObject({ state: 'stopped', code: 'refused-400', payload: { values: { words } } });
    expect(behind).toMatchObject({ state: 'waiting', payload: { rev: 2 } });
    expect(filed).toMatchObject({ state: 'done' });
    expect(await scene.rowsOf(healthy)).toHaveLength(1);
    expect(scene.lines).toContainEqual(
      expect.objectContaining({ level: 'error', event: 'filing.stopped', id: poison }),
    );
    expect(JSON.stringify(scene.lines)).not.toContain('xxx');
  });

  it('stops a concern whose reference another row has taken', async () => {
    scene.report(undefined, { ref: 'C-2026-9001' });
    const second = scene.report(undefined, { ref: 'C-2026-9001' });
    await scene.drain();
    expect(scene.entries().at(-1)).toMatchObject({
      state: 'stopped',
      code: 'reference-taken',
      payload: { id: second },
    });
  });

  it('stops an act that does not fit its record, rather than file a part of it', async () => {
    scene.report(undefined, { values: { words: 'kept', unheardOf: 'lost' } });
    await scene.drain();
    expect(scene.entries()[0]).toMatchObject({ state: 'stopped', code: 'unknown-field' });
  });

  it('waits with an alarm for a school or a record type that it does not know yet', async () => {
    scene.report(undefined, { school: 'new-school' });
    scene.report(undefined, { record: 'newType' });
    expect(await scene.filing.runOnce()).toBe(0);
    expect(scene.lines.map((line) => [line.level, line['code']])).toEqual(
      expect.arrayContaining([
        ['error', 'school-unknown'],
        ['error', 'record-type-unknown'],
      ]),
    );
    expect(scene.entries().map((entry) => entry.state)).toEqual(['waiting', 'waiting']);
  });

  describe('running by itself', () => {
    it('files what is there, wakes for what comes, and stops', async () => {
      const first = scene.report();
      scene.filing.start();
      await vi.waitUntil(async () => (await scene.rowsOf(first)).length === 1);
      const second = scene.report();
      scene.take(second);
      scene.filing.wake();
      await vi.waitUntil(() => scene.entries().every((entry) => entry.state === 'done'), { timeout: 900 });
      await scene.filing.stop();
      const third = scene.report();
      scene.filing.wake();
      expect(await scene.rowsOf(third)).toHaveLength(0);
      expect(scene.entries().at(-1)).toMatchObject({ state: 'waiting', attempts: 0 });
    });

    it('keeps three lanes going while a fourth hangs', async () => {
      scene = filingScene(sharePoint, { graceMs: 50 });
      await warmUp();
      scene.wire.coming.push('hangs');
      scene.report();
      const others = Array.from({ length: 7 }, () => scene.report());
      scene.filing.start();
      await vi.waitUntil(() => scene.entries().filter((entry) => entry.state === 'done').length === 1 + others.length);
      expect(scene.entries()[1]).toMatchObject({ state: 'waiting' });
      await scene.filing.stop();
    });

    it('waits at its end for a call under way', async () => {
      await warmUp();
      sharePoint.tenant.core.faults.set({ kind: 'slow', ms: 300, count: 1 });
      const id = scene.report();
      scene.filing.start();
      await vi.waitUntil(() => itemCalls().length === 1);
      await scene.filing.stop();
      expect(scene.entries().at(-1)).toMatchObject({ state: 'done' });
      expect(await scene.rowsOf(id)).toHaveLength(1);
    });

    it('gives a call that does not end back without counting an attempt, and never touches the queue again', async () => {
      scene = filingScene(sharePoint, { timeoutMs: 400, graceMs: 50 });
      await warmUp();
      scene.wire.coming.push('hangs');
      scene.report();
      scene.filing.start();
      await vi.waitUntil(() => itemCalls().length === 1);
      await scene.filing.stop();
      const given = { state: 'waiting', attempts: 0, code: 'stopping' };
      expect(scene.entries().at(-1)).toMatchObject(given);
      const ended = scene.wire.ended;
      const [again] = await scene.queue.claim(1, 60);
      await vi.waitUntil(() => scene.wire.ended > ended);
      expect(scene.entries().at(-1)).toMatchObject(given);
      expect(again && (await scene.queue.postpone(again, 0, 'test', 'free'))).toBe(true);
    });

    it('goes on after the queue failed', async () => {
      let failures = 2;
      const claim = (limit: number, seconds: number) =>
        failures-- > 0 ? Promise.reject(new Error('disk full')) : scene.queue.claim(limit, seconds);
      const troubled = filingScene(sharePoint, { queue: { ...scene.queue, claim } });
      const id = scene.report();
      troubled.filing.start();
      await vi.waitUntil(() => failures === 1);
      troubled.filing.wake();
      await vi.waitUntil(() => failures === 0);
      troubled.filing.wake();
      await vi.waitUntil(async () => (await scene.rowsOf(id)).length === 1);
      await troubled.filing.stop();
      expect(troubled.lines.filter((line) => line.event === 'filing.claim-failed')).toHaveLength(2);
    });
  });
});

const neverReturns = () => new Promise<never>(() => undefined);
