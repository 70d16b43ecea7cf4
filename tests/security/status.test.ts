import { once } from 'node:events';
import type { Server } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { createStatusServer } from '../../src/http/status-server.ts';
import { listen } from '../../src/http/listen.ts';
import { settingsOf } from '../manifest/settings-of.ts';
import { startTabApi, type TabApi } from '../support/tab-api.ts';

let works = true;
let server: Server;
let origin: string;
let api: TabApi;
beforeAll(async () => {
  server = createStatusServer(async () => {
    if (!works) throw new Error('Ellie Marsden');
    return { filing: { waiting: 3 } };
  });
  origin = (await listen(server, 0, '127.0.0.1')).replace('localhost', '127.0.0.1');
  api = await startTabApi();
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await Promise.all([once(server, 'close'), api.close()]);
});

it('operators are shown the status at one address, to one method', async () => {
  const answer = await fetch(`${origin}/status`);
  expect([answer.status, await answer.json()]).toEqual([200, { filing: { waiting: 3 } }]);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect((await fetch(`${origin}/status`, { method: 'POST', body: 'x' })).status).toBe(405);
});

it.each(['/', '/status/', '/status?x', '/STATUS', '/api/desk', '/live', '/api/messages'])(
  'the operators’ door has nothing at %s',
  async (path) => {
    expect((await fetch(origin + path)).status).toBe(404);
  },
);

it('a fault says nothing of itself', async () => {
  works = false;
  const answer = await fetch(`${origin}/status`);
  expect([answer.status, await answer.text()]).toEqual([503, '{"code":"busy"}']);
});

it('the door that the world knows has no status', async () => {
  expect((await fetch(`${api.origin}/status`)).status).toBe(404);
  expect((await fetch(`${api.origin}/status`, { headers: { authorization: api.authorization } })).status).toBe(404);
});

it('the operators’ door opens on one address only, and on none unasked', () => {
  const local = settingsOf('local');
  expect(readConfig(local)).toMatchObject({ LANTERN_STATUS_HOST: '127.0.0.1' });
  expect(readConfig(local).LANTERN_STATUS_PORT).toBeUndefined();
  for (const everywhere of ['0.0.0.0', '::'])
    expect(() => readConfig({ ...local, LANTERN_STATUS_HOST: everywhere })).toThrow(/LANTERN_STATUS_HOST/);
});
