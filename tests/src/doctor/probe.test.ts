import { afterAll, beforeAll, expect, it } from 'vitest';
import { probe } from '../../../src/doctor/probe.ts';
import { demo } from '../../../src/local/cast.ts';
import type { Graph } from '../../../src/ports/graph.ts';
import { newForm } from '../../support/kernel.ts';
import { graphOf, school, sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

let sharePoint: SharePointTenant;
let site = '';
beforeAll(async () => {
  sharePoint = await sharePointTenant();
  const path = `/sites/${school.host}:${school.sitePath}`;
  site = `/sites/${((await sharePoint.provisioner.call({ method: 'GET', path })).body as { id: string }).id}`;
});
afterAll(() => sharePoint.close());

const run = (own: Graph = graphOf(sharePoint.tenant.origin)) =>
  probe({
    ...{ own, maker: graphOf(sharePoint.tenant.origin, demo.provisionAppId), site, name: 'Lantern probe 1' },
    ...{ notificationUrl: undefined, now: () => performance.now(), newKey: newForm },
  });
const lists = async () =>
  ((await sharePoint.provisioner.call({ method: 'GET', path: `${site}/lists` })).body as { value: object[] }).value;

it('learns from the local tenant what that one does, and leaves no list behind', async () => {
  expect(await run()).toMatchObject({
    listCreation: { byLantern: { status: 403 }, byProvisioning: { status: 201 } },
    ifMatch: { right: { status: 200 }, stale: { status: 412 } },
    uniqueness: { same: { status: 400 }, otherCase: { status: 400 }, made: 1, ofAtOnce: 8 },
    dates: { sent: '2026-01-15T09:30:00Z', readAgain: '2026-01-15T09:30:00Z' },
    unindexedFilter: { plain: { status: 400, code: 'invalidRequest' }, atOwnRisk: { status: 200 } },
    delta: { status: 200 },
    latencyMs: { create: { of: 10 }, read: { of: 10 }, update: { of: 10 } },
  });
  expect(await lists()).toEqual([]);
});

it('tells a tenant that shifts dates in its first answer from one that does not', async () => {
  sharePoint.tenant.core.quirks.set({ siteHoursFromUtc: -8 });
  const { dates } = (await run()) as { dates: { inTheAnswer: string; readAgain: string } };
  expect(dates.readAgain).toBe('2026-01-15T09:30:00Z');
  expect(dates.inTheAnswer).not.toBe(dates.readAgain);
  sharePoint.tenant.core.quirks.set({ siteHoursFromUtc: 0 });
});

it('takes its list away when it breaks off', async () => {
  const inner = graphOf(sharePoint.tenant.origin);
  const breaking: Graph = {
    call: (request) =>
      request.path.includes('/items/delta') ? Promise.reject(new Error('broke off')) : inner.call(request),
  };
  await expect(run(breaking)).rejects.toThrow('broke off');
  expect(await lists()).toEqual([]);
});
