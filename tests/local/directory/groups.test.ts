import { expect, it } from 'vitest';
import { castMember } from '../../../src/local/cast.ts';
import { groupIds } from '../../../src/local/directory/directory-data.ts';
import { aSharedTenant, aTenant } from '../a-tenant.ts';
import { asApp } from '../as-app.ts';

const tenant = aSharedTenant();
const both = () => asApp(tenant(), 'User.Read.All', 'GroupMember.Read.All');
const ids = (value: readonly { id: string }[]) => value.map(({ id }) => id).sort();
const idsOf = (...keys: readonly string[]) => keys.map((key) => castMember(key).id).sort();
const daniel = castMember('daniel').id;

it('shows a group, and of its direct members the group among them as a group', async () => {
  const { body } = await both()('GET', `/groups/${groupIds.staff}`);
  expect(body).toMatchObject({ id: groupIds.staff, securityEnabled: true, groupTypes: [], mailEnabled: false });
  const members = (await both()('GET', `/groups/${groupIds.staff}/members`)).body.value;
  expect(ids(members)).toEqual(
    [...idsOf('margaret', 'ines', 'kayleigh'), groupIds.teaching, groupIds.safeguarding].sort(),
  );
  expect(members.find(({ id }) => id === groupIds.teaching)?.['@odata.type']).toBe('#microsoft.graph.group');
});

it('finds who is in a group in a group in a group, each once', async () => {
  const { value } = (await both()('GET', `/groups/${groupIds.trustStaff}/transitiveMembers`)).body;
  const people = value.filter((member) => member['@odata.type'] === '#microsoft.graph.user');
  expect(ids(people)).toEqual(idsOf('daniel', 'priya', 'tom', 'sheila', 'margaret', 'ines', 'kayleigh', 'zoe'));
  expect(ids((await both()('GET', `/groups/${groupIds.trustStaff}/members`)).body.value)).toEqual([groupIds.staff]);
});

it('tells an application that may not read people that they are there, and nothing else', async () => {
  const { status, body } = await asApp(tenant(), 'GroupMember.Read.All')(
    'GET',
    `/groups/${groupIds.safeguarding}/members`,
  );
  expect(status).toBe(200);
  expect(ids(body.value)).toEqual(idsOf('priya', 'tom', 'sheila'));
  expect(body.value.map((member) => member['displayName'])).toEqual([null, null, null]);
});

it('checks membership through groups, of those asked about only', async () => {
  const asked = { groupIds: [groupIds.trustStaff, groupIds.safeguarding, groupIds.teaching] };
  const { body } = await both()('POST', `/users/${daniel}/checkMemberGroups`, { body: asked });
  expect([...body.value].sort()).toEqual([groupIds.trustStaff, groupIds.teaching].sort());
});

it('lists all groups around somebody, and those directly', async () => {
  const post = (body: object) => both()('POST', `/users/${castMember('priya').id}/getMemberGroups`, { body });
  const security = [groupIds.trustStaff, groupIds.staff, groupIds.safeguarding];
  expect((await post({ securityEnabledOnly: true })).body.value).toEqual(expect.arrayContaining(security));
  expect((await post({ securityEnabledOnly: true })).body.value).not.toContain(groupIds.team);
  expect((await post({ securityEnabledOnly: false })).body.value).toContain(groupIds.team);
  const direct = (await both()('GET', `/users/${daniel}/memberOf`)).body.value.map(({ id }) => id);
  expect(direct).toContain(groupIds.teaching);
  expect(direct).not.toContain(groupIds.staff);
});

it.each([
  ['more than twenty groups', { groupIds: Array.from({ length: 21 }, () => groupIds.staff) }],
  ['no group', { groupIds: [] }],
  ['what is no id', { groupIds: ['staff'] }],
])('refuses to check %s', async (_, body) => {
  const refused = await both()('POST', `/users/${daniel}/checkMemberGroups`, { body });
  expect([refused.status, refused.body.error.code]).toEqual([400, 'Request_BadRequest']);
});

it('refuses a group that is not there, and an application that may read people or members but not both', async () => {
  expect((await both()('GET', `/groups/${daniel}`)).body.error.code).toBe('Request_ResourceNotFound');
  for (const role of ['User.Read.All', 'GroupMember.Read.All']) {
    const { body } = await asApp(tenant(), role)('POST', `/users/${daniel}/checkMemberGroups`, {
      body: { groupIds: [groupIds.staff] },
    });
    expect(body.error.code).toBe('Authorization_RequestDenied');
  }
});

it('forgets a member who was taken out, through the groups around it too, and remembers that between starts', async () => {
  const first = await aTenant();
  const taken = await fetch(`${first.origin}/local/memberships`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ group: groupIds.teaching, member: daniel, present: false }),
  });
  expect(taken.status).toBe(204);
  await first.close();
  const second = await aTenant({ dataDir: first.dataDir });
  const { body } = await asApp(second, 'Directory.Read.All')('POST', `/users/${daniel}/getMemberGroups`, {
    body: { securityEnabledOnly: true },
  });
  expect(body.value).toEqual([]);
});
