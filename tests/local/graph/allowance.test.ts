import { expect, it } from 'vitest';
import { createAllowance } from '../../../src/local/graph/allowance.ts';
import { ceilingsFor } from '../../../src/local/graph/ceilings.ts';
import { GraphFault } from '../../../src/local/graph/graph-fault.ts';
import { demo } from '../../../src/local/cast.ts';
import { aTenant, text } from '../a-tenant.ts';

const second = 1_000;

function anAllowance(licences = 1_000) {
  const clock = { now: 1_000_000 };
  const allowance = createAllowance(ceilingsFor(licences), () => clock.now);
  return {
    clock,
    /** What a call of these units meets: its headers, or the refusal's. */
    spend(units: number, appId = 'app') {
      try {
        return { status: 200, headers: allowance.spend(appId, units) };
      } catch (error) {
        if (!(error instanceof GraphFault)) throw error;
        return { status: error.status, headers: error.headers };
      }
    },
  };
}

it.each([
  [0, 1_250],
  [1_000, 1_250],
  [1_001, 2_500],
  [5_001, 3_750],
  [15_001, 5_000],
  [1_000_000, 6_250],
])('lets an application of a tenant with %i licences spend %i units a minute', (licences, units) => {
  const { spend } = anAllowance(licences);
  expect([spend(units).status, spend(1).status]).toEqual([200, 429]);
});

it('says how much is left from 80 % of the minute on, and never less than nothing', () => {
  const { spend, clock } = anAllowance();
  expect(spend(999).headers).toEqual({});
  clock.now += 20 * second;
  expect(spend(1).headers).toEqual({
    'ratelimit-limit': '1250',
    'ratelimit-remaining': '250',
    'ratelimit-reset': '40',
  });
  expect(spend(251).headers).toMatchObject({ 'ratelimit-remaining': '0', 'retry-after': '40' });
});

it('begins anew when the minute is over, whatever was refused in it', () => {
  const { spend, clock } = anAllowance();
  spend(1_250);
  expect(spend(100).status).toBe(429);
  clock.now += 59 * second;
  expect(spend(1)).toMatchObject({ status: 429, headers: { 'retry-after': '1' } });
  clock.now += second;
  expect(spend(1)).toEqual({ status: 200, headers: {} });
});

it('blocks an application that goes on calling, counting what it refused, and lets it in again', () => {
  const { spend, clock } = anAllowance();
  expect(spend(1_250).status).toBe(200);
  expect(spend(1_250).status).toBe(429);
  expect(spend(1)).toEqual({ status: 503, headers: { 'retry-after': '300' } });
  clock.now += 299 * second;
  expect(spend(1)).toEqual({ status: 503, headers: { 'retry-after': '1' } });
  clock.now += second;
  expect(spend(1).status).toBe(200);
});

it('counts each application by itself, and all of them together against the tenant', () => {
  const { spend, clock } = anAllowance();
  for (let n = 0; n < 15; n++) expect(spend(1_250, `app ${n}`).status).toBe(200);
  expect(spend(1, 'another')).toMatchObject({ status: 429, headers: { 'retry-after': '300' } });
  clock.now += 300 * second;
  expect(spend(1, 'another').status).toBe(200);
});

it('holds an application to its day', () => {
  const { spend, clock } = anAllowance();
  for (let n = 0; n < 960; n++, clock.now += 60 * second) expect(spend(1_250).status).toBe(200);
  expect(spend(1)).toMatchObject({ status: 429, headers: { 'retry-after': String((1_440 - 960) * 60) } });
});

it('throttles over HTTP: headers from 80 % on, 429 with the time to wait, nothing carried out, all in the ledger', async () => {
  const clock = { now: Date.now() };
  const tenant = await aTenant({ licences: 1_000, now: () => clock.now });
  const list = await tenant.aList([text('Name')]);
  const items = `/lists/${list}/items`;
  const create = () => tenant.graph('POST', items, { body: { fields: { Name: 'x' } } });
  const calls = await Promise.all(Array.from({ length: 499 }, create));
  expect(calls.every(({ status, headers }) => status === 201 && !headers.has('ratelimit-limit'))).toBe(true);
  const warned = await create();
  expect([warned.status, warned.headers.get('ratelimit-remaining')]).toEqual([201, '250']);
  await Promise.all(Array.from({ length: 125 }, create));

  const refused = await create();
  expect([refused.status, refused.body.error.code]).toEqual([429, 'activityLimitReached']);
  expect(Object.fromEntries(refused.headers)).toMatchObject({
    'retry-after': '60',
    'ratelimit-limit': '1250',
    'ratelimit-remaining': '0',
    'ratelimit-reset': '60',
  });
  expect(tenant.core.ledger.entries().at(-1)).toMatchObject({ status: 429, ru: 2 });
  // Another application has its own minute; a caller without a token spends nothing.
  const token = tenant.core.graphToken(demo.provisionAppId);
  expect((await tenant.graph('GET', items, { token })).status).toBe(200);
  expect((await tenant.graph('GET', items, { token: null })).status).toBe(401);
  clock.now += 60 * second;
  const { body } = await tenant.graph('GET', `${items}?$top=5000`);
  expect(body.value).toHaveLength(625);
});

it('throttles nobody unless it is told how many licences the tenant holds', async () => {
  const tenant = await aTenant();
  const statuses = await Promise.all(Array.from({ length: 700 }, () => tenant.graph('GET', '/lists')));
  expect(new Set(statuses.map(({ status }) => status))).toEqual(new Set([200]));
});
