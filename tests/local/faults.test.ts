import { expect, it } from 'vitest';
import type { FaultRequest } from '../../src/local/faults.ts';
import { demo } from '../../src/local/cast.ts';
import { aTenant, text, unique } from './a-tenant.ts';

async function aBrokenTenant(fault: FaultRequest) {
  const tenant = await aTenant();
  const items = `/lists/${await tenant.aList([text('RequestKey', unique)])}/items`;
  tenant.core.faults.set(fault);
  return {
    ...tenant,
    create: (signal?: AbortSignal) =>
      tenant.graph('POST', items, { body: { fields: { RequestKey: 'k' } }, ...(signal && { signal }) }),
    list: () => tenant.graph('GET', items),
    count: async () => {
      tenant.core.faults.set({ kind: 'none' });
      return (await tenant.graph('GET', items)).body.value.length;
    },
  };
}

it('is unavailable with a Retry-After, and carries nothing out', async () => {
  const tenant = await aBrokenTenant({ kind: 'unavailable', retryAfterSeconds: 7 });
  const { status, headers, body } = await tenant.create();
  expect([status, headers.get('retry-after'), body.error.code]).toEqual([503, '7', 'serviceNotAvailable']);
  expect(await tenant.count()).toBe(0);
});

it('is unavailable without a Retry-After when none is given', async () => {
  const tenant = await aBrokenTenant({ kind: 'unavailable' });
  expect((await tenant.list()).headers.has('retry-after')).toBe(false);
});

it('throttles with 429', async () => {
  const tenant = await aBrokenTenant({ kind: 'throttle', retryAfterSeconds: 3 });
  const { status, headers, body } = await tenant.create();
  expect([status, headers.get('retry-after'), body.error.code]).toEqual([429, '3', 'activityLimitReached']);
});

it('hits as many calls as were counted, of the methods aimed at', async () => {
  const tenant = await aBrokenTenant({ kind: 'unavailable', count: 2, methods: ['POST'] });
  expect((await tenant.list()).status).toBe(200);
  expect([(await tenant.create()).status, (await tenant.create()).status, (await tenant.create()).status]).toEqual([
    503, 503, 201,
  ]);
  expect(tenant.core.faults.current()).toEqual({ kind: 'none' });
});

it('loses the reply to a call that it carried out', async () => {
  const tenant = await aBrokenTenant({ kind: 'lost-reply', count: 1 });
  await expect(tenant.create()).rejects.toThrow('fetch failed');
  expect(tenant.core.ledger.entries().at(-1)).toMatchObject({ method: 'POST', status: null, response: null });
  expect(await tenant.count()).toBe(1);
});

it('answers late', async () => {
  const tenant = await aBrokenTenant({ kind: 'slow', ms: 80 });
  const start = performance.now();
  expect((await tenant.create()).status).toBe(201);
  expect(performance.now() - start).toBeGreaterThanOrEqual(75);
});

it.each([
  ['before', 1],
  ['after', 0],
] as const)('does its work %s a long wait, so that a caller who gives up leaves %i rows', async (work, rows) => {
  const tenant = await aBrokenTenant({ kind: 'slow', ms: 60_000, work });
  await expect(tenant.create(AbortSignal.timeout(150))).rejects.toThrow();
  await expect.poll(() => tenant.core.ledger.entries().at(-1)?.status).toBeNull();
  expect(await tenant.count()).toBe(rows);
});

it('stops while a call waits', async () => {
  const tenant = await aBrokenTenant({ kind: 'slow', ms: 60_000 });
  const call = tenant.create();
  const failed = expect(call).rejects.toThrow();
  await expect.poll(() => tenant.core.faults.current().kind).toBe('slow');
  await tenant.close();
  await failed;
});

it('is switched over HTTP, touches nothing but Graph and refuses what it does not know', async () => {
  const tenant = await aTenant();
  const post = (fault: object) =>
    fetch(`${tenant.origin}/local/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
  expect(await (await post({ kind: 'unavailable', count: 1 })).json()).toEqual({ kind: 'unavailable', count: 1 });
  expect((await fetch(`${tenant.origin}/${demo.tenantId}/discovery/v2.0/keys`)).status).toBe(200);
  expect((await tenant.graph('GET', '/lists')).status).toBe(503);
  expect((await tenant.graph('GET', '/lists')).status).toBe(200);
  expect((await post({ kind: 'earthquake' })).status).toBe(400);
  expect(await (await fetch(`${tenant.origin}/local/faults`)).json()).toEqual({ kind: 'none' });
});
