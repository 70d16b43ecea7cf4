import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBudget } from '../../../src/graph/budget.ts';
import { createGraph, type GraphSettings } from '../../../src/graph/client.ts';
import type { GraphCall } from '../../../src/graph/one-call.ts';
import { TokenUnavailable } from '../../../src/graph/token.ts';
import { localTransport } from '../../../src/local/transport.ts';
import { GraphUnreachable, type Budget, type GraphRequest } from '../../../src/ports/graph.ts';
import { systemClock } from '../../../src/system/system-clock.ts';
import { oneOffServer, type OneOffServer } from '../../support/one-off-server.ts';

interface Arrived {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

describe('the Graph client', () => {
  let server: OneOffServer;
  let arrived: Arrived[];
  let calls: GraphCall[];
  let budget: Budget;
  let respond: (response: ServerResponse, request: IncomingMessage) => void;

  const json =
    (status: number, body: unknown, headers: Record<string, string> = {}) =>
    (response: ServerResponse) =>
      void response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
  const graph = (settings: Partial<GraphSettings> = {}) =>
    createGraph({
      token: async () => 'the-token',
      transport: localTransport(server.origin),
      userAgent: 'NONISV|Kestrel Vale|Lantern/1.0',
      onCall: (call) => calls.push(call),
      budget,
      ...settings,
    });
  const get = (path = '/sites/x') => graph().call({ method: 'GET', path });
  const faultOf = async (call: Promise<unknown>) => {
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(GraphUnreachable);
    return (error as GraphUnreachable).code;
  };

  beforeEach(async () => {
    arrived = [];
    calls = [];
    budget = createBudget({ licences: 1, clock: systemClock });
    respond = json(200, {});
    server = await oneOffServer((request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        arrived.push({ method: request.method, url: request.url, headers: request.headers, body });
        respond(response, request);
      });
    });
  });
  afterEach(() => server.close());

  it('asks as Lantern, with its token and an id for the call', async () => {
    await get();
    expect(arrived[0]?.headers).toMatchObject({
      authorization: 'Bearer the-token',
      'user-agent': 'NONISV|Kestrel Vale|Lantern/1.0',
      'client-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
  });

  it.each<[GraphRequest['method'], unknown]>([
    ['POST', { fields: { Words: '“Ich hab’ Angst” 😢' } }],
    ['PATCH', { fields: { Rev: 2 } }],
  ])('carries a %s with its headers and its body as JSON', async (method, body) => {
    await graph().call({ method, path: '/sites/x/lists/y/items', headers: { 'If-Match': '"{A},1"' }, body });
    expect(arrived).toHaveLength(1);
    expect(arrived[0]).toMatchObject({
      method,
      url: '/v1.0/sites/x/lists/y/items',
      headers: { 'if-match': '"{A},1"' },
    });
    expect(arrived[0]?.headers['content-type']).toBe('application/json');
    expect(JSON.parse(arrived[0]?.body ?? '')).toEqual(body);
  });

  it('carries the bytes of a file as they are, and no others from the same memory', async () => {
    const memory = new TextEncoder().encode('before the file after');
    const headers = { 'content-type': 'text/plain' };
    await graph().call({
      method: 'PUT',
      path: '/drives/d/root:/a%20b.txt:/content',
      headers,
      body: memory.subarray(7, 15),
    });
    expect(arrived[0]).toMatchObject({
      method: 'PUT',
      url: '/v1.0/drives/d/root:/a%20b.txt:/content',
      body: 'the file',
    });
    expect(arrived[0]?.headers['content-type']).toBe('text/plain');
  });

  it('carries a DELETE', async () => {
    respond = (response) => void response.writeHead(204).end();
    expect(await graph().call({ method: 'DELETE', path: '/sites/x' })).toMatchObject({ status: 204, body: undefined });
    expect(arrived[0]?.method).toBe('DELETE');
  });

  it.each([
    '/sites/kestrelvale.sharepoint.com:/sites/harrowmere-safeguarding',
    '/sites/a,b,c/lists/d/items?$expand=fields($select=Rev,LastKey)&$filter=fields%2FRequestKey%20eq%20%27a%27%27b%26c%27&$top=2',
    '/sites/x/lists?$skiptoken=Paged%3dTRUE%26p_ID%3d205',
  ])('asks for %s exactly as it stands', async (path) => {
    await get(path);
    expect(arrived[0]?.url).toBe(`/v1.0${path}`);
  });

  it('follows a link that Graph gave', async () => {
    await get('https://graph.microsoft.com/v1.0/sites/x/lists?$skiptoken=Paged%3dTRUE');
    expect(arrived[0]?.url).toBe('/v1.0/sites/x/lists?$skiptoken=Paged%3dTRUE');
    expect(arrived[0]?.headers.authorization).toBe('Bearer the-token');
  });

  it.each([
    'https://elsewhere.example/v1.0/sites',
    'https://graph.microsoft.com.elsewhere.example/v1.0/x',
    'sites/x',
    '',
  ])('asks nobody for %j', async (path) => {
    await expect(get(path)).rejects.toThrow(TypeError);
    expect(arrived).toEqual([]);
  });

  it.each([200, 400, 401, 404, 409, 412, 429, 500, 502, 503, 504])(
    'gives status %i back as a value, asked once',
    async (status) => {
      respond = json(status, { error: { code: 'c', message: 'm' } }, { 'Retry-After': '7', 'Request-Id': 'r' });
      const answer = await graph().call({ method: 'POST', path: '/sites/x', body: {} });
      expect(answer).toMatchObject({ status, body: { error: { code: 'c', message: 'm' } } });
      expect(answer.headers).toMatchObject({ 'retry-after': '7', 'request-id': 'r' });
      expect(arrived).toHaveLength(1);
    },
  );

  it('gives no body for what is not JSON', async () => {
    respond = (response) =>
      void response.writeHead(200, { 'Content-Type': 'text/html' }).end('<html>sign in to the network</html>');
    expect(await get()).toMatchObject({ status: 200, body: undefined });
  });

  it('does not follow a redirect with a child’s record in its hands', async () => {
    respond = (response) => void response.writeHead(307, { Location: `${server.origin}/elsewhere` }).end();
    expect(await graph().call({ method: 'POST', path: '/sites/x', body: { fields: {} } })).toMatchObject({
      status: 307,
    });
    expect(arrived).toHaveLength(1);
  });

  describe('when no answer comes', () => {
    it('says why: nobody is there', async () => {
      await server.close();
      expect(await faultOf(get())).toBe('ECONNREFUSED');
    });

    it('says why: the connection broke', async () => {
      respond = (response) => void response.destroy();
      expect(await faultOf(get())).toMatch(/^(UND_ERR_SOCKET|ECONNRESET)$/);
    });

    it('counts half an answer as none', async () => {
      respond = (response) => {
        response.writeHead(201, { 'Content-Length': '100' }).write('{"id":');
        setImmediate(() => response.destroy());
      };
      expect(await faultOf(get())).toMatch(/^(UND_ERR_SOCKET|ECONNRESET)$/);
    });

    it('gives up when the time is over, and lets go of the connection', async () => {
      let left = false;
      respond = (response) => void response.on('close', () => (left = true));
      expect(await faultOf(graph({ timeoutMs: 50 }).call({ method: 'GET', path: '/sites/x' }))).toBe('timeout');
      await vi.waitUntil(() => left, { timeout: 10_000 });
      expect(left).toBe(true);
    });

    it('gives up when an answer begins and does not end', async () => {
      respond = (response) => void response.writeHead(200).write('{');
      expect(await faultOf(graph({ timeoutMs: 50 }).call({ method: 'GET', path: '/sites/x' }))).toBe('timeout');
    });

    it('gives up when the token does not come, and asks nothing', async () => {
      const token = () => new Promise<string>(() => undefined);
      expect(await faultOf(graph({ token, timeoutMs: 50 }).call({ method: 'GET', path: '/sites/x' }))).toBe('timeout');
      expect(arrived).toEqual([]);
    });

    it('says that there was no token, and asks nothing', async () => {
      const token = () => Promise.reject(new TokenUnavailable('invalid_client'));
      expect(await faultOf(graph({ token }).call({ method: 'POST', path: '/sites/x' }))).toBe('token-invalid_client');
      expect(arrived).toEqual([]);
    });

    it('says nothing of a fault’s own text, which may quote what was sent', async () => {
      const transport = () => Promise.reject(new Error('could not send {"Words":"..."}'));
      const error: unknown = await graph({ transport })
        .call({ method: 'GET', path: '/x' })
        .catch((thrown: unknown) => thrown);
      expect(String(error)).toBe('GraphUnreachable: Microsoft Graph gave no answer (Error)');
    });
  });

  describe('and the tenant’s budget', () => {
    const rested = (seconds: number) => expect(budget.wait(1)).toBeCloseTo(seconds, 0);

    it('charges what a call costs, refused and unanswered ones too', async () => {
      budget.spend(1_244)();
      for (const answer of [json(201, {}), json(404, {}), (response: ServerResponse) => void response.destroy()]) {
        expect(budget.wait(2)).toBe(0);
        respond = answer;
        await graph()
          .call({ method: 'POST', path: '/sites/x/lists/y/items', body: {} })
          .catch(() => undefined);
      }
      expect(budget.wait(1)).toBeGreaterThan(50);
    });

    it('lets no call leave while SharePoint asks to be left alone', async () => {
      respond = json(429, {}, { 'Retry-After': '60', 'RateLimit-Reset': '90' });
      await get();
      rested(90);
      expect(await faultOf(graph({ timeoutMs: 50 }).call({ method: 'GET', path: '/sites/x' }))).toBe('timeout');
      expect(arrived).toHaveLength(1);
    });

    it('keeps a call until there is room for it, and asks then', async () => {
      budget.rest(0.3);
      const started = performance.now();
      expect(await get()).toMatchObject({ status: 200 });
      expect(performance.now() - started).toBeGreaterThan(250);
      expect(arrived).toHaveLength(1);
    });

    it('asks at once what SharePoint does not answer', async () => {
      budget.rest(60);
      expect(await get('/users/x')).toMatchObject({ status: 200 });
    });
  });

  it('tells of each call its method, status and time, and neither address nor content', async () => {
    respond = json(201, { id: '7' });
    await graph().call({
      method: 'POST',
      path: '/sites/secret-site/lists',
      body: { fields: { Words: 'secret words' } },
    });
    respond = (response) => void response.destroy();
    await get('/sites/secret-site').catch(() => undefined);
    expect(calls).toEqual([
      {
        method: 'POST',
        route: '/sites/{}/lists',
        status: 201,
        ms: expect.any(Number),
        requestId: arrived[0]?.headers['client-request-id'],
      },
      {
        method: 'GET',
        route: '/sites/{}',
        code: expect.any(String),
        ms: expect.any(Number),
        requestId: arrived[1]?.headers['client-request-id'],
      },
    ]);
    expect(JSON.stringify(calls)).not.toContain('secret');
  });
});
