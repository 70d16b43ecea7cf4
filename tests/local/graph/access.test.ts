import { SignJWT, generateKeyPair } from 'jose';
import { request } from 'node:http';
import { expect, it } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { demoSites, siteId } from '../../../src/local/graph/site.ts';
import { aSharedTenant, aTenant } from '../a-tenant.ts';

const tenant = aSharedTenant();

it('refuses a call without a token in the shape of a Graph error', async () => {
  const { graph } = tenant();
  const { status, body, headers } = await graph('GET', '/lists', {
    token: null,
    headers: { 'client-request-id': 'mine' },
  });
  expect(status).toBe(401);
  expect(body).toEqual({
    error: {
      code: 'InvalidAuthenticationToken',
      message: 'Access token is empty.',
      innerError: {
        date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
        'request-id': headers.get('request-id'),
        'client-request-id': 'mine',
      },
    },
  });
  expect(headers.get('www-authenticate')).toContain('Bearer');
});

it.each([
  ['that is no token', () => 'abc'],
  ['for the tab API, from a person', (core: Core) => core.userToken('priya')],
  ['that has expired', (core: Core) => core.entraKeys.sign({ ...appClaims, exp: 1_000 })],
  ['for another resource', (core: Core) => core.entraKeys.sign({ ...appClaims, aud: 'https://api.botframework.com' })],
  ['of another tenant', (core: Core) => core.entraKeys.sign({ ...appClaims, iss: 'https://sts.windows.net/other/' })],
  ['whose key is not published', (core: Core) => core.entraKeys.sign(appClaims, { kid: 'unknown' })],
  ['signed with the channel key', (core: Core) => core.channelKeys.sign(appClaims)],
])('refuses a token %s', async (_, token) => {
  const { graph, core } = tenant();
  const { status, body } = await graph('GET', '/lists', { token: token(core) });
  expect([status, body.error.code]).toEqual([401, 'InvalidAuthenticationToken']);
});

it('refuses a token that a stranger signed under the id of its key', async () => {
  const { graph, core } = await aTenant();
  const { privateKey } = await generateKeyPair('RS256');
  const kid = String(core.entraKeys.document().keys[0]?.['kid']);
  const forged = await new SignJWT(appClaims).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
  expect((await graph('GET', '/lists', { token: forged })).status).toBe(401);
});

it('accepts a token under a key that was rotated away', async () => {
  const { graph, core } = await aTenant();
  const token = core.graphToken(demo.apiAppId);
  core.entraKeys.rotate();
  expect((await graph('GET', '/lists', { token })).status).toBe(200);
  expect((await graph('GET', '/lists')).status).toBe(200);
});

it('lets Lantern write rows, and make neither lists nor columns', async () => {
  const { graph, aList } = await aTenant();
  const list = await aList();
  expect((await graph('POST', `/lists/${list}/items`, { body: { fields: { Title: 'a' } } })).status).toBe(201);
  for (const path of ['/lists', `/lists/${list}/columns`]) {
    const { status, body } = await graph('POST', path, { body: { displayName: 'x', name: 'X', text: {} } });
    expect([status, body.error.code, body.error.message]).toEqual([403, 'accessDenied', 'Access denied']);
  }
});

it('gives an application with Sites.Selected nothing on a site that was not granted to it', async () => {
  const toAnother = { appId: demo.botAppId, level: 'manage' as const };
  const other = { ...demoSites[0]!, path: '/sites/other', grants: [toAnother] };
  const { graph } = await aTenant({ sites: [...demoSites, other] });
  expect((await graph('GET', `/sites/${siteId(other)}/lists`)).status).toBe(403);
});

it('has two sites for each school, each with a grant of its own', async () => {
  const [children, , staff] = demoSites;
  expect(demoSites.map(({ path }) => path)).toEqual([
    ...['/sites/harrowmere-safeguarding', '/sites/brackenfold-safeguarding'],
    ...['/sites/harrowmere-staff-concerns', '/sites/brackenfold-staff-concerns'],
  ]);
  const { graph, core } = await aTenant();
  const ofGrants = `/sites/${siteId(staff!)}/permissions`;
  const token = core.graphToken(demo.provisionAppId, ['Sites.FullControl.All']);
  const { body } = await graph('GET', ofGrants, { token });
  await graph('DELETE', `${ofGrants}/${body.value[0]?.id}`, { token });
  expect((await graph('GET', `/sites/${siteId(staff!)}/lists`)).status).toBe(403);
  expect((await graph('GET', `/sites/${siteId(children!)}/lists`)).status).toBe(200);
});

it('lets a read grant read and no more', async () => {
  const readable = { ...demoSites[0]!, grants: [{ appId: demo.apiAppId, level: 'read' as const }] };
  const { graph, aList } = await aTenant({ sites: [readable] });
  const list = await aList();
  expect((await graph('GET', `/lists/${list}/items`)).status).toBe(200);
  expect((await graph('POST', `/lists/${list}/items`, { body: { fields: {} } })).status).toBe(403);
});

it('gives an application without any Graph permission nothing', async () => {
  const { graph, core } = await aTenant();
  expect((await graph('GET', '/lists', { token: core.graphToken(demo.botAppId) })).status).toBe(403);
});

it('answers no request that names another host', async () => {
  const { origin } = await aTenant();
  const status = await new Promise((resolve, reject) => {
    request(`${origin}/local/ledger`, { headers: { host: 'evil.example' } }, (answer) =>
      resolve(answer.resume().statusCode),
    )
      .on('error', reject)
      .end();
  });
  expect(status).toBe(421);
});

type Core = Awaited<ReturnType<typeof aTenant>>['core'];
const appClaims = {
  aud: 'https://graph.microsoft.com',
  iss: `https://sts.windows.net/${demo.tenantId}/`,
  exp: 4_000_000_000,
  appid: demo.apiAppId,
  roles: ['Sites.Selected'],
};
