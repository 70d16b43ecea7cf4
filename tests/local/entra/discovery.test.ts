import { createLocalJWKSet, decodeJwt, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { expect, it } from 'vitest';
import { castMember, demo } from '../../../src/local/cast.ts';
import { localTransport } from '../../../src/local/transport.ts';
import { aTenant } from '../a-tenant.ts';

const login = 'https://login.microsoftonline.com';

async function anEntra() {
  const { origin, core } = await aTenant();
  const transport = localTransport(origin);
  const get = async (path: string) => (await (await transport(`${login}${path}`)).json()) as Record<string, unknown>;
  const keys = async () =>
    createLocalJWKSet((await get(`/${demo.tenantId}/discovery/v2.0/keys`)) as unknown as JSONWebKeySet);
  return { core, get, keys };
}

it('describes itself under the addresses of Microsoft', async () => {
  const { get } = await anEntra();
  expect(await get(`/${demo.tenantId}/v2.0/.well-known/openid-configuration`)).toMatchObject({
    issuer: `${login}/${demo.tenantId}/v2.0`,
    jwks_uri: `${login}/${demo.tenantId}/discovery/v2.0/keys`,
    token_endpoint: `${login}/${demo.tenantId}/oauth2/v2.0/token`,
  });
  const common = await get('/common/v2.0/.well-known/openid-configuration');
  expect([common['issuer'], common['jwks_uri']]).toEqual([
    `${login}/{tenantid}/v2.0`,
    `${login}/common/discovery/v2.0/keys`,
  ]);
  expect((await get(`/${demo.teamsAppId}/v2.0/.well-known/openid-configuration`))['error']).toBe('invalid_tenant');
});

it("signs a person's token for the tab API with the claims of version 2.0", async () => {
  const { core, keys } = await anEntra();
  const priya = castMember('priya');
  const { payload } = await jwtVerify(core.userToken('priya'), await keys(), {
    algorithms: ['RS256'],
    audience: demo.apiAppId,
    issuer: `${login}/${demo.tenantId}/v2.0`,
  });
  expect(payload).toMatchObject({
    tid: demo.tenantId,
    oid: priya.id,
    name: 'Priya Raman',
    preferred_username: priya.userPrincipalName,
    scp: 'access_as_user',
    azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    azpacr: '0',
    ver: '2.0',
    uti: expect.any(String),
  });
  expect(Object.keys(payload)).not.toContain('roles');
  expect(() => core.userToken('nobody')).toThrow();
});

it('mints tokens that are wrong on purpose', async () => {
  const { core, keys } = await anEntra();
  const wrong = core.signUserToken({ tid: 'other', scp: undefined }, { kid: 'unknown', alg: 'none' });
  expect(decodeProtectedHeader(wrong)).toEqual({ typ: 'JWT', alg: 'none', kid: 'unknown' });
  expect([decodeJwt(wrong)['tid'], decodeJwt(wrong)['scp']]).toEqual(['other', undefined]);
  await expect(jwtVerify(wrong, await keys())).rejects.toThrow();
  expect(decodeJwt(core.userToken({ oid: 'somebody' }))['oid']).toBe('somebody');
});

it('publishes a new key when it is rotated and keeps the old one', async () => {
  const { core, keys } = await anEntra();
  const before = core.userToken('daniel');
  core.entraKeys.rotate();
  const after = core.userToken('daniel');
  expect(decodeProtectedHeader(after).kid).not.toBe(decodeProtectedHeader(before).kid);
  for (const token of [before, after]) expect((await jwtVerify(token, await keys())).payload['ver']).toBe('2.0');
});

it('publishes no private part of a key', async () => {
  const { get } = await anEntra();
  const document = await get(`/${demo.tenantId}/discovery/v2.0/keys`);
  expect(Object.keys((document['keys'] as object[])[0] ?? {}).sort()).toEqual([
    'e',
    'issuer',
    'kid',
    'kty',
    'n',
    'use',
    'x5t',
  ]);
});
