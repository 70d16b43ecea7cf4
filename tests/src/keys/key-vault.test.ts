import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createTokenSource } from '../../../src/graph/token.ts';
import { keyVaultAddress } from '../../../src/keys/key-vault-address.ts';
import { createKeyVault, type KeyVault } from '../../../src/keys/key-vault.ts';
import { demo } from '../../../src/local/cast.ts';
import type { Transport } from '../../../src/ports/transport.ts';
import { sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

const key = `https://${demo.keyVaultHost}/keys/${demo.keyVaultKey}`;
let tenant: SharePointTenant;
let asked: { method: string; url: string; authorization: string | null }[];
const transport: Transport = (input, init) => {
  const request = new Request(input, init);
  asked.push({ method: request.method, url: request.url, authorization: request.headers.get('authorization') });
  return tenant.transport(input, init);
};
const vaultAs = (clientId: string = demo.apiAppId): KeyVault => {
  const identity = { tenantId: demo.tenantId, clientId, mode: 'local', localSecret: 'any' } as const;
  const token = createTokenSource(identity, tenant.transport, 'https://vault.azure.net');
  return createKeyVault({ key, token, transport, pauseMs: [1, 1] });
};
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error as { readonly code?: string }).code,
  );

beforeAll(async () => {
  tenant = await sharePointTenant();
});
afterAll(() => tenant.close());
beforeEach(() => {
  asked = [];
  tenant.tenant.core.keyVault.breakWith(undefined);
  tenant.tenant.core.keyVault.allow(demo.apiAppId);
});

describe('a key in Key Vault', () => {
  it('wraps and unwraps over its documented calls, and what is wrapped shows nothing', async () => {
    const vault = vaultAs();
    const secret = randomBytes(32);
    const kid = await vault.newest();
    const wrapped = await vault.wrap(kid, secret);
    expect(Buffer.from(wrapped.value, 'base64url')).toHaveLength(256);
    expect(Buffer.from(wrapped.value, 'base64url').includes(secret)).toBe(false);
    expect(await vault.unwrap(wrapped)).toEqual(secret);
    expect(asked.map(({ method, url }) => `${method} ${url.replace(kid, '{kid}')}`)).toEqual([
      `GET ${key}?api-version=7.4`,
      'POST {kid}/wrapkey?api-version=7.4',
      'POST {kid}/unwrapkey?api-version=7.4',
    ]);
    expect(asked.every(({ authorization }) => /^Bearer ey/.test(authorization ?? ''))).toBe(true);
  });

  it('opens what an older version wrapped, after a newer one is there', async () => {
    const vault = vaultAs();
    const old = await vault.newest();
    const wrapped = await vault.wrap(old, Buffer.alloc(32, 7));
    tenant.tenant.core.keyVault.keys.rotate(demo.keyVaultKey);
    expect(await vault.newest()).not.toBe(old);
    expect(await vault.unwrap(wrapped)).toEqual(Buffer.alloc(32, 7));
  });

  it('says what is wrong in words that say what to do', async () => {
    const { keyVault } = tenant.tenant.core;
    const vault = vaultAs();
    const kid = await vault.newest();
    const wrapped = await vault.wrap(kid, Buffer.alloc(32, 7));
    expect(await faultOf(vault.unwrap({ ...wrapped, value: Buffer.alloc(256, 1).toString('base64url') }))).toBe(
      'refused',
    );
    expect(await faultOf(vault.unwrap({ ...wrapped, kid: `${key}/${'0'.repeat(32)}` }))).toBe('not-found');
    keyVault.keys.setEnabled(demo.keyVaultKey, kid.slice(-32), false);
    expect(await faultOf(vault.unwrap(wrapped))).toBe('disabled');
    keyVault.keys.setEnabled(demo.keyVaultKey, kid.slice(-32), true);
    keyVault.allow();
    expect(await faultOf(vault.unwrap(wrapped))).toBe('forbidden');
    await expect(vault.unwrap(wrapped)).rejects.toThrow('Key Vault Crypto Service Encryption User');
    expect(await faultOf(vaultAs('6b1c7a1e-0000-4000-8000-000000000000').newest())).toBe('no-token');
  });

  it('asks a busy vault again, and follows no redirect', async () => {
    const { keyVault } = tenant.tenant.core;
    keyVault.breakWith(503);
    expect(await faultOf(vaultAs().newest())).toBe('unreachable');
    expect(asked).toHaveLength(3);
    keyVault.breakWith(302);
    expect(await faultOf(vaultAs().newest())).toBe('unreadable');
    expect(asked).toHaveLength(4);
  });

  it('sends its token to no other vault and no other key, whatever a file says', async () => {
    const vault = vaultAs();
    const version = (await vault.newest()).slice(-32);
    asked = [];
    for (const kid of [
      `https://evil.vault.azure.net/keys/${demo.keyVaultKey}/${version}`,
      `https://${demo.keyVaultHost}/keys/another/${version}`,
      `${key}/${version}/unwrapkey`,
      `http://${demo.keyVaultHost}/keys/${demo.keyVaultKey}/${version}`,
      key,
    ])
      expect(await faultOf(vault.unwrap({ kid, alg: 'RSA-OAEP-256', value: 'AAAA' }))).toBe('another-key');
    expect(asked).toEqual([]);
  });
});

it('takes addresses of Azure’s public cloud, and nothing that looks like one', () => {
  expect(keyVaultAddress('https://School-KV.vault.azure.net/keys/Lantern')).toEqual({
    key: 'https://school-kv.vault.azure.net/keys/lantern',
  });
  for (const text of [
    'http://school.vault.azure.net/keys/lantern',
    'https://school.vault.azure.net.evil.example/keys/lantern',
    'https://evil.example/school.vault.azure.net/keys/lantern',
    'https://school.vault.azure.net@evil.example/keys/lantern',
    'https://school.vault.azure.net:8443/keys/lantern',
    'https://school.vault.azure.net/secrets/lantern',
    'https://school.vault.azure.net/keys/lantern?x=1',
    'https://a.b.vault.azure.net/keys/lantern',
    'https://vault.azure.net/keys/lantern',
    'https://school.vault.azure.net/keys/lantern/1',
    '\nhttps://school.vault.azure.net/keys/lantern',
    'https://school.vault.azure.net/keys/lantern\n',
  ])
    expect(keyVaultAddress(text), text).toBeUndefined();
});
