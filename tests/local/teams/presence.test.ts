import { expect, it } from 'vitest';
import { castMember } from '../../../src/local/cast.ts';
import { aTenant } from '../a-tenant.ts';
import { asApp } from '../as-app.ts';

const priya = castMember('priya');
const unknown = '6b1c7a1e-1111-4111-8111-0000000000ff';
const shown = (availability: string, activity = availability) => ({ availability, activity });

it('follows the calendar: in a meeting while one lasts, and free again', async () => {
  let now = Date.parse('2026-12-01T13:59:00Z');
  const tenant = await aTenant({ now: () => now });
  const at = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
  await asApp(tenant, 'Calendars.ReadWrite')('POST', `/users/${priya.id}/events`, {
    body: { subject: 'Meeting', start: at('2026-12-01T14:00:00'), end: at('2026-12-01T15:00:00') },
  });
  const presence = async () => (await asApp(tenant, 'Presence.Read.All')('GET', `/users/${priya.id}/presence`)).body;
  expect(await presence()).toMatchObject({ id: priya.id, ...shown('Available') });
  now += 60_000;
  expect(await presence()).toMatchObject(shown('Busy', 'InAMeeting'));
  now += 60 * 60_000;
  expect(await presence()).toMatchObject(shown('Available'));
});

it('shows what somebody set themselves, for several at once, and of a stranger that it is not known', async () => {
  const tenant = await aTenant();
  const set = await fetch(`${tenant.origin}/local/presence`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: priya.userPrincipalName, ...shown('DoNotDisturb', 'Presenting') }),
  });
  expect(set.status).toBe(204);
  const { body } = await asApp(tenant, 'Presence.Read.All')('POST', '/communications/getPresencesByUserId', {
    body: { ids: [unknown, priya.id, castMember('tom').id] },
  });
  expect(body.value.map(({ id, availability }) => [id, availability])).toEqual([
    [unknown, 'PresenceUnknown'],
    [priya.id, 'DoNotDisturb'],
    [castMember('tom').id, 'Available'],
  ]);
});

it('refuses more than 650 people, a name in place of an id, and applications without the permission', async () => {
  const tenant = await aTenant();
  const graph = asApp(tenant, 'Presence.Read.All');
  const ask = (ids: readonly string[]) => graph('POST', '/communications/getPresencesByUserId', { body: { ids } });
  expect((await ask(Array.from({ length: 651 }, () => priya.id))).status).toBe(400);
  expect((await ask([priya.userPrincipalName])).status).toBe(400);
  expect((await graph('GET', `/users/${priya.userPrincipalName}/presence`)).status).toBe(400);
  expect((await graph('GET', `/users/${unknown}/presence`)).status).toBe(404);
  expect((await asApp(tenant, 'User.Read.All')('GET', `/users/${priya.id}/presence`)).body.error.code).toBe(
    'Forbidden',
  );
});
