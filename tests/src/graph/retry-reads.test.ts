import { beforeEach, describe, expect, it } from 'vitest';
import { retryReads } from '../../../src/graph/retry-reads.ts';
import { GraphUnreachable, type Graph, type GraphAnswer, type GraphRequest } from '../../../src/ports/graph.ts';
import { handSetClock, type HandSetClock } from '../../support/hand-set-clock.ts';

let clock: HandSetClock;
let ends: (GraphAnswer | GraphUnreachable | Error)[];
let asked: GraphRequest[];
let waits: number[];
let graph: Graph;

beforeEach(() => {
  clock = handSetClock();
  [ends, asked, waits] = [[], [], []];
  const scripted: Graph = {
    async call(request) {
      asked.push(request);
      const end = ends.shift() ?? answer(200);
      if (end instanceof Error) throw end;
      return end;
    },
  };
  const sleep = async (ms: number) => {
    waits.push(ms / 1_000);
    clock.forward(ms / 1_000);
  };
  graph = retryReads(scripted, { clock, random: () => 0.5, sleep });
});

const answer = (status: number, headers: Record<string, string> = {}): GraphAnswer => ({ status, headers, body: {} });
const request: GraphRequest = { method: 'GET', path: '/sites/x/lists', headers: { Prefer: 'x' } };
const reset = () => new GraphUnreachable('ECONNRESET');

describe('a read', () => {
  it.each([429, 502, 503, 504])('is asked again after %i, in the same words', async (status) => {
    ends = [answer(status)];
    expect(await graph.call(request)).toMatchObject({ status: 200 });
    expect(asked).toEqual([request, request]);
  });

  it('is asked again after a lost connection, later each time, and the last fault is the caller’s', async () => {
    ends = [reset(), reset(), reset(), reset(), new GraphUnreachable('timeout')];
    await expect(graph.call(request)).rejects.toThrow('timeout');
    expect(waits).toEqual([1.5, 3, 6, 12]);
  });

  it('waits as long as SharePoint asks, and a little longer', async () => {
    ends = [answer(429, { 'retry-after': '20', 'ratelimit-reset': '30' })];
    await graph.call(request);
    expect(waits).toEqual([30.5]);
  });

  it('is not waited for beyond the time there is', async () => {
    ends = [answer(503, { 'retry-after': '40' }), answer(503, { 'retry-after': '40' })];
    expect(await graph.call(request)).toMatchObject({ status: 503 });
    expect(waits).toEqual([40.5]);
  });

  it.each([200, 304, 400, 401, 403, 404, 500])('that is answered %i is asked once', async (status) => {
    ends = [answer(status)];
    expect(await graph.call(request)).toMatchObject({ status });
    expect(asked).toHaveLength(1);
  });

  it.each([new GraphUnreachable('token-invalid_client'), new TypeError('Graph is asked by path')])(
    'that cannot be asked (%s) is not tried again',
    async (fault) => {
      ends = [fault];
      await expect(graph.call(request)).rejects.toBe(fault);
      expect(asked).toHaveLength(1);
    },
  );
});

it.each(['POST', 'PATCH', 'DELETE'] as const)('a %s is asked once, whatever comes of it', async (method) => {
  ends = [answer(503), reset()];
  expect(await graph.call({ ...request, method })).toMatchObject({ status: 503 });
  await expect(graph.call({ ...request, method })).rejects.toThrow('ECONNRESET');
  expect(asked).toHaveLength(2);
  expect(waits).toEqual([]);
});
