import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDisposition } from '../../src/http/content-disposition.ts';
import { startTabApi, type TabApi } from '../support/tab-api.ts';

let api: TabApi;
beforeAll(async () => {
  api = await startTabApi();
});
afterAll(() => api.close());

const ask = (name: string, init: RequestInit = {}) =>
  fetch(`${api.origin}/api/files/${encodeURIComponent(name)}`, {
    ...init,
    headers: { authorization: api.authorization, ...init.headers },
  });

/** Signs that look like what no file may be called by, and become it where letters are made plain. */
const likeForbidden = fc.constantFrom(...'＂／＼﹨：﹕＊﹡？﹖＜﹤＞﹥｜％﹪℅⁇');

/** The name as a browser reads it, RFC 8187 first (RFC 6266, 4.3). */
const nameIn = (disposition: string) => decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(disposition)?.[1] ?? '');

describe('a file on its way out', () => {
  it('is kept and never shown: an attachment that nothing guesses at, frames, runs or caches', async () => {
    const answer = await ask('Letter.pdf');
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '25',
      'content-disposition': `attachment; filename="Letter.pdf"; filename*=UTF-8''Letter.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect(answer.headers.has('accept-ranges')).toBe(false);
    expect(answer.headers.has('etag')).toBe(false);
    expect((await answer.arrayBuffer()).byteLength).toBe(25);
  });

  it.each([
    ['quotation marks', 'He said "go".pdf', 'He said _go_.pdf', 'He said _go_.pdf'],
    ['a new line and a header of its own', 'a\r\nSet-Cookie: x=1.pdf', 'a__Set-Cookie_ x=1.pdf', undefined],
    ['letters turned round, so that the ending seems another', 'photo\u202efdp.exe', 'photo_fdp.exe', undefined],
    ['a path', '../../etc/passwd', '.._.._etc_passwd', undefined],
    ['an emoji', 'Her 🕯 drawing.jpg', 'Her 🕯 drawing.jpg', 'Her  drawing.jpg'],
    ['half an emoji', 'x\ud83d.jpg', 'x\ufffd.jpg', 'x.jpg'],
    ['marks over letters', 'Zoë Łukasz’s day.docx', 'Zoë Łukasz’s day.docx', 'Zoe ukaszs day.docx'],
    ['signs of the header itself', "100%'*;.txt", "100%'_;.txt", "100_'_;.txt"],
    [
      'signs of full width that come apart into forbidden ones',
      'a＂b／c﹨d：e.pdf',
      'a＂b／c﹨d：e.pdf',
      'a_b_c_d_e.pdf',
    ],
    ['nothing that could be a name', '\u202e ', '_', '_'],
  ])('may be called by a name with %s', async (_what, name, exact, plain) => {
    const answer = await fetch(`${api.origin}/api/files/${encodeURIComponent(Buffer.from(name).toString())}`, {
      headers: { authorization: api.authorization },
    });
    const disposition = answer.headers.get('content-disposition') ?? '';
    expect(nameIn(disposition)).toBe(exact);
    expect(disposition).toContain(`attachment; filename="${plain ?? exact}"; `);
    expect(answer.headers.has('set-cookie')).toBe(false);
  });

  it('has, whatever it is called, one line of plain letters with a name in it that no system refuses', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.oneof(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), likeForbidden),
          maxLength: 60,
        }),
        (name) => {
          const said = contentDisposition(name);
          expect(said).toMatch(
            /^attachment; filename="[^"\\/:*?<>|%\x00-\x1f]+"; filename\*=UTF-8''[\w.~%&$+,;=:@-]+$/,
          );
          expect(nameIn(said)).not.toMatch(/[\x00-\x1f/\\:*?"<>|\u202a-\u202e\u2066-\u2069]/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('a part of a file on its way in', () => {
  const put = (body: BodyInit, headers: Record<string, string> = {}) =>
    ask('1', { method: 'PUT', body, headers: { 'content-type': 'application/octet-stream', ...headers } });
  const bytes = Uint8Array.from([0, 255, 13, 10, 31, 139]);

  it('comes as it is, with the place that it says it has', async () => {
    const answer = await put(bytes, { 'content-range': 'bytes 0-5/6' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({ range: 'bytes 0-5/6', bytes: [...bytes] });
    expect(await (await put(bytes)).json()).toMatchObject({ range: '' });
  });

  it.each([
    ['more than a part', new Uint8Array(65), {}, 413],
    ['what calls itself something else', bytes, { 'content-type': 'application/json' }, 415],
    ['what is packed', bytes, { 'content-encoding': 'gzip' }, 415],
  ])('is refused as %s', async (_what, body, headers, status) => {
    const answer = await put(body, headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code: 'invalid-input' });
  });

  it('is not read before the token is checked', async () => {
    const answer = await put(new Uint8Array(65), { authorization: 'Bearer none' });
    expect(answer.status).toBe(401);
  });

  it('is taken by PUT and by nothing else', async () => {
    for (const method of ['POST', 'PATCH', 'DELETE']) {
      const answer = await ask('1', { method });
      expect(answer.status).toBe(405);
      expect(answer.headers.get('allow')).toBe('GET, PUT');
    }
  });
});
