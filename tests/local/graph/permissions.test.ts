import { expect, it } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { aTenant, text, type Asked, type TestTenant } from '../a-tenant.ts';

const stranger = '7a7a7a7a-1111-4111-8111-000000000001';

/** A token of the local Entra for any application with any permission. */
const tokenOf = ({ core }: TestTenant, appId: string, ...roles: string[]) =>
  core.entraKeys.sign({
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${demo.tenantId}/`,
    exp: 4_000_000_000,
    appid: appId,
    app_displayname: 'App',
    roles,
  });

async function aScene() {
  const tenant = await aTenant();
  const owner = tokenOf(tenant, demo.provisionAppId, 'Sites.FullControl.All');
  const selected = tokenOf(tenant, stranger, 'Sites.Selected');
  const ofLists = tokenOf(tenant, stranger, 'Lists.SelectedOperations.Selected');
  const as = (token: string) => (method: string, path: string, body?: Asked['body']) =>
    tenant.graph(method, path, { token, body });
  return { tenant, owner: as(owner), selected: as(selected), ofLists: as(ofLists), as, list: await tenant.aList() };
}

const application = { application: { id: stranger, displayName: 'Stranger' } };
const onSite = (role: string) => ({ roles: [role], grantedToIdentities: [application] });
const onList = (role: string) => ({ roles: [role], grantedToV2: application });
const reads = (list: string) => `/lists/${list}/items`;

it('begins with the grants that the sites are described with', async () => {
  const { owner } = await aScene();
  const { status, body } = await owner('GET', '/permissions');
  expect([status, body.value.length]).toEqual([200, 1]);
  const one = await owner('GET', `/permissions/${body.value[0]!.id}`);
  expect(one.body).toMatchObject({
    roles: ['write'],
    grantedToIdentitiesV2: [{ application: { id: demo.apiAppId } }],
  });
});

it('lists the grants of a site without their roles, as Graph does, and those of a list with them', async () => {
  const { owner, list } = await aScene();
  await owner('POST', `/lists/${list}/permissions`, onList('read'));
  expect((await owner('GET', '/permissions')).body.value[0]).not.toHaveProperty('roles');
  expect((await owner('GET', `/lists/${list}/permissions`)).body.value).toMatchObject([
    { roles: ['read'], grantedToV2: application },
  ]);
});

it('grants a site, changes the grant and takes it away, each from the next call on', async () => {
  const { owner, selected, list } = await aScene();
  const read = async () => (await selected('GET', reads(list))).status;
  const write = async () => (await selected('POST', reads(list), { fields: {} })).status;
  const columns = async (name: string) => (await selected('POST', `/lists/${list}/columns`, text(name))).status;
  expect(await read()).toBe(403);

  const made = await owner('POST', '/permissions', onSite('read'));
  expect([made.status, made.body]).toMatchObject([201, { roles: ['read'], grantedToIdentities: [application] }]);
  expect(made.headers.get('location')).toContain(`/permissions/${made.body.id}`);
  expect([await read(), await write()]).toEqual([200, 403]);

  const path = `/permissions/${made.body.id}`;
  expect((await owner('PATCH', path, { roles: ['write'] })).body['roles']).toEqual(['write']);
  expect([await write(), await columns('A')]).toEqual([201, 403]);
  await owner('PATCH', path, { roles: ['manage'] });
  expect(await columns('B')).toBe(201);
  expect((await owner('DELETE', path)).status).toBe(204);
  expect([await read(), (await owner('GET', path)).status]).toEqual([403, 404]);
});

it.each(['manage', 'owner', 'fullcontrol'])(
  'takes the role %s for a site only as a change of a grant that is there, unless it is told otherwise',
  async (role) => {
    const { tenant, owner } = await aScene();
    expect((await owner('POST', '/permissions', onSite(role))).status).toBe(400);
    const { body } = await owner('POST', '/permissions', onSite('write'));
    expect((await owner('PATCH', `/permissions/${body.id}`, { roles: [role] })).status).toBe(200);
    await owner('DELETE', `/permissions/${body.id}`);
    tenant.core.quirks.set({ siteGrantsBeginWith: 'any' });
    expect((await owner('POST', '/permissions', onSite(role))).status).toBe(201);
  },
);

it('lets nobody look at grants or make them but whoever has full control', async () => {
  const { tenant, owner, as, selected, list } = await aScene();
  for (const permission of ['Sites.Read.All', 'Sites.ReadWrite.All', 'Sites.Manage.All', 'Sites.Selected']) {
    const app = as(tokenOf(tenant, stranger, permission));
    for (const place of ['', `/lists/${list}`]) {
      expect((await app('GET', `${place}/permissions`)).status).toBe(403);
      expect((await app('POST', `${place}/permissions`, onSite('read'))).status).toBe(403);
    }
  }
  const { body } = await owner('POST', '/permissions', onSite('write'));
  await owner('PATCH', `/permissions/${body.id}`, { roles: ['owner'] });
  expect((await selected('POST', `/lists/${list}/permissions`, onList('read'))).status).toBe(201);
});

it('grants one list and nothing beside it, to an application that holds Lists.SelectedOperations.Selected', async () => {
  const { tenant, owner, ofLists, selected, list } = await aScene();
  const other = await tenant.aList();
  const made = await owner('POST', `/lists/${list}/permissions`, onList('fullcontrol'));
  expect(made.status).toBe(201);
  expect((await ofLists('POST', reads(list), { fields: {} })).status).toBe(201);
  for (const path of [reads(other), '/lists', '', reads('00000000-0000-4000-8000-000000000000')])
    expect((await ofLists('GET', path)).status).toBe(403);
  expect((await ofLists('GET', `/lists/${list}/permissions`)).status).toBe(403);
  // A list's grant is not what Sites.Selected looks up, nor the other way round.
  expect((await selected('GET', reads(list))).status).toBe(403);
  await owner('POST', '/permissions', onSite('write'));
  expect((await ofLists('GET', reads(other))).status).toBe(403);
});

it.each([
  ['a person', { roles: ['read'], grantedToV2: { user: { id: stranger } } }],
  ['no role', { roles: [], grantedToV2: application }],
  ['two roles', { roles: ['read', 'write'], grantedToV2: application }],
  ['a role that there is not', { roles: ['admin'], grantedToV2: application }],
  ['an application without an id', { roles: ['read'], grantedToV2: { application: { displayName: 'x' } } }],
  ['nobody', { roles: ['read'] }],
])('refuses a grant to or of %s, on a site and on a list', async (_, body) => {
  const { owner, list } = await aScene();
  for (const place of ['', `/lists/${list}`])
    expect((await owner('POST', `${place}/permissions`, body)).status).toBe(400);
});

it('refuses what it does not model: several applications, and a second grant to one', async () => {
  const { owner } = await aScene();
  const both = { roles: ['read'], grantedToIdentities: [application, application] };
  expect((await owner('POST', '/permissions', both)).status).toBe(501);
  await owner('POST', '/permissions', onSite('read'));
  expect((await owner('POST', '/permissions', onSite('write'))).status).toBe(501);
});

it('costs five units for each call about permissions', async () => {
  const { tenant, owner } = await aScene();
  await owner('GET', '/permissions');
  expect(tenant.core.ledger.entries().at(-1)?.ru).toBe(5);
});

it('keeps grants between starts, and does not give back what was taken away', async () => {
  const { tenant, owner } = await aScene();
  const { body } = await owner('GET', '/permissions');
  await owner('DELETE', `/permissions/${body.value[0]!.id}`);
  await owner('POST', '/permissions', onSite('read'));
  await tenant.close();
  const again = await aTenant({ dataDir: tenant.dataDir });
  const now = await again.graph('GET', '/permissions', {
    token: tokenOf(again, demo.provisionAppId, 'Sites.FullControl.All'),
  });
  expect(now.body.value).toMatchObject([{ grantedToIdentities: [application] }]);
  expect((await again.graph('GET', '/lists')).status).toBe(403);
});
