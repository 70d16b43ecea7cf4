import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { fetchKeyDocument } from '../../../src/identity/key-document.ts';
import type { Transport } from '../../../src/ports/transport.ts';
import { newKey, startEntraKeys, tenant, type EntraKeys, type SigningKey } from '../../support/entra-keys.ts';

let key: SigningKey;
let entra: EntraKeys;
beforeAll(async () => {
  key = await newKey('first');
});
beforeEach(async () => {
  entra = await startEntraKeys(key);
});
afterEach(() => entra.close());

it('comes from the tenant’s own address, with the ids of its keys', async () => {
  const { ids } = await fetchKeyDocument(entra.transport, tenant);
  expect([...ids]).toEqual(['first']);
  expect(entra.fetched).toEqual([tenant]);
});

it('is asked for as JSON, follows nobody elsewhere, and is not waited for without end', async () => {
  const asked: [unknown, RequestInit | undefined][] = [];
  const noted: Transport = (url, init) => {
    asked.push([url, init]);
    return entra.transport(url, init);
  };
  await fetchKeyDocument(noted, tenant);
  expect(asked).toMatchObject([
    [
      `https://login.microsoftonline.com/${tenant}/discovery/v2.0/keys`,
      { headers: { accept: 'application/json' }, redirect: 'error' },
    ],
  ]);
  expect(asked[0]![1]!.signal).toBeInstanceOf(AbortSignal);
});

it('leaves out a key without an id, which no token can name', async () => {
  const key = { kty: 'RSA', n: 'AQAB', e: 'AQAB' };
  entra.answerWith(200, JSON.stringify({ keys: [key, { ...key, kid: 'named' }] }));
  expect([...(await fetchKeyDocument(entra.transport, tenant)).ids]).toEqual(['named']);
});

it.each([
  [503, 'busy', 'key document answered 503'],
  [404, '{"keys":[]}', 'key document answered 404'],
  [200, '{"keys":[]}', 'key document holds no key'],
])('%d with %j is no document', async (status, body, why) => {
  entra.answerWith(status, body);
  await expect(fetchKeyDocument(entra.transport, tenant)).rejects.toThrow(why);
});
