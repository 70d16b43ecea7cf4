import { afterEach, expect, it } from 'vitest';
import type { AppParts } from '../../../src/http/app.ts';
import { problems } from '../../../src/perform/problem.ts';
import { startTabApi, type TabApi } from '../../support/tab-api.ts';

let api: TabApi;
afterEach(() => api.close());

/** What a person gets, and what the log gets, when everything behind the door ends so. */
async function failWith(parts: Partial<AppParts>) {
  api = await startTabApi(parts);
  const answer = await fetch(`${api.origin}/api/desk`, { headers: { authorization: api.authorization } });
  return { status: answer.status, body: (await answer.json()) as Record<string, string>, lines: api.lines };
}

class Refusal extends Error {
  override readonly name = 'SqliteError';
  readonly code = 'SQLITE_FULL';
  readonly status = 404;
}

it('a thrown error is answered with a number that the log knows, and with no word of its own', async () => {
  const { status, body, lines } = await failWith({ read: () => Promise.reject(new Refusal('Amelia was seen crying')) });
  const incident = /Number: ([0-9a-f]{8})\.$/.exec(body['message'] ?? '')?.[1];
  expect(status).toBe(500);
  expect(body).toEqual({ code: 'broken', message: `${problems.broken} Number: ${String(incident)}.` });
  expect(lines).toEqual([{ level: 'error', event: 'http.broken', incident, name: 'SqliteError', code: 'SQLITE_FULL' }]);
});

it.each<[string, Error]>([
  ['a text', 'Amelia was seen crying' as unknown as Error],
  ['nothing', undefined as unknown as Error],
  ['an error whose code is a sentence', Object.assign(new Error(), { code: 'Amelia was seen crying' })],
  ['an error whose name is a sentence', Object.assign(new Error(), { name: 'Amelia was seen crying' })],
])('what was thrown may be %s: no word of it reaches the answer or the log', async (_what, thrown) => {
  const { status, body, lines } = await failWith({ read: () => Promise.reject(thrown) });
  expect(status).toBe(500);
  expect(JSON.stringify([body, lines])).not.toContain('Amelia');
  expect(lines).toHaveLength(1);
});

it('an error that breaks out before a promise exists is caught too', async () => {
  const { status } = await failWith({
    read: () => {
      throw new Error('at once');
    },
  });
  expect(status).toBe(500);
});

it('a result that says broken gets its number as well', async () => {
  const { status, body, lines } = await failWith({ read: async () => ({ ok: false, problem: { code: 'broken' } }) });
  expect(status).toBe(500);
  expect(body['message']).toMatch(/Number: [0-9a-f]{8}\.$/);
  expect(lines).toMatchObject([{ event: 'http.broken', name: 'Broken' }]);
});

it('two failures bear two numbers', async () => {
  api = await startTabApi({ read: () => Promise.reject(new Error('again')) });
  for (const path of ['/api/desk', '/api/things']) {
    await fetch(api.origin + path, { headers: { authorization: api.authorization } });
  }
  expect(new Set(api.lines.map((line) => line['incident'])).size).toBe(2);
});

it('a failure of the bot’s door is answered in the same way', async () => {
  api = await startTabApi({ botHandler: () => Promise.reject(new Error('bot')) });
  const answer = await fetch(`${api.origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  });
  expect(answer.status).toBe(500);
  expect(await answer.json()).toMatchObject({ code: 'broken' });
});

it('a failure in the middle of an answer ends the connection, so that half an answer is not taken for a whole one', async () => {
  api = await startTabApi({
    botHandler: (_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half');
      throw new Error('midway');
    },
  });
  const headers = { 'content-type': 'application/json' };
  const half = fetch(`${api.origin}/api/messages`, { method: 'POST', headers, body: '{}' }).then((answer) =>
    answer.text(),
  );
  await expect(half).rejects.toThrow();
  expect(api.lines).toMatchObject([{ event: 'http.broken' }]);
});
