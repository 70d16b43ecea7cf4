import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTabApi, type TabApi } from '../support/tab-api.ts';

let api: TabApi;
beforeAll(async () => {
  api = await startTabApi();
});
afterAll(() => api.close());

/** What says nothing about safety, or differs each time. */
const incidental = ['connection', 'content-length', 'date', 'keep-alive', 'last-modified', 'etag', 'accept-ranges'];

async function headersOf(path: string, init: RequestInit = {}): Promise<Record<string, string>> {
  const answer = await fetch(api.origin + path, init);
  await answer.arrayBuffer();
  return Object.fromEntries([...answer.headers].filter(([name]) => !incidental.includes(name)));
}

const everywhere = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'referrer-policy': 'no-referrer',
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-xss-protection': '0',
};
const closed = {
  ...everywhere,
  'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
  'x-frame-options': 'DENY',
};
/** What a signed-in person gets also tells the time at the school, and how many seconds ago SharePoint was last checked. */
const timed = { 'lantern-checked': '40', 'lantern-now': '2026-12-10T08:05:00.000Z' };
const json = { ...closed, 'cache-control': 'no-store', 'content-type': 'application/json; charset=utf-8' };

describe('the headers of', () => {
  it('a look', async () => {
    expect(await headersOf('/api/desk', { headers: { authorization: api.authorization } })).toEqual({
      ...json,
      ...timed,
    });
  });

  it('an act', async () => {
    const headers = { authorization: api.authorization, 'content-type': 'application/json' };
    const body = JSON.stringify({ form: 'ab'.repeat(16) });
    expect(await headersOf('/api/things/1', { method: 'POST', headers, body })).toEqual({ ...json, ...timed });
  });

  it('a refusal without a token', async () => {
    expect(await headersOf('/api/desk')).toEqual({ ...json, 'www-authenticate': 'Bearer' });
  });

  it('an act under a wrong method', async () => {
    const headers = { authorization: api.authorization };
    expect(await headersOf('/api/things/1', { method: 'DELETE', headers })).toEqual({
      ...json,
      ...timed,
      allow: 'GET, POST',
    });
  });

  it('the bot’s door', async () => {
    const headers = { 'content-type': 'application/json' };
    expect(await headersOf('/api/messages', { method: 'POST', headers, body: '{}' })).toEqual(json);
  });

  it.each(['GET', 'POST'])('the door for people outside, asked by %s', async (method) => {
    const headers = await headersOf(`/outside/${'a'.repeat(32)}`, { method });
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toMatch(
      /^default-src 'none';style-src 'sha256-[\w+/=]{44}';form-action 'self';frame-ancestors 'none';base-uri 'none'$/,
    );
    expect(headers).toEqual({
      ...{ ...closed, 'content-security-policy': policy, 'cache-control': 'no-store' },
      ...{ 'content-type': 'text/html; charset=utf-8', 'x-robots-tag': 'noindex, nofollow, noarchive' },
    });
  });

  it.each(['/live', '/ready', '/', '/api', '/elsewhere', '/tab/assets/gone.js'])('%s', async (path) => {
    const expected = path === '/api' ? { ...json, 'www-authenticate': 'Bearer' } : json;
    expect(await headersOf(path)).toEqual(expected);
  });

  it('a script of the tab, which may be kept for ever', async () => {
    expect(await headersOf('/tab/assets/index-4f2a91c3.js')).toEqual({
      ...closed,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: 'Accept-Encoding',
      'content-type': 'text/javascript; charset=utf-8',
    });
  });

  it('the tab’s document, which Teams frames and nothing else does', async () => {
    const found = await headersOf('/tab/concerns/1');
    const policy = found['content-security-policy'] ?? '';
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(nonce).toMatch(/^[A-Za-z0-9+/]{22}==$/);
    expect(found).toEqual({
      ...everywhere,
      'cache-control': 'no-store',
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': [
        "default-src 'none'",
        `script-src 'self' 'nonce-${nonce}'`,
        `style-src 'self' 'nonce-${nonce}'`,
        "connect-src 'self' https://res.cdn.office.net",
        "img-src 'self' data:",
        'frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft',
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    });
  });
});

it('no other origin is let in, whoever asks', async () => {
  const asking = { origin: 'https://attacker.example', 'access-control-request-method': 'POST' };
  const before = await fetch(`${api.origin}/api/desk`, { method: 'OPTIONS', headers: asking });
  const after = await fetch(`${api.origin}/api/desk`, { headers: { ...asking, authorization: api.authorization } });
  expect(before.status).toBe(401);
  expect(after.status).toBe(200);
  const named = [...before.headers.keys(), ...after.headers.keys()];
  expect(named.filter((name) => name.startsWith('access-control'))).toEqual([]);
});

it('in local mode no browser is told to use https only, and the local page may frame the tab', async () => {
  const local = await startTabApi({ config: { LANTERN_MODE: 'local' }, hostOrigin: 'http://localhost:5300' });
  try {
    const answer = await fetch(`${local.origin}/tab`);
    expect(answer.headers.get('strict-transport-security')).toBeNull();
    expect(answer.headers.get('content-security-policy')).toContain(
      'frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft http://localhost:5300;',
    );
  } finally {
    await local.close();
  }
});
