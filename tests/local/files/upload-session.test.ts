import { expect, it } from 'vitest';
import { aLibrary, bytesOf, type Library } from './a-library.ts';

const grain = 327_680;
const file = bytesOf(3 * grain + 17);

async function begin(library: Library, path = '/root:/big.bin:', item?: object, rest: object = {}) {
  const reply = await library.onDrive('POST', `${path}/createUploadSession`, {
    body: { ...(item && { item }), ...rest },
  });
  return { reply, url: String(reply.body['uploadUrl']) };
}
const ranges = (length: number, size: number) =>
  Array.from({ length: Math.ceil(length / size) }, (_, n) => [n * size, Math.min(length, (n + 1) * size)] as const);
const next = (body: unknown) => (body as { nextExpectedRanges: readonly string[] }).nextExpectedRanges;
const names = async (library: Library) =>
  (await library.onDrive('GET', '/root/children')).body.value.map((item) => item['name']);

it('takes a file range by range, shows nothing of it before the last, and answers with the file', async () => {
  const library = await aLibrary();
  const { reply, url } = await begin(library);
  expect([reply.status, Object.keys(reply.body)]).toEqual([200, ['uploadUrl', 'expirationDateTime']]);
  expect(url).toMatch(/^https:\/\/kestrelvale\.sharepoint\.com\/sites\/.*\/_api\/v2\.0\//);
  for (const [from, to] of ranges(file.length, grain)) {
    expect(await names(library)).toEqual([]);
    const answer = await library.range(url, file, from, to);
    if (to < file.length) expect([answer.status, next(answer.body)]).toEqual([202, [`${to}-`]]);
    else expect([answer.status, answer.body['name'], answer.body['size']]).toEqual([201, 'big.bin', file.length]);
  }
  expect((await library.content('big.bin')).equals(file)).toBe(true);
  expect((await library.outside('GET', url)).status).toBe(404);
});

it('says what has not come yet, also after a restart, and goes on from there', async () => {
  const first = await aLibrary();
  const { url } = await begin(first);
  expect(next((await first.outside('GET', url)).body)).toEqual(['0-']);
  await first.range(url, file, 0, grain);
  await first.close();
  const second = await aLibrary({ dataDir: first.dataDir });
  expect(next((await second.outside('GET', url)).body)).toEqual([`${grain}-${file.length - 1}`]);
  expect((await second.range(url, file, grain, 3 * grain)).status).toBe(202);
  expect((await second.range(url, file, 3 * grain, file.length)).status).toBe(201);
  expect((await second.content('big.bin')).equals(file)).toBe(true);
});

it.each([
  ['a range that came before', 0, grain, 416],
  ['a range that is not the next', 2 * grain, 3 * grain, 416],
  ['a range that overlaps with what came', grain - 1, 2 * grain - 1, 416],
  ['a length that is no multiple of 320 KiB', grain, 2 * grain - 1, 400],
])('refuses %s, and keeps what it has', async (_, from, to, status) => {
  const library = await aLibrary();
  const { url } = await begin(library);
  await library.range(url, file, 0, grain);
  expect((await library.range(url, file, from, to)).status).toBe(status);
  expect(next((await library.outside('GET', url)).body)).toEqual([`${grain}-${file.length - 1}`]);
});

it('refuses a range of another file, one whose length is not what it says, and one without a place', async () => {
  const library = await aLibrary();
  const { url } = await begin(library, undefined, { fileSize: file.length });
  const put = async (range: string | undefined, length: number) =>
    (
      await library.outside('PUT', url, {
        body: file.subarray(0, length),
        headers: range === undefined ? {} : { 'content-range': range },
      })
    ).status;
  expect(await put(`bytes 0-${grain - 1}/${file.length + 1}`, grain)).toBe(400);
  expect(await put(`bytes 0-${grain - 1}/${file.length}`, grain - 1)).toBe(400);
  expect(await put(`bytes 0-${file.length}/${file.length}`, file.length)).toBe(400);
  expect(await put(undefined, grain)).toBe(400);
  expect(await put(`bytes 0-${grain - 1}/${file.length}`, grain)).toBe(202);
});

it('refuses a range of 60 MiB', async () => {
  const library = await aLibrary();
  const { url } = await begin(library);
  const large = Buffer.alloc(60 * 1_048_576);
  expect((await library.range(url, large, 0, large.length)).status).toBe(413);
});

it('refuses a token at the upload address, another secret, and an upload that nobody began', async () => {
  const library = await aLibrary();
  const { url } = await begin(library);
  for (const method of ['PUT', 'GET', 'DELETE'])
    expect((await library.outside(method, url, { headers: { authorization: 'Bearer x' } })).status).toBe(401);
  expect((await library.outside('GET', url.replace(/tempauth=.*/, 'tempauth=v1.x'))).status).toBe(401);
  expect((await library.outside('GET', url.replace(/guid='[0-9a-f]{8}/, "guid='00000000"))).status).toBe(404);
  expect((await library.outside('GET', 'https://kestrelvale.sharepoint.com/sites/other')).status).toBe(404);
});

it('forgets an upload that was cancelled, and one whose time is over; each range begins the time anew', async () => {
  const clock = { now: Date.now() };
  const library = await aLibrary({ now: () => clock.now });
  const { url } = await begin(library);
  expect((await library.outside('DELETE', url)).status).toBe(204);
  expect((await library.range(url, file, 0, grain)).status).toBe(404);

  const { reply, url: other } = await begin(library);
  const life = Date.parse(String(reply.body['expirationDateTime'])) - clock.now;
  clock.now += life - 1;
  expect((await library.range(other, file, 0, grain)).status).toBe(202);
  clock.now += life - 1;
  expect((await library.outside('GET', other)).status).toBe(200);
  clock.now += 1;
  expect((await library.outside('GET', other)).status).toBe(404);
  expect(await names(library)).toEqual([]);
});

it('refuses, replaces or renames when the name is taken, as it is told', async () => {
  const library = await aLibrary();
  await library.onDrive('PUT', '/root:/big.bin:/content', { body: bytesOf(5) });
  for (const item of [undefined, { '@microsoft.graph.conflictBehavior': 'fail' }]) {
    const { reply } = await begin(library, undefined, item);
    expect([reply.status, reply.body.error.code]).toEqual([409, 'nameAlreadyExists']);
  }
  const send = async (word: string) => {
    const { url } = await begin(library, undefined, { '@microsoft.graph.conflictBehavior': word });
    const { status, body } = await library.range(url, file, 0, file.length);
    return [status, body['name']];
  };
  expect(await send('rename')).toEqual([201, 'big 1.bin']);
  expect(await send('replace')).toEqual([200, 'big.bin']);
  expect((await library.content('big.bin')).equals(file)).toBe(true);
});

it('refuses the last range when the name was taken meanwhile, keeps the upload, and leaves the other file', async () => {
  const library = await aLibrary();
  const { url } = await begin(library);
  await library.range(url, file, 0, 3 * grain);
  await library.onDrive('PUT', '/root:/big.bin:/content', { body: bytesOf(5) });
  const refused = await library.range(url, file, 3 * grain, file.length);
  expect([refused.status, refused.body.error.code]).toEqual([409, 'nameAlreadyExists']);
  expect(next((await library.outside('GET', url)).body)).toEqual([]);
  expect((await library.content('big.bin')).equals(bytesOf(5))).toBe(true);
});

it('replaces the content of a file by its id, unless the file is gone by then', async () => {
  const library = await aLibrary();
  const { body: made } = await library.onDrive('PUT', '/root:/a.bin:/content', { body: bytesOf(5) });
  const { url } = await begin(library, `/items/${made.id}`);
  expect((await library.range(url, file, 0, file.length)).body.id).toBe(made.id);
  const { url: late } = await begin(library, `/items/${made.id}`);
  await library.onDrive('DELETE', `/items/${made.id}`);
  expect((await library.range(late, file, 0, file.length)).status).toBe(404);
  expect(await names(library)).toEqual([]);
});

it.each([
  ['deferCommit', undefined, { deferCommit: true }, 501],
  ['another name than the path’s', { name: 'other.bin' }, {}, 400],
  ['what it does not know', { description: 'x' }, {}, 400],
])('refuses an upload with %s', async (_, item, rest, status) => {
  expect((await begin(await aLibrary(), undefined, item, rest)).reply.status).toBe(status);
});

it('lets faults strike ranges too: carried out without an answer, not carried out, or refused', async () => {
  const library = await aLibrary();
  const { url } = await begin(library);
  const status = async () => next((await library.outside('GET', url)).body)[0];
  const strike = (kind: 'lost-reply' | 'reset' | 'throttle' | 'gateway-timeout') =>
    library.core.faults.setRules([{ kind, match: { method: 'PUT', pathContains: 'uploadSession' }, times: 1 }]);
  strike('reset');
  await expect(library.range(url, file, 0, grain)).rejects.toThrow();
  expect(await status()).toBe('0-');
  strike('lost-reply');
  await expect(library.range(url, file, 0, grain)).rejects.toThrow();
  expect(await status()).toBe(`${grain}-${file.length - 1}`);
  strike('throttle');
  const throttled = await library.range(url, file, grain, 2 * grain);
  expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '1']);
  strike('gateway-timeout');
  expect((await library.range(url, file, grain, file.length)).status).toBe(504);
  expect((await library.outside('GET', url)).status).toBe(404);
  expect((await library.content('big.bin')).equals(file)).toBe(true);
});

it('counts ranges against what the application may spend', async () => {
  const library = await aLibrary({ licences: 1 });
  const { url } = await begin(library);
  await library.range(url, file, 0, grain);
  expect(library.core.ledger.entries().at(-1)).toMatchObject({
    method: 'PUT',
    url: expect.stringMatching(/^https:\/\/kestrelvale\.sharepoint\.com\/.*tempauth=-$/),
    body: { bytes: grain },
    status: 202,
    ru: 2,
  });
  let last = 0;
  for (let n = 0; n < 1_300 && last !== 429; n++) last = (await library.outside('GET', url)).status;
  expect(last).toBe(429);
});
