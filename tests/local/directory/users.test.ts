import { expect, it } from 'vitest';
import { cast, castMember } from '../../../src/local/cast.ts';
import { aSharedTenant, aTenant, type ReplyBody } from '../a-tenant.ts';
import { asApp } from '../as-app.ts';

const tenant = aSharedTenant();
const priya = castMember('priya');
const reader = () => asApp(tenant(), 'User.Read.All');
const path = (link: unknown) => String(link).replace('https://graph.microsoft.com/v1.0', '');
const names = ({ value }: ReplyBody) => value.map((person) => person['displayName']);

it('shows somebody by id and by user principal name, with the eleven usual properties', async () => {
  const byId = await reader()('GET', `/users/${priya.id}`);
  expect(byId.body).toEqual({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#users/$entity',
    businessPhones: [],
    displayName: 'Priya Raman',
    givenName: 'Priya',
    id: priya.id,
    jobTitle: 'Designated safeguarding lead',
    mail: priya.userPrincipalName,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: null,
    surname: 'Raman',
    userPrincipalName: priya.userPrincipalName,
  });
  expect((await reader()('GET', `/users/${priya.userPrincipalName.toUpperCase()}`)).body).toEqual(byId.body);
});

it('gives other properties only when they are selected, and then alone', async () => {
  const { body } = await reader()('GET', `/users/${priya.id}?$select=accountEnabled,userType`);
  expect(body).toEqual({ accountEnabled: true, userType: 'Member', '@odata.context': expect.any(String) });
  expect((await reader()('GET', `/users/${priya.id}?$select=shoeSize`)).status).toBe(400);
});

it('says in the words of Entra that somebody is not there', async () => {
  const { status, body } = await reader()('GET', '/users/nobody@kestrelvale.example');
  expect([status, body.error.code]).toEqual([404, 'Request_ResourceNotFound']);
});

it('lists everybody with an account page by page, the leaver and the guest among them, each once', async () => {
  const found: unknown[] = [];
  let next: unknown = '/users?$top=10&$select=id,userPrincipalName';
  while (next !== undefined) {
    const { body } = await reader()('GET', path(next));
    expect(body.value.length).toBeLessThanOrEqual(10);
    found.push(...body.value.map(({ id }) => id));
    next = body['@odata.nextLink'];
  }
  expect(new Set(found).size).toBe(found.length);
  expect(found.length).toBeGreaterThan(40);
  expect(found).toEqual(expect.arrayContaining(cast.map(({ id }) => id)));
});

it.each([
  ["startswith(displayName,'pri')", ['Priya Raman']],
  ["jobTitle eq 'Teacher' and accountEnabled eq true", ['Daniel Osei']],
  ["jobTitle eq 'Teacher' and accountEnabled eq false", ['Gavin Tull']],
  ["userType eq 'Guest'", ['Bola Adeniran (Brackenshire)']],
  ["mail eq 'sheila.brandt@kestrelvale.example'", ['Sheila Brandt']],
])('filters by %s', async (filter, expected) => {
  const { body } = await reader()('GET', `/users?$filter=${encodeURIComponent(filter)}`);
  expect(names(body)).toEqual(expected);
});

it.each([
  ['a filter that needs advanced queries', "$filter=endswith(mail,'example')", 400],
  ['a comparison that needs advanced queries', "$filter=jobTitle ne 'Teacher'", 400],
  ['a property that cannot be filtered', "$filter=shoeSize eq '4'", 400],
  ['a page of a thousand', '$top=1000', 400],
  ['a token that was not given out', '$skiptoken=abc', 400],
  ['a search', '$search="displayName:Pri"', 501],
  ['an order', '$orderby=displayName', 501],
])('refuses %s', async (_, query, status) => {
  expect((await reader()('GET', `/users?${query}`)).status).toBe(status);
});

it('keeps who must not read people from reading them, Lantern as it is today among them', async () => {
  for (const roles of [['Sites.Selected'], ['GroupMember.Read.All'], []]) {
    const { status, body } = await asApp(tenant(), ...roles)('GET', '/users');
    expect([status, body.error.code]).toEqual([403, 'Authorization_RequestDenied']);
  }
  expect((await tenant().graph('GET', '/users')).status).toBe(403);
  expect((await tenant().graph('GET', '/users', { token: null })).status).toBe(401);
});

it('tells in delta who changed and who went, and nobody else', async () => {
  const own = await aTenant();
  const get = asApp(own, 'User.Read.All');
  const change = async (body: object) =>
    fetch(`${own.origin}/local/people`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  let page = (await get('GET', '/users/delta?$select=displayName,accountEnabled&$top=20')).body;
  let seen = page.value.length;
  while (page['@odata.nextLink'] !== undefined) {
    // What changes meanwhile is not lost.
    await change({ user: castMember('zoe').id, accountEnabled: false });
    page = (await get('GET', path(page['@odata.nextLink']))).body;
    seen += page.value.length;
  }
  expect(seen).toBe((await get('GET', '/users?$top=999')).body.value.length);
  await change({ user: 'ellie.marsden@pupils.kestrelvale.example', removed: true });

  const after = (await get('GET', path(page['@odata.deltaLink']))).body;
  expect(after.value).toHaveLength(2);
  expect(after.value).toContainEqual({ displayName: 'Zoe Lund', accountEnabled: false });
  expect(after.value).toContainEqual({ id: expect.any(String), '@removed': { reason: 'changed' } });
  expect((await get('GET', path(after['@odata.deltaLink']))).body.value).toEqual([]);
  expect((await get('GET', '/users/ellie.marsden@pupils.kestrelvale.example')).status).toBe(404);
});

it('takes a delta token for eight days old no longer, and says where to begin anew', async () => {
  let now = Date.parse('2026-11-02T09:00:00Z');
  const get = asApp(await aTenant({ now: () => now }), 'User.Read.All');
  const { body } = await get('GET', '/users/delta?$deltatoken=latest');
  expect(body.value).toEqual([]);
  now += 8 * 24 * 60 * 60 * 1_000;
  const late = await get('GET', path(body['@odata.deltaLink']));
  expect([late.status, late.headers.get('location')]).toEqual([410, 'https://graph.microsoft.com/v1.0/users/delta']);
});
