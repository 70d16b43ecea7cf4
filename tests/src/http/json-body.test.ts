import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it, describe } from 'vitest';
import { startTabApi, type TabApi } from '../../support/tab-api.ts';

let api: TabApi;
beforeAll(async () => {
  api = await startTabApi();
});
afterAll(() => api.close());

const form = '0123456789abcdef0123456789abcdef';
const doors = ['/api/things/c7', '/api/messages'];

const post = (path: string, body: BodyInit | null, headers: Record<string, string> = {}) =>
  fetch(api.origin + path, {
    method: 'POST',
    headers: { authorization: api.authorization, 'content-type': 'application/json', ...headers },
    body,
  });

/** A body of exactly this many bytes. */
const bodyOf = (bytes: number) => {
  const empty = JSON.stringify({ form, words: '' });
  return JSON.stringify({ form, words: 'x'.repeat(bytes - empty.length) });
};

describe.each(doors)('the body of a request to %s', (path) => {
  it.each([
    ['70,000 letters', 'a'.repeat(70_000)],
    ['70,000 emoji', '🕯'.repeat(70_000)],
    ['70,000 quotation marks', '"'.repeat(70_000)],
    ['70,000 control characters', '\u0001'.repeat(70_000)],
  ])('may hold %s', async (_what, words) => {
    expect((await post(path, JSON.stringify({ form, words }))).status).toBe(200);
  });

  it('may hold 70,000 emoji, each written as two escapes', async () => {
    const words = '\\ud83d\\udd6f'.repeat(70_000);
    expect((await post(path, `{"form":"${form}","words":"${words}"}`)).status).toBe(200);
  });

  it('is read up to 1 MB and not a byte further', async () => {
    expect((await post(path, bodyOf(1024 * 1024))).status).toBe(200);
    const refused = await post(path, bodyOf(1024 * 1024 + 1));
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ code: 'invalid-input' });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/json', ''])(
    'is refused as “%s”',
    async (type) => {
      const refused = await post(path, new TextEncoder().encode(`{"form":"${form}"}`), { 'content-type': type });
      expect(refused.status).toBe(415);
      expect(await refused.json()).toMatchObject({ code: 'invalid-input' });
    },
  );

  it('is refused when it is packed: a small one can hide a huge one', async () => {
    const packed = gzipSync(JSON.stringify({ form }));
    expect((await post(path, packed, { 'content-encoding': 'gzip' })).status).toBe(415);
  });

  it.each(['{', '"text"', '7', '{"form":}'])('is refused when it is %s, and is not quoted', async (body) => {
    const refused = await post(path, body);
    expect(refused.status).toBe(400);
    expect(Object.keys((await refused.json()) as object)).toEqual(['code', 'message']);
  });
});

it('a body is not read before the token is checked', async () => {
  const refused = await post('/api/things/c7', bodyOf(2_000_000), { authorization: 'Bearer none' });
  expect(refused.status).toBe(401);
});

it('a faulty body is the sender’s mistake and no incident of ours', async () => {
  api.lines.length = 0;
  await post('/api/things/c7', '{');
  expect(api.lines).toEqual([]);
});
