import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createBatch } from '../../../src/graph/batch.ts';
import { createBudget } from '../../../src/graph/budget.ts';
import { createGraph } from '../../../src/graph/client.ts';
import { demo } from '../../../src/local/cast.ts';
import { localTransport } from '../../../src/local/transport.ts';
import {
  GraphUnreachable,
  type BatchEnd,
  type Budget,
  type Graph,
  type GraphRequest,
} from '../../../src/ports/graph.ts';
import type { Transport } from '../../../src/ports/transport.ts';
import { faultyTransport } from '../../support/faulty-transport.ts';
import { handSetClock, type HandSetClock } from '../../support/hand-set-clock.ts';
import { oneOffServer } from '../../support/one-off-server.ts';
import { sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

let clock: HandSetClock;
let budget: Budget;
let waits: number[];

beforeEach(() => {
  clock = handSetClock();
  budget = createBudget({ licences: 1, clock });
  waits = [];
});

const batchOf = (graph: Graph) =>
  createBatch({
    ...{ graph, budget, clock },
    random: () => 0.5,
    sleep: async (ms) => {
      waits.push(ms / 1_000);
      clock.forward(ms / 1_000);
    },
  });
const statusOf = (end: BatchEnd) => (end instanceof GraphUnreachable ? end.code : end.status);
const statuses = (ends: readonly BatchEnd[]) => ends.map(statusOf);

describe('a batch, asked of a tenant', () => {
  let sharePoint: SharePointTenant;
  let items: string;
  let lists = 0;
  let wire: ReturnType<typeof faultyTransport>;
  const ledger = () => sharePoint.tenant.core.ledger.entries();
  const faults = () => sharePoint.tenant.core.faults;

  beforeAll(async () => {
    sharePoint = await sharePointTenant();
  });
  afterAll(() => sharePoint.close());
  beforeEach(async () => {
    faults().setRules([]);
    const columns = [{ name: 'Key', text: {}, indexed: true, enforceUniqueValues: true }];
    const displayName = `List ${++lists}`;
    const path = sharePoint.listPath('x').replace('/x', '');
    const made = await sharePoint.provisioner.call({ method: 'POST', path, body: { displayName, columns } });
    expect(made.status).toBe(201);
    items = `${sharePoint.listPath(displayName)}/items`;
    wire = faultyTransport(sharePoint.transport);
  });

  const ask = (requests: readonly GraphRequest[], transport: Transport = wire.transport) =>
    batchOf(sharePoint.graph({ transport }))(requests);
  const create = (Key: string): GraphRequest => ({ method: 'POST', path: items, body: { fields: { Key } } });
  const read = (id: number): GraphRequest => ({ method: 'GET', path: `${items}/${id}?$expand=fields($select=Key)` });
  const keys = (count: number) => Array.from({ length: count }, (_, n) => `k${n}`);
  const keyOf = (end: BatchEnd) =>
    end instanceof GraphUnreachable ? end.code : (end.body as { fields?: { Key?: string } }).fields?.Key;
  const rows = async () => {
    const { body } = await sharePoint.provisioner.call({ method: 'GET', path: `${items}?$expand=fields` });
    return (body as { value: { fields: { Key: string } }[] }).value.map(({ fields }) => fields.Key).sort();
  };

  it('leaves in calls of twenty, and gives each answer where its request stood', async () => {
    expect(new Set(statuses(await ask(keys(45).map(create))))).toEqual(new Set([201]));
    const before = ledger().length;
    const order = [...keys(45).keys()].map((n) => ((n * 7) % 45) + 1);
    const ends = await ask(order.map(read));
    const stored = await Promise.all(order.map((id) => sharePoint.provisioner.call(read(id))));
    expect(ends.map(keyOf)).toEqual(stored.map(keyOf));
    expect(new Set(ends.map(keyOf)).size).toBe(45);
    const sizes = ledger()
      .slice(before)
      .filter(({ url }) => url.endsWith('/$batch'))
      .map(({ body }) => (body as { requests: unknown[] }).requests.length);
    expect(sizes).toEqual([20, 20, 5]);
  });

  it('asks again what was throttled inside, reads and writes, after the longest wait asked for, and nothing else', async () => {
    await ask([create('seed')]);
    faults().setRules([
      { kind: 'throttle', retryAfterSeconds: 3, match: { method: 'GET' }, times: 1 },
      { kind: 'throttle', retryAfterSeconds: 7, match: { method: 'POST', pathContains: '/items' }, times: 1 },
    ]);
    const before = ledger().length;
    const ends = await ask([create('a'), read(1), create('b')]);
    expect(statuses(ends)).toEqual([201, 200, 201]);
    expect(waits).toEqual([7.5]);
    expect(await rows()).toEqual(['a', 'b', 'seed']);
    const inner = ledger()
      .slice(before)
      .filter(({ headers }) => 'x-in-batch' in headers);
    expect(inner).toHaveLength(5);
  });

  it('asks no write again that may have been carried out, and every read', async () => {
    await ask([create('seed')]);
    faults().setRules([{ kind: 'gateway-timeout', match: { pathContains: '/items' }, times: 2 }]);
    expect(statuses(await ask([create('a')]))).toEqual([504]);
    expect(statuses(await ask([read(1)]))).toEqual([200]);
    expect(await rows()).toEqual(['a', 'seed']);
  });

  it('gives refusals as they are', async () => {
    const ends = await ask([create('a'), read(99), { ...read(1), path: `${items}?$filter=fields/None eq 'x'` }]);
    expect(statuses(ends)).toEqual([201, 404, 400]);
    expect(waits).toEqual([]);
  });

  it('keeps the answers of one call when another is lost', async () => {
    wire.coming.push('none', 'lost-reply');
    const ends = await ask(keys(25).map(create));
    expect(statuses(ends)).toEqual([...Array<number>(20).fill(201), ...Array<string>(5).fill('ECONNRESET')]);
    expect(await rows()).toHaveLength(25);
    wire.coming.push('lost-reply');
    expect(statuses(await ask([read(1), read(2)]))).toEqual([200, 200]);
  });

  it.each([
    ['throttled', [7.5], 201, 200],
    ['busy', [20.5], 503, 200],
    ['gateway-timeout', [1.5], 504, 200],
  ] as const)('that is refused as a whole (%s) is asked again as each request allows', async (fault, seconds, w, r) => {
    await ask([create('seed')]);
    wire.coming.push(fault);
    expect(statuses(await ask([create('a')]))).toEqual([w]);
    clock.forward(60);
    waits.length = 0;
    wire.coming.push(fault);
    expect(statuses(await ask([read(1)]))).toEqual([r]);
    expect(waits).toEqual(seconds);
  });

  it('gives up in the end, with the last answer', async () => {
    faults().setRules([{ kind: 'unavailable', match: { method: 'GET' } }]);
    expect(statuses(await ask([read(1), create('a')]))).toEqual([503, 201]);
    expect(waits).toEqual([1.5, 3, 6, 12]);
  });

  it('waits for room for all that is in it before it leaves, and charges each request', async () => {
    budget.spend(1_244)();
    const ends = await ask([create('a'), create('b'), create('c'), create('d')]);
    expect(statuses(ends)).toEqual([201, 201, 201, 201]);
    const waited = waits.reduce((sum, one) => sum + one, 0);
    expect(waited).toBeGreaterThan(59);
    expect(wire.calls).toHaveLength(1);
    let left = 0;
    for (; budget.wait(1) === 0; left++) budget.spend(1)();
    expect(left).toBe(1_242);
  });

  it('ends as unanswered when no room comes in time, and nothing leaves', async () => {
    budget.rest(100);
    expect(statuses(await ask([create('a')]))).toEqual(['timeout']);
    expect(wire.calls).toEqual([]);
  });

  it('asks nothing when there is nothing to ask, and nobody but Graph', async () => {
    expect(await ask([])).toEqual([]);
    const elsewhere = { method: 'GET', path: 'https://elsewhere.example/v1.0/sites' } as const;
    await expect(ask([read(1), elsewhere])).rejects.toThrow(TypeError);
    expect(wire.calls).toEqual([]);
  });

  it('takes links that Graph gave', async () => {
    await ask([create('a')]);
    const link = { method: 'GET', path: `https://graph.microsoft.com/v1.0${items}/1` } as const;
    expect(statuses(await ask([link]))).toEqual([200]);
  });

  it('is refused under another identity request by request', async () => {
    const ends = await batchOf(sharePoint.graph({ appId: demo.botAppId }))([read(1), create('a')]);
    expect(statuses(ends)).toEqual([403, 403]);
  });
});

describe('a batch, answered as the local tenant never does', () => {
  type Inner = { id: string; status: number; headers?: object; body?: unknown };
  /** Answers of a server, one after the other: the status of the whole, and what is in it. */
  async function scripted(answers: readonly (readonly [number, readonly Inner[] | string])[]) {
    const coming = [...answers];
    const asked: { requests: { id: string; headers?: object }[] }[] = [];
    const server = await oneOffServer((request, response: ServerResponse) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        asked.push(JSON.parse(body) as (typeof asked)[number]);
        const [status, inner] = coming.shift() ?? [500, ''];
        response.writeHead(status, { 'Content-Type': 'application/json' });
        response.end(typeof inner === 'string' ? inner : JSON.stringify({ responses: inner }));
      });
    });
    onTestFinished(() => server.close());
    const graph = createGraph({
      token: async () => 'token',
      transport: localTransport(server.origin),
      userAgent: 'NONISV|Lantern|Tests/1.0',
      budget,
    });
    return { ask: batchOf(graph), asked };
  }
  const read: GraphRequest = { method: 'GET', path: '/sites/a', headers: { Prefer: 'x' } };
  const write: GraphRequest = { method: 'PATCH', path: '/sites/a/lists/b/items/1/fields', body: { Rev: 2 } };

  it('reads a whole of 424, and asks what was not tried again with what was throttled', async () => {
    const { ask, asked } = await scripted([
      [
        424,
        [
          { id: '2', status: 424 },
          { id: '0', status: 200, body: { id: 'first' } },
          { id: '1', status: 429, headers: { 'Retry-After': '30', 'RateLimit-Reset': 40 } },
        ],
      ],
      [
        200,
        [
          { id: '1', status: 204 },
          { id: '0', status: 200, body: { id: 'second' } },
        ],
      ],
    ]);
    const ends = await ask([read, read, write]);
    expect(statuses(ends)).toEqual([200, 200, 204]);
    expect(ends.map((end) => ('body' in end ? end.body : undefined))).toEqual([
      { id: 'first' },
      { id: 'second' },
      undefined,
    ]);
    expect(waits).toEqual([40.5]);
    expect(asked.map(({ requests }) => requests.length)).toEqual([3, 2]);
    expect(asked[0]?.requests.map(({ headers }) => headers)).toEqual([
      { Prefer: 'x' },
      { Prefer: 'x' },
      { 'Content-Type': 'application/json' },
    ]);
  });

  it('loses no request for which there is no answer, and believes none that it did not ask for', async () => {
    const { ask } = await scripted([
      [200, [{ id: '7', status: 200 }]],
      [200, [{ id: '0', status: 200 }]],
    ]);
    expect(statuses(await ask([write, read]))).toEqual(['batch-incomplete', 200]);
  });

  it('holds nothing for answered that it cannot read', async () => {
    const { ask } = await scripted([[200, '<html>']]);
    expect(statuses(await ask([write]))).toEqual(['batch-unreadable']);
  });

  it('tells the budget what each answer says is left', async () => {
    const headers = { 'RateLimit-Remaining': '0', 'RateLimit-Reset': '20' };
    const { ask } = await scripted([[200, [{ id: '0', status: 200, headers }]]]);
    await ask([read]);
    expect(budget.wait(1)).toBe(20);
  });
});
