import { beforeEach, expect, it } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { aTenant, site, text, unique, type ReplyBody, type TestTenant } from '../a-tenant.ts';

let tenant: TestTenant;
let items: string;

beforeEach(async () => {
  tenant = await aTenant({ licences: 1_000 });
  items = `${site}/lists/${await tenant.aList([text('Key', unique)])}/items`;
});

interface InnerReply {
  readonly id: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: ReplyBody;
}

async function batch(requests: readonly object[], token: string | null = tenant.core.graphToken(demo.apiAppId)) {
  const answer = await fetch(`${tenant.origin}/v1.0/$batch`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== null && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ requests }),
  });
  const body = (await answer.json()) as { responses: readonly InnerReply[]; error: ReplyBody['error'] };
  const reply = (id: string) => body.responses.find((inner) => inner.id === id);
  return { status: answer.status, body, reply, statuses: body.responses?.map(({ id, status }) => `${id} ${status}`) };
}

const json = { 'Content-Type': 'application/json' };
const create = (id: string, Key = id, rest: object = {}) => ({
  id,
  method: 'POST',
  url: items,
  headers: json,
  body: { fields: { Key } },
  ...rest,
});
const read = (id: string, path = '', rest: object = {}) => ({ id, method: 'GET', url: `${items}${path}`, ...rest });
const rows = async () => (await tenant.graph('GET', items)).body.value.length;

it('answers each request by itself, in no promised order', async () => {
  const { status, statuses, reply } = await batch([create('a'), read('b', '/99'), create('c', 'a')]);
  expect(status).toBe(200);
  expect(new Set(statuses)).toEqual(new Set(['b 404', expect.stringMatching(/^a /), expect.stringMatching(/^c /)]));
  expect([reply('a')?.status, reply('c')?.status].sort()).toEqual([201, 400]);
  expect(reply('b')?.body?.error.code).toBe('itemNotFound');
  expect(await rows()).toBe(1);
});

it('gives the answers in another order than the requests', async () => {
  expect((await batch([read('a'), read('b'), read('c')])).statuses).toEqual(['c 200', 'b 200', 'a 200']);
});

it('spells headers as the service does, and answers 204 without a body', async () => {
  await batch([create('a')]);
  const { reply } = await batch([{ id: 'x', method: 'DELETE', url: `${items}/1` }, create('b')]);
  expect([reply('x')?.status, reply('x')?.body]).toEqual([204, undefined]);
  expect(reply('b')?.headers).toMatchObject({ 'Content-Type': expect.stringContaining('application/json') });
  expect(reply('b')?.headers?.['Location']).toContain('/items/2');
});

it('passes If-Match on and answers 412 inside', async () => {
  await batch([create('a')]);
  const headers = { ...json, 'If-Match': '"other,1"' };
  const { reply } = await batch([{ id: 'x', method: 'PATCH', url: `${items}/1/fields`, headers, body: { Key: 'b' } }]);
  expect(reply('x')?.status).toBe(412);
});

it('carries out what depends in its order, and 424 for what hangs on a failure', async () => {
  const good = await batch([
    create('1'),
    read('2', '/1', { dependsOn: ['1'] }),
    create('3', '3', { dependsOn: ['2'] }),
  ]);
  expect(good.statuses).toEqual(['3 201', '2 200', '1 201']);
  const bad = await batch([
    read('1', '/99'),
    create('2', 'x', { dependsOn: ['1'] }),
    create('3', 'y', { dependsOn: ['2'] }),
  ]);
  expect(bad.statuses).toEqual(['3 424', '2 424', '1 404']);
  expect(bad.reply('2')?.body?.error.code).toBe('FailedDependency');
  expect(await rows()).toBe(2);
});

it.each([
  ['no request', () => [], 'Invalid batch payload'],
  ['twenty-one requests', () => Array.from({ length: 21 }, (_, n) => read(String(n))), 'max value of 20'],
  ['one id twice', () => [create('a'), create('a', 'b')], 'unique'],
  ['a body without a Content-Type', () => [create('a'), create('b', 'b', { headers: {} })], 'request id : b'],
  ['a write without a body', () => [{ ...create('a'), body: undefined }], 'request id : a'],
  ['a dependency on nothing', () => [create('a', 'a', { dependsOn: ['z'] })], 'Invalid dependency for request Id: a'],
  [
    'a dependency on what comes later',
    () => [create('a', 'a', { dependsOn: ['b'] }), create('b')],
    'Invalid dependency',
  ],
  [
    'neither one after the other nor all at once',
    () => [create('a'), create('b'), create('c', 'c', { dependsOn: ['a'] })],
    'sequential or fully parallel',
  ],
  ['an absolute address', () => [{ ...read('a'), url: `https://graph.microsoft.com/v1.0${items}` }], 'Invalid url'],
  ['a batch inside', () => [create('a', 'a', { url: '/$batch' })], 'Invalid url'],
])('refuses a whole batch with %s, and carries nothing of it out', async (_, requests, message) => {
  const { status, body } = await batch(requests());
  expect(status).toBe(400);
  expect(body.error.message).toContain(message);
  expect(await rows()).toBe(0);
});

it('takes twenty requests', async () => {
  const { statuses } = await batch(Array.from({ length: 20 }, (_, n) => create(String(n))));
  expect(statuses.every((status) => status.endsWith(' 201'))).toBe(true);
  expect(await rows()).toBe(20);
});

it('asks for a token', async () => {
  expect((await batch([read('a')], null)).status).toBe(401);
});

it('counts and throttles each request by itself: 429 inside 200', async () => {
  const twenty = (round: number) => batch(Array.from({ length: 20 }, (_, n) => create(String(n), `${round}-${n}`)));
  for (let round = 0; round < 31; round++) await twenty(round);
  const { status, statuses, body } = await twenty(31);
  expect([status, statuses.filter((inner) => inner.endsWith(' 201')).length]).toEqual([200, 5]);
  const refused = body.responses.find((inner) => inner.status === 429);
  expect(Number(refused?.headers?.['Retry-After'])).toBeGreaterThan(0);
  expect(refused?.headers).toMatchObject({ 'RateLimit-Limit': '1250' });
});

it('stands in the ledger as one call of no cost and its requests as calls of their own', async () => {
  await batch([create('a'), read('b', '/99')]);
  const [first, second, whole] = tenant.core.ledger.entries().slice(-3);
  expect([first?.ru, second?.ru].sort()).toEqual([1, 2]);
  expect(whole).toMatchObject({ url: 'https://graph.microsoft.com/v1.0/$batch', ru: 0, status: 200 });
  expect(first?.headers['x-in-batch']).toBe(second?.headers['x-in-batch']);
});

it('answers 504 inside for a request whose reply was lost, though it was carried out', async () => {
  tenant.core.faults.set({ kind: 'lost-reply', methods: ['PATCH'] });
  const { statuses } = await batch([
    create('a'),
    { id: 'b', method: 'PATCH', url: `${items}/1/fields`, headers: json, body: { Key: 'new' }, dependsOn: ['a'] },
  ]);
  expect(statuses).toEqual(['b 504', 'a 201']);
  expect((await tenant.graph('GET', `${items}/1?$expand=fields`)).body.fields['Key']).toBe('new');
});

it('answers 424 for a batch with a throttled request in it when it is told to, with all the answers', async () => {
  tenant.core.quirks.set({ throttledBatch: '424' });
  tenant.core.faults.setRules([{ kind: 'throttle', match: { method: 'GET' }, times: 1 }]);
  const first = await batch([create('a'), read('b')]);
  expect([first.status, first.statuses]).toEqual([424, ['b 429', 'a 201']]);
  expect((await batch([create('c'), read('b')])).status).toBe(200);
});
