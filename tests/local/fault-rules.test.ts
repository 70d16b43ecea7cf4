import { expect, it } from 'vitest';
import { demo } from '../../src/local/cast.ts';
import type { RuleRequest } from '../../src/local/fault-rules.ts';
import { createFaults } from '../../src/local/faults.ts';
import { aTenant, text } from './a-tenant.ts';

async function aTenantUnder(rules: readonly RuleRequest[], seed?: number) {
  const clock = { now: Date.now() };
  const tenant = await aTenant({ now: () => clock.now });
  const items = `/lists/${await tenant.aList([text('Name')])}/items`;
  tenant.core.faults.setRules(rules, seed);
  const status = async (call: Promise<{ status: number }>) =>
    call.then((reply) => reply.status).catch(() => 'no answer' as const);
  return {
    ...tenant,
    clock,
    items,
    create: () => status(tenant.graph('POST', items, { body: { fields: { Name: 'x' } } })),
    list: () => status(tenant.graph('GET', items)),
    rows: async () => {
      tenant.core.faults.setRules([]);
      return (await tenant.graph('GET', items)).body.value.length;
    },
  };
}

/** How a rule strikes a row of calls. */
function strikes(rule: RuleRequest, calls: number, seed?: number): string {
  const faults = createFaults(() => 0);
  faults.setRules([rule], seed);
  return Array.from({ length: calls }, () => (faults.take('GET', '/v1.0/sites') ? 'x' : '.')).join('');
}

it('strikes the calls that it meets, as often as it is told, and lets the others through', async () => {
  const tenant = await aTenantUnder([
    { kind: 'unavailable', match: { method: 'POST', pathContains: '/items' }, times: 2, retryAfterSeconds: 3 },
  ]);
  expect([await tenant.list(), await tenant.create(), await tenant.create(), await tenant.create()]).toEqual([
    200, 503, 503, 201,
  ]);
  expect(tenant.core.faults.rules()).toMatchObject([{ struck: 2, rule: { kind: 'unavailable' } }]);
});

it('lets the first rule that strikes decide, and the switch before all rules', async () => {
  const tenant = await aTenantUnder([
    { kind: 'throttle', match: { method: 'GET' }, times: 1 },
    { kind: 'unavailable', match: { pathContains: '/items' } },
  ]);
  expect([await tenant.list(), await tenant.list(), await tenant.create()]).toEqual([429, 503, 503]);
  tenant.core.faults.set({ kind: 'gateway-timeout', count: 1 });
  expect([await tenant.list(), await tenant.list()]).toEqual([504, 503]);
});

it('strikes by a chance that is the same for the same seed', () => {
  const rule: RuleRequest = { kind: 'reset', probability: 0.3 };
  const struck = strikes(rule, 1_000, 7);
  expect(strikes(rule, 1_000, 7)).toBe(struck);
  expect(strikes(rule, 1_000, 8)).not.toBe(struck);
  const often = struck.replaceAll('.', '').length;
  expect(often).toBeGreaterThan(250);
  expect(often).toBeLessThan(350);
  expect([strikes({ ...rule, probability: 0 }, 50), strikes({ ...rule, probability: 1 }, 50)]).toEqual([
    '.'.repeat(50),
    'x'.repeat(50),
  ]);
});

it.each([
  ['gateway-timeout', 504, 1],
  ['lost-reply', 'no answer', 1],
  ['reset', 'no answer', 0],
] as const)('answers a create under %s with %s and leaves %i rows', async (kind, status, rows) => {
  const tenant = await aTenantUnder([{ kind, match: { method: 'POST' } }]);
  expect(await tenant.create()).toBe(status);
  expect(await tenant.rows()).toBe(rows);
});

it('throttles all that it meets while a storm lasts, and says how long that is', async () => {
  const tenant = await aTenantUnder([{ kind: 'storm', forMs: 90_000, match: { pathContains: '/items' }, times: 1 }]);
  expect(await tenant.create()).toBe(429);
  tenant.clock.now += 30_500;
  const { status, headers } = await tenant.graph('GET', tenant.items);
  expect([status, headers.get('retry-after')]).toEqual([429, '60']);
  expect((await tenant.graph('GET', '/lists')).status).toBe(200);
  tenant.clock.now += 59_500;
  expect(await tenant.create()).toBe(201);
  expect(tenant.core.faults.rules()[0]?.struck).toBe(1);
});

it('is out for the time that was set, and not before or after', async () => {
  const tenant = await aTenantUnder([{ kind: 'outage', startsInMs: 1_000, forMs: 5_000 }]);
  expect(await tenant.list()).toBe(200);
  tenant.clock.now += 1_000;
  expect(await tenant.create()).toBe(503);
  tenant.clock.now += 4_999;
  expect(await tenant.list()).toBe(503);
  tenant.clock.now += 1;
  expect(await tenant.list()).toBe(200);
});

it('strikes the requests inside a batch one by one', async () => {
  const tenant = await aTenantUnder([{ kind: 'throttle', match: { pathContains: '/lists' }, times: 1 }]);
  const { body } = await tenant.graph('GET', '');
  const url = `/sites/${body.id}/lists`;
  const requests = ['a', 'b'].map((id) => ({ id, method: 'GET', url }));
  const answer = await fetch(`${tenant.origin}/v1.0/$batch`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${tenant.core.graphToken(demo.apiAppId)}`,
    },
    body: JSON.stringify({ requests }),
  });
  const { responses } = (await answer.json()) as { responses: readonly { status: number }[] };
  expect([answer.status, responses.map(({ status }) => status).sort()]).toEqual([200, [200, 429]]);
});

it('is ruled over HTTP, where a wrong rule changes nothing', async () => {
  const tenant = await aTenantUnder([]);
  const put = (body: object) =>
    fetch(`${tenant.origin}/local/faults/rules`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const rule = { kind: 'throttle', match: { pathContains: '/items' }, probability: 1, retryAfterSeconds: 2 };
  expect(await (await put({ rules: [rule], seed: 3 })).json()).toEqual({ rules: [{ rule, struck: 0 }] });
  expect(await tenant.list()).toBe(429);
  for (const wrong of [{ kind: 'earthquake' }, { kind: 'reset', probability: 2 }, { kind: 'reset', path: '/' }])
    expect((await put({ rules: [wrong] })).status).toBe(400);
  expect(await (await fetch(`${tenant.origin}/local/faults/rules`)).json()).toEqual({ rules: [{ rule, struck: 1 }] });
  await put({ rules: [] });
  expect(await tenant.list()).toBe(200);
});
