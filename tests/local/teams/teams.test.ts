import { expect, it } from 'vitest';
import { castMember } from '../../../src/local/cast.ts';
import { groupIds } from '../../../src/local/directory/directory-data.ts';
import { lanternApp } from '../../../src/local/teams/teams-apps.ts';
import { aSharedTenant, aTenant } from '../a-tenant.ts';
import { asApp } from '../as-app.ts';

const tenant = aSharedTenant();
const team = `/teams/${groupIds.team}`;

it('shows a team, its channels and one of them', async () => {
  const graph = asApp(tenant(), 'Team.ReadBasic.All', 'Channel.ReadBasic.All');
  expect((await graph('GET', team)).body).toMatchObject({
    id: groupIds.team,
    visibility: 'private',
    isArchived: false,
  });
  const { value } = (await graph('GET', `${team}/channels`)).body;
  expect(value.map((one) => [one['displayName'], one['membershipType']])).toEqual([
    ['General', 'standard'],
    ['Minutes', 'standard'],
    ['Leads only', 'private'],
  ]);
  const minutes = value[1]!;
  expect(minutes.id).toMatch(/^19:[0-9a-f]{32}@thread\.tacv2$/);
  expect((await graph('GET', `${team}/channels/${minutes.id}`)).body).toMatchObject({ ...minutes });
  expect((await graph('GET', `${team}/channels?$filter=membershipType eq 'private'`)).body.value).toHaveLength(1);
  expect((await graph('GET', `${team}/channels/19:none@thread.tacv2`)).status).toBe(404);
});

it('has the members of its group, with who owns it; who leaves the group leaves the team', async () => {
  const own = await aTenant();
  const members = async () =>
    (await asApp(own, 'TeamMember.Read.All')('GET', `${team}/members`)).body.value.map(({ displayName, roles }) => [
      displayName,
      roles,
    ]);
  expect(await members()).toEqual([
    ['Priya Raman', ['owner']],
    ['Tom Whitlock', []],
    ['Sheila Brandt', []],
  ]);
  await fetch(`${own.origin}/local/memberships`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ group: groupIds.team, member: castMember('tom').id, present: false }),
  });
  expect((await members()).map(([name]) => name)).toEqual(['Priya Raman', 'Sheila Brandt']);
});

it('lets no application post to a channel, whatever it may do otherwise', async () => {
  const { value } = (await asApp(tenant(), 'Channel.ReadBasic.All')('GET', `${team}/channels`)).body;
  const post = (...roles: readonly string[]) =>
    asApp(tenant(), ...roles)('POST', `${team}/channels/${value[0]!.id}/messages`, {
      body: { body: { content: 'Minutes' } },
    });
  const refused = await post('Group.ReadWrite.All', 'ChannelSettings.ReadWrite.All');
  expect([refused.status, refused.body.error.message]).toEqual([
    403,
    expect.stringContaining("'Teamwork.Migrate.All'"),
  ]);
  expect((await post('Teamwork.Migrate.All')).status).toBe(501);
});

it.each([
  ['the team', '', 'Channel.ReadBasic.All'],
  ['its channels', '/channels', 'Team.ReadBasic.All'],
  ['its members', '/members', 'Channel.ReadBasic.All'],
  ['its apps', '/installedApps', 'TeamMember.Read.All'],
])('asks for a permission of its own for %s', async (_, path, role) => {
  const refused = await asApp(tenant(), role)('GET', `${team}${path}`);
  expect([refused.status, refused.body.error.code]).toEqual([403, 'Forbidden']);
  expect(refused.body.error.message).toContain(`Roles on the request '${role}'`);
  expect((await asApp(tenant(), 'Group.Read.All')('GET', `${team}${path}`)).status).toBe(200);
});

it('counts what the package asks for in a team where the app is installed, and only there', async () => {
  const resourceSpecific = [{ name: 'TeamMember.Read.Group', type: 'Application' }];
  const own = await aTenant({ manifest: { authorization: { permissions: { resourceSpecific } } } });
  const members = async () => (await asApp(own)('GET', `${team}/members`)).status;
  expect(await members()).toBe(403);
  const body = { 'teamsApp@odata.bind': `https://graph.microsoft.com/v1.0/appCatalogs/teamsApps/${lanternApp.id}` };
  const install = () =>
    asApp(own, 'TeamsAppInstallation.ReadWriteSelfForTeam.All')('POST', `${team}/installedApps`, { body });
  expect((await install()).status).toBe(201);
  expect((await install()).status).toBe(409);
  expect(await members()).toBe(200);
  expect((await asApp(own)('GET', `${team}/channels`)).status).toBe(403);
  expect((await asApp(own, 'Group.Read.All')('GET', `${team}/installedApps`)).body.value).toHaveLength(1);
});

it('does not know another group as a team', async () => {
  expect((await asApp(tenant(), 'Team.ReadBasic.All')('GET', `/teams/${groupIds.staff}`)).body.error.code).toBe(
    'NotFound',
  );
});
