import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBotCredentials } from '../../../bot/framework/credentials.ts';
import { managedIdentity } from '../../../src/graph/managed-identity.ts';
import { createTokenSource } from '../../../src/graph/token.ts';
import { demo } from '../../../src/local/cast.ts';
import type { Transport } from '../../../src/ports/transport.ts';
import { sharePointTenant, type SharePointTenant } from '../../support/sharepoint-tenant.ts';

const identityId = '6b1c7a1e-eeee-4eee-8eee-000000000001';
const header = 'only this container knows it';
let sharePoint: SharePointTenant;
let asked: { url: string; header: string | undefined }[];
let answer: { status: number; body: unknown };
let endpoint: string;
let stop: () => void;

/** What Azure answers at the container's own address; signed, as Entra does, and the local Entra reads its claims only. */
async function statement(clientId: string): Promise<string> {
  const claims = { iss: clientId, sub: clientId, aud: `https://login.microsoftonline.com/${demo.tenantId}/v2.0` };
  return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(Buffer.alloc(32, 1));
}

beforeEach(async () => {
  sharePoint = await sharePointTenant();
  asked = [];
  answer = { status: 200, body: { access_token: await statement(demo.apiAppId) } };
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', header: request.headers['x-identity-header']?.toString() });
    response.writeHead(answer.status, { 'content-type': 'application/json', location: '/elsewhere' });
    response.end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/msi/token`;
  stop = () => server.close();
});
afterEach(async () => {
  stop();
  await sharePoint.close();
});

const settings = () => ({
  LANTERN_MANAGED_IDENTITY_ID: identityId,
  IDENTITY_ENDPOINT: endpoint,
  IDENTITY_HEADER: header,
});
const source = (transport: Transport = sharePoint.transport) =>
  createTokenSource(
    { tenantId: demo.tenantId, clientId: demo.apiAppId, mode: 'production', assertion: managedIdentity(settings())! },
    transport,
  );

describe('a managed identity that vouches for Lantern', () => {
  it('is asked at the container’s own address, and Entra gives a token for what it says', async () => {
    const forms: URLSearchParams[] = [];
    const token = await source(async (input, init) => {
      forms.push(new URLSearchParams(await new Request(input, init).text()));
      return sharePoint.transport(input, init);
    })();
    expect(token).toMatch(/^ey/);
    const { searchParams, pathname } = new URL(asked[0]!.url, endpoint);
    expect(pathname).toBe('/msi/token');
    expect(Object.fromEntries(searchParams)).toEqual({
      'api-version': '2019-08-01',
      resource: 'api://AzureADTokenExchange',
      client_id: identityId,
    });
    expect(asked[0]!.header).toBe(header);
    expect(forms.at(-1)!.get('client_assertion')).toBe((answer.body as { access_token: string }).access_token);
    expect(forms.at(-1)!.has('client_secret')).toBe(false);
  });

  it('vouches for the bot as well', async () => {
    answer = { status: 200, body: { access_token: await statement(demo.botAppId) } };
    const bot = createBotCredentials(
      { appId: demo.botAppId, tenantId: demo.tenantId },
      { assertion: managedIdentity(settings())! },
      sharePoint.transport,
    );
    expect(await bot.token()).toMatch(/^ey/);
    expect(asked).toHaveLength(1);
  });

  it.each([
    ['refuses', { status: 400, body: { error: 'invalid_request' } }],
    ['sends elsewhere', { status: 302, body: {} }],
    ['says nothing', { status: 200, body: {} }],
  ])('gives no token when it %s', async (_what, given) => {
    answer = given;
    await expect(source()()).rejects.toMatchObject({ code: 'no_managed_identity' });
    expect(asked).toHaveLength(1);
  });

  it('is not there unless the settings name it and the platform assigns it', () => {
    expect(managedIdentity({})).toBeUndefined();
    expect(managedIdentity({ ...settings(), IDENTITY_HEADER: undefined })).toBeUndefined();
  });
});
