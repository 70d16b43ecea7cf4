import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tab } from '../../../src/http/tab.ts';
import { startTabApi, type TabApi } from '../../support/tab-api.ts';

const hostOrigin = 'http://localhost:5300';
let api: TabApi;
beforeAll(async () => {
  api = await startTabApi({ config: { LANTERN_MODE: 'local' }, hostOrigin });
});
afterAll(() => api.close());

const get = (path: string, init: RequestInit = {}) => fetch(api.origin + path, init);

/** The nonces of an answer: the policy's and the document's. */
async function nonces(): Promise<readonly string[]> {
  const answer = await get('/tab');
  const policy = answer.headers.get('content-security-policy') ?? '';
  const text = `${policy} ${await answer.text()}`;
  return [...text.matchAll(/nonce[-=]"?([A-Za-z0-9+/=]{24})/g)].map((match) => match[1] ?? '');
}

it('each document has one nonce of its own, in its policy and in its four places', async () => {
  const first = await nonces();
  const second = await nonces();
  expect(first).toHaveLength(4);
  expect(new Set(first).size).toBe(1);
  expect(new Set(second).size).toBe(1);
  expect(first[0]).not.toBe(second[0]);
});

it.each(['/tab', '/tab/', '/tab/concerns/7', '/tab/concerns/7?x=1', '/tab/a.b'])(
  '%s answers the document',
  async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('<!doctype html>');
  },
);

it('the document names the local page that hosts it', async () => {
  expect(await (await get('/tab')).text()).toContain(`<meta name="lantern-host" content="${hostOrigin}">`);
});

it('a script is served, and one that is gone is not found', async () => {
  expect(await (await get('/tab/assets/index-4f2a91c3.js')).text()).toBe('export {};');
  expect((await get('/tab/assets/index-00000000.js')).status).toBe(404);
  expect((await get('/tab/assets')).status).toBe(404);
});

it('a script travels compressed to a browser that takes it so, and plain to one that does not', async () => {
  const script = (encoding: string) =>
    get('/tab/assets/index-4f2a91c3.js', { headers: { 'accept-encoding': encoding } });
  const [small, plain] = [await script('br'), await script('identity')];
  expect([small.headers.get('content-encoding'), await small.text()]).toEqual(['br', 'export {};']);
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, 'export {};']);
});

it('the tab takes no other method than GET', async () => {
  expect((await get('/tab', { method: 'HEAD' })).status).toBe(200);
  const refused = await get('/tab', { method: 'POST' });
  expect([refused.status, refused.headers.get('allow')]).toEqual([405, 'GET']);
});

it('a tab that is not built, or has no place for the host, stops the start', () => {
  const directory = mkdtempSync(join(tmpdir(), 'lantern-no-tab-'));
  try {
    expect(() => tab(directory, undefined)).toThrow('The tab is not built');
    writeFileSync(join(directory, 'index.html'), '<!doctype html>');
    expect(() => tab(directory, undefined)).not.toThrow();
    expect(() => tab(directory, hostOrigin)).toThrow('no empty <meta name="lantern-host">');
  } finally {
    rmSync(directory, { recursive: true });
  }
});
