import { expect, it } from 'vitest';
import { castMember, demo } from '../../../src/local/cast.ts';
import { catalogue, lanternApp } from '../../../src/local/teams/teams-apps.ts';
import { aSharedTenant, aTenant } from '../a-tenant.ts';
import { asApp } from '../as-app.ts';

const tenant = aSharedTenant();
const self = 'TeamsAppInstallation.ReadWriteSelfForUser.All';
const apps = (key: string) => `/users/${castMember(key).id}/teamwork/installedApps`;
const bound = (id: string) => ({
  'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${id}`,
});
const byManifest = `$expand=teamsApp&$filter=teamsApp/externalId eq '${demo.teamsAppId}'`;

it('lists what is installed for somebody, the app itself only when it is expanded', async () => {
  const read = asApp(tenant(), 'TeamsAppInstallation.ReadForUser.All');
  expect((await read('GET', apps('priya'))).body.value.map((one) => Object.keys(one))).toEqual([['id'], ['id']]);
  const { body } = await read('GET', `${apps('priya')}?$expand=teamsApp,teamsAppDefinition`);
  expect(body.value.map((one) => (one['teamsApp'] as { displayName: string }).displayName)).toEqual([
    'Lantern',
    'Registers',
  ]);
  expect(body.value[0]).toMatchObject({
    teamsApp: { id: lanternApp.id, externalId: demo.teamsAppId, distributionMethod: 'organization' },
    teamsAppDefinition: { teamsAppId: lanternApp.id, publishingState: 'published' },
  });
});

it('finds an app by the id of its manifest', async () => {
  const read = asApp(tenant(), 'TeamsAppInstallation.ReadForUser.All');
  expect((await read('GET', `${apps('priya')}?${byManifest}`)).body.value).toHaveLength(1);
  expect((await read('GET', `${apps('tom')}?${byManifest}`)).body.value).toEqual([]);
});

it('shows an application that may look at itself nothing but itself', async () => {
  const { body } = await asApp(tenant(), self)('GET', `${apps('priya')}?$expand=teamsApp`);
  expect(body.value.map((one) => (one['teamsApp'] as { id: string }).id)).toEqual([lanternApp.id]);
});

it('installs once: a second time is a conflict, and it stays between starts', async () => {
  const first = await aTenant();
  const install = () => asApp(first, self)('POST', apps('sheila'), { body: bound(lanternApp.id) });
  const made = await install();
  expect([made.status, made.body]).toEqual([201, {}]);
  expect(made.headers.get('location')).toContain(apps('sheila'));
  const again = await install();
  expect([again.status, again.body.error.code]).toEqual([409, 'Conflict']);
  await first.close();
  const second = asApp(await aTenant({ dataDir: first.dataDir }), self);
  expect((await second('GET', `${apps('sheila')}?${byManifest}`)).body.value).toHaveLength(1);
});

it.each([
  ['an app that is not in the catalogue', bound(demo.teamsAppId), 404],
  ["somebody else's app", bound(catalogue[1]!.id), 403],
  ['an app named another way', { teamsApp: lanternApp.id }, 400],
])('refuses to install %s', async (_, body, status) => {
  expect((await asApp(tenant(), self)('POST', apps('kayleigh'), { body })).status).toBe(status);
});

it('keeps applications without the permission out', async () => {
  const get = (...roles: readonly string[]) => asApp(tenant(), ...roles)('GET', apps('priya'));
  expect((await get('User.Read.All', 'Sites.Selected')).body.error.code).toBe('Forbidden');
  const post = asApp(tenant(), 'TeamsAppInstallation.ReadForUser.All');
  expect((await post('POST', apps('kayleigh'), { body: bound(lanternApp.id) })).status).toBe(403);
});

it('refuses what it does not model', async () => {
  const read = asApp(tenant(), 'TeamsAppInstallation.ReadForUser.All');
  expect((await read('GET', `${apps('priya')}?$filter=teamsApp/displayName eq 'Lantern'`)).status).toBe(501);
  expect((await read('GET', `${apps('priya')}?$expand=chat`)).status).toBe(501);
});
