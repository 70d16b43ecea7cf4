import { request } from 'node:http';
import fc from 'fast-check';
import { base64url } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTabApi, type TabApi } from '../support/tab-api.ts';

let api: TabApi;
beforeAll(async () => {
  api = await startTabApi();
});
afterAll(() => api.close());

/** Sends the header as it is; `fetch` would tidy it. */
const statusFor = (authorization: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    request(`${api.origin}/api/desk`, { headers: { authorization } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    })
      .on('error', reject)
      .end();
  });

const headerCharacter = fc.integer({ min: 0x20, max: 0xff }).filter((code) => code !== 0x7f);
const headerText = fc.array(headerCharacter, { maxLength: 200 }).map((codes) => String.fromCharCode(...codes));
const scheme = fc.constantFrom('', 'Bearer ', 'bearer ', 'BEARER  ');
const json = fc.oneof(fc.json(), fc.constantFrom('{"alg":"RS256","kid":"first"}', '{"alg":"none"}', '[]', 'null', ''));
const part = fc.oneof(
  json.map((text) => base64url.encode(text)),
  fc.base64String(),
);

it('nothing but a genuine token is let in, and nothing breaks the door', async () => {
  expect(await statusFor(api.authorization)).toBe(200);
  await fc.assert(
    fc.asyncProperty(
      scheme,
      fc.oneof(
        headerText,
        fc.tuple(part, part, part).map((parts) => parts.join('.')),
      ),
      async (how, text) => {
        expect(await statusFor(how + text)).toBe(401);
      },
    ),
    { numRuns: 400 },
  );
});

it('a genuine token with any one character changed is refused', async () => {
  // The last character of an RSA signature holds bits that mean nothing.
  const places = fc.integer({ min: 'Bearer '.length, max: api.authorization.length - 2 });
  await fc.assert(
    fc.asyncProperty(places, fc.constantFrom(...'AZaz09-_.+ '), async (at, character) => {
      fc.pre(api.authorization[at] !== character);
      const changed = api.authorization.slice(0, at) + character + api.authorization.slice(at + 1);
      expect(await statusFor(changed)).toBe(401);
    }),
    { numRuns: 300 },
  );
  expect(api.lines.filter((line) => line.level !== 'security')).toEqual([]);
});
