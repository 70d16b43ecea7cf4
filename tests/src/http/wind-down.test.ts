import { once } from 'node:events';
import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { windDown } from '../../../src/http/wind-down.ts';
import { until } from '../../support/until.ts';

let server: Server;
let held: ServerResponse[];
const agent = new Agent({ keepAlive: true, maxSockets: 4 });
beforeEach(async () => {
  held = [];
  server = createServer((asked, response) => {
    if (asked.url === '/slow') held.push(response);
    else response.end('done');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
  server.close();
});

async function ask(path: string): Promise<IncomingMessage> {
  const sent = request({ agent, path, host: '127.0.0.1', port: (server.address() as AddressInfo).port }).end();
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  await once(answer, 'end');
  return answer;
}

it('asks each caller to come back on a new connection while requests are still taken', async () => {
  expect((await ask('/')).headers.connection).toBe('keep-alive');
  const close = windDown(server);
  const answer = await ask('/');
  expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close']);
  await close(1_000);
});

it('answers what it has taken, takes nothing more, and is not held by a connection that waits', async () => {
  await ask('/');
  const slow = ask('/slow');
  const [response] = await until('the request', () => (held.length > 0 ? held : undefined));
  const { port } = server.address() as AddressInfo;
  const close = windDown(server);
  const began = performance.now();
  const closed = close(10_000);
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  response!.end('done');
  expect((await slow).statusCode).toBe(200);
  await closed;
  expect(performance.now() - began).toBeLessThan(5_000);
});

it('ends what has no answer when its time is up', async () => {
  const slow = ask('/slow');
  const failed = expect(slow).rejects.toThrow('socket hang up');
  await until('the request', () => (held.length > 0 ? true : undefined));
  await windDown(server)(100);
  await failed;
});
