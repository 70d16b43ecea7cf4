import { SignJWT, decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { aSharedTenant } from '../a-tenant.ts';

const shared = aSharedTenant();

const asked = {
  grant_type: 'client_credentials',
  client_id: demo.apiAppId as string,
  client_secret: 'any',
  scope: 'https://graph.microsoft.com/.default',
};

async function token(form: Record<string, string>, tenant: string = demo.tenantId) {
  const { origin } = shared();
  const answer = await fetch(`${origin}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

it.each([
  [
    demo.apiAppId,
    [
      ...['Sites.Selected', 'EduRoster.Read.All', 'GroupMember.Read.All', 'Calendars.ReadWrite'],
      ...['OnlineMeetings.Read.All', 'OnlineMeetingTranscript.Read.All'],
    ],
  ],
  [demo.provisionAppId, ['Sites.Manage.All']],
  [demo.botAppId, undefined],
])('gives application %s a Graph token with its own roles', async (clientId, roles) => {
  const { status, body } = await token({ ...asked, client_id: clientId });
  expect([status, body['token_type'], body['expires_in']]).toEqual([200, 'Bearer', 3599]);
  expect(decodeJwt(String(body['access_token']))['roles']).toEqual(roles);
});

it('names Graph in the audience as the scope did', async () => {
  const { body } = await token({ ...asked, scope: '00000003-0000-0000-c000-000000000000/.default' });
  expect(decodeJwt(String(body['access_token'])).aud).toBe('00000003-0000-0000-c000-000000000000');
});

it.each([
  ['an unknown application', { client_id: demo.tenantId }, 400, 'unauthorized_client', 700016],
  ['no credential', { client_secret: '' }, 401, 'invalid_client', 7000218],
  ['a scope without .default', { scope: 'https://graph.microsoft.com/Sites.Read.All' }, 400, 'invalid_scope', 1002012],
  ['a resource that nobody knows', { scope: 'https://example.com/.default' }, 400, 'invalid_scope', 1002012],
  ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
])('refuses %s as Entra does', async (_, change, status, error, number) => {
  const refused = await token({ ...asked, ...change });
  expect(refused).toMatchObject({
    status,
    body: { error, error_codes: [number], error_description: expect.stringContaining(`AADSTS${number}`) },
  });
});

it('refuses another tenant', async () => {
  expect((await token(asked, demo.teamsAppId)).body['error_codes']).toEqual([90002]);
});

it.each([
  ['of another client', { iss: demo.botAppId }],
  ['for another tenant', { aud: 'https://login.microsoftonline.com/other/oauth2/v2.0/token' }],
  ['that has expired', { exp: 1_000 }],
])('refuses a client assertion %s', async (_, change) => {
  const claims = {
    iss: demo.apiAppId,
    sub: demo.apiAppId,
    aud: `https://login.microsoftonline.com/${demo.tenantId}/oauth2/v2.0/token`,
    exp: 4_000_000_000,
  };
  const sign = (payload: object) =>
    new SignJWT({ ...payload }).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.alloc(32));
  const form = {
    ...asked,
    client_secret: '',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  };
  expect((await token({ ...form, client_assertion: await sign(claims) })).status).toBe(200);
  expect(
    (await token({ ...form, client_assertion: await sign({ ...claims, ...change }) })).body['error_codes'],
  ).toEqual([700027]);
  expect((await token({ ...form, client_assertion: 'abc' })).body['error_codes']).toEqual([50027]);
});
