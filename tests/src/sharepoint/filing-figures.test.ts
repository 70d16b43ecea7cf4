import { describe, expect, it } from 'vitest';
import { concern } from '../../../src/areas/concerns/record.ts';
import { createBudget } from '../../../src/graph/budget.ts';
import { createGraph } from '../../../src/graph/client.ts';
import { demo } from '../../../src/local/cast.ts';
import type { FilingPayload } from '../../../src/ports/outbox.ts';
import type { Transport } from '../../../src/ports/transport.ts';
import { createFiling } from '../../../src/sharepoint/filing.ts';
import { createMemoryQueue } from '../../support/filing-queue.ts';
import { handSetClock, type HandSetClock } from '../../support/hand-set-clock.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const ceiling = 1_250;
const retryAfter = 7;
const school = { ...demo.school, host: demo.sharePointHost };

/** A reproducible draw from 0 to below 1 (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** SharePoint on a clock of its own: counts what it is asked, throttles by chance and above the ceiling. */
function countingSharePoint(clock: HandSetClock, throttled: () => boolean) {
  const now = () => Date.parse(clock.now()) / 1_000;
  const versions = new Map<string, number>();
  const spent: { readonly at: number; readonly units: number }[] = [];
  const seen = { writes: 0, overruns: 0, insideRetryAfter: 0 };
  let [restFrom, restUntil] = [0, 0];

  const inTheLastMinute = () =>
    spent.slice(-ceiling).reduce((sum, { at, units }) => (at > now() - 60 ? sum + units : sum), 0);
  const write = (id: string, status: number) => {
    const version = (versions.get(id) ?? 0) + 1;
    versions.set(id, version);
    return Response.json({ id, eTag: `"x,${version}"` }, { status });
  };

  const transport: Transport = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input);
    const item = /\/items(?:\/(\d+))?$/.exec(pathname);
    spent.push({ at: now(), units: item ? 2 : pathname.endsWith('/lists') ? 2 : 1 });
    if (inTheLastMinute() > ceiling) seen.overruns++;
    if (now() > restFrom && now() < restUntil) seen.insideRetryAfter++;
    if (!item) return Response.json({ id: 'site', value: [{ id: 'list', displayName: concern.list }] });
    seen.writes++;
    if (throttled()) {
      [restFrom, restUntil] = [now(), now() + retryAfter];
      return Response.json({}, { status: 429, headers: { 'Retry-After': String(retryAfter) } });
    }
    if (init?.method === 'POST') return write(String(versions.size + 1), 201);
    const [id = '', sees] = [item[1], new Headers(init?.headers).get('if-match')];
    return sees === `"x,${versions.get(id)}"` ? write(id, 200) : Response.json({}, { status: 412 });
  };
  return { transport, seen };
}

/** The real worker, client and budget between a queue and that SharePoint, each call taking a third of a second. */
function scene(throttled: () => boolean = () => false) {
  const clock = handSetClock();
  const { queue, add, entries } = createMemoryQueue(clock);
  const sharePoint = countingSharePoint(clock, throttled);
  const budget = createBudget({ licences: 1, clock });
  const random = drawing(7);
  const filing = createFiling({
    queue,
    budget,
    graph: createGraph({ token: async () => 'token', transport: sharePoint.transport, userAgent: 'Tests', budget }),
    types: new Map([[concern.name, concern]]),
    schools: [school],
    clock,
    log: recordedLog().log,
    random,
  });
  let filed = 0;
  let acts = 0;
  const act = (concernNumber: number, rev: number) => {
    const id = concernNumber.toString(16).padStart(32, '0');
    const status = rev === 1 ? 'submitted' : 'acknowledged';
    const payload: FilingPayload = {
      kind: rev === 1 ? 'create' : 'update',
      record: concern.name,
      id,
      school: school.id,
      rev,
      values: { status },
      ...(rev > 1 && { base: { status: 'submitted' } }),
      actorId: '6b1c7a1e-1111-4111-8111-000000000001',
      actorName: 'Daniel Osei',
      at: clock.now(),
    };
    add({ tenant: demo.tenantId, lane: id, act: (++acts).toString(16).padStart(32, '0'), payload });
  };
  return {
    seen: sharePoint.seen,
    seconds: clock.seconds,
    report: (count: number) => Array.from({ length: count }, (_, n) => act(n + 1, 1)),
    take: (count: number) => Array.from({ length: count }, (_, n) => act(n + 1, 2)),
    stopped: () => entries().filter((entry) => entry.state === 'stopped').length,
    /** Works until so many acts are filed. @returns how many were */
    async work({ acts: most }: { readonly acts: number }): Promise<number> {
      const from = filed;
      while (filed - from < most) {
        const done = await filing.runOnce();
        filed += done;
        clock.forward(done > 0 ? 1 / 3 : 1);
      }
      return filed - from;
    },
  };
}

const print = (metric: string, value: number, goal: string) =>
  console.log(JSON.stringify({ metric, value: Number(value.toFixed(3)), goal }));

it('files nearly as fast as SharePoint allows, and never faster', async () => {
  const { report, work, seconds, seen } = scene();
  report(3_200);
  // From the first act that had to wait for the budget to another such: whole rounds of work and rest, and no head start.
  const perMinute = ceiling / 2;
  await work({ acts: perMinute });
  const from = seconds();
  const filed = await work({ acts: 4 * perMinute });
  const ratio = filed / ((seconds() - from) / 60) / perMinute;
  print('filing.drain_ratio', ratio, '>= 0.95');
  expect(ratio).toBeGreaterThanOrEqual(0.95);
  expect(ratio).toBeLessThanOrEqual(1);
  expect(seen).toMatchObject({ overruns: 0 });
}, 60_000);

describe('the calls for an act', () => {
  it.each([0, 0.1, 0.3])(
    'are no more than they must be where SharePoint throttles %d of them',
    async (p) => {
      const chance = drawing(11);
      const { report, take, work, seen, stopped } = scene(() => chance() < p);
      const acts = 800;
      for (const commit of [report, take]) {
        const before = seen.writes;
        commit(acts);
        await work({ acts });
        const calls = (seen.writes - before) / acts;
        const most = p === 0 ? 1 : 1.05 / (1 - p);
        print(
          `filing.calls_per_act (${commit === report ? 'creations' : 'updates'}, p = ${p})`,
          calls,
          `<= ${most.toFixed(3)}`,
        );
        expect(calls).toBeLessThanOrEqual(most);
      }
      expect(stopped()).toBe(0);
      expect(seen).toMatchObject({ insideRetryAfter: 0, overruns: 0 });
    },
    60_000,
  );
});
