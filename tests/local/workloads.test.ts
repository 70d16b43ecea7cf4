import {
  AuthenticationHandler,
  Client,
  PageIterator,
  RetryHandler,
  type Context,
  type Middleware,
  type PageCollection,
} from '@microsoft/microsoft-graph-client';
import type { Event, User } from '@microsoft/microsoft-graph-types';
import { decodeJwt } from 'jose';
import { expect, it } from 'vitest';
import { castMember, demo } from '../../src/local/cast.ts';
import { groupIds } from '../../src/local/directory/directory-data.ts';
import { localTransport } from '../../src/local/transport.ts';
import { aTenant, site, type TestTenant } from './a-tenant.ts';
import { asApp } from './as-app.ts';

/** Microsoft's own client, with a token that holds these permissions. */
function clientOf(tenant: TestTenant, ...roles: readonly string[]): Client {
  const transport = localTransport(tenant.origin);
  const authentication = new AuthenticationHandler({
    getAccessToken: () => Promise.resolve(tenant.core.graphToken(demo.apiAppId, roles)),
  });
  const retry = new RetryHandler();
  const last: Middleware = {
    async execute(context: Context) {
      context.response = await transport(context.request, context.options);
    },
  };
  authentication.setNext(retry);
  retry.setNext(last);
  return Client.initWithMiddleware({ middleware: authentication });
}

it("serves Microsoft's client: people page by page, an event that is sent twice, a mail", async () => {
  const tenant = await aTenant();
  const client = clientOf(tenant, 'User.Read.All', 'Calendars.ReadWrite', 'Mail.Send');
  const first = (await client
    .api('/users')
    .select('id,displayName')
    .filter("startswith(jobTitle,'D')")
    .top(1)
    .get()) as PageCollection;
  const found: unknown[] = [];
  await new PageIterator(client, first, (user: User) => {
    found.push(user.displayName);
    return true;
  }).iterate();
  expect(found).toEqual(['Priya Raman', 'Tom Whitlock', 'Grace Tallis']);

  const at = (dateTime: string) => ({ dateTime, timeZone: 'Europe/London' });
  const event: Event = {
    subject: 'Core group',
    start: at('2026-12-01T10:00:00'),
    end: at('2026-12-01T11:00:00'),
    transactionId: 't',
  };
  const events = client.api(`/users/${castMember('priya').id}/events`);
  const made = (await events.post(event)) as Event;
  expect(await events.post(event)).toMatchObject({ id: made.id });
  const view = client.api(`/users/${castMember('priya').id}/calendarView`);
  const { value } = (await view
    .query({ startDateTime: '2026-12-01', endDateTime: '2026-12-02' })
    .get()) as PageCollection;
  expect((value as Event[]).map(({ id }) => id)).toEqual([made.id]);

  const message = { subject: 'x', toRecipients: [{ emailAddress: { address: 'x@example.org' } }] };
  await client.api(`/users/${castMember('priya').id}/sendMail`).post({ message });
  expect(await (await fetch(`${tenant.origin}/local/mail`)).json()).toMatchObject({ entries: [{ message }] });
  await expect(client.api(`/groups/${groupIds.staff}`).get()).rejects.toMatchObject({
    statusCode: 403,
    code: 'Authorization_RequestDenied',
  });
});

it('answers inside a batch too, each part by its own permission', async () => {
  const tenant = await aTenant();
  const token = tenant.core.graphToken(demo.apiAppId, ['User.Read.All']);
  const requests = [
    { id: '1', method: 'GET', url: `/users/${castMember('tom').id}?$select=displayName` },
    { id: '2', method: 'GET', url: '/education/schools' },
  ];
  const answer = await fetch(`${tenant.origin}/v1.0/$batch`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ requests }),
  });
  const { responses } = (await answer.json()) as { responses: readonly { id: string; status: number; body: object }[] };
  const byId = new Map(responses.map((response) => [response.id, response]));
  expect(byId.get('1')).toMatchObject({ status: 200, body: { displayName: 'Tom Whitlock' } });
  expect(byId.get('2')).toMatchObject({ status: 403, body: { error: { code: 'AccessDenied' } } });
});

it('mints a token with the permissions that are asked for, in place of those of the registration', async () => {
  const tenant = await aTenant();
  const mint = (body: object) =>
    fetch(`${tenant.origin}/local/tokens`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const { access_token: token } = (await (await mint({ roles: ['EduRoster.Read.All'] })).json()) as {
    access_token: string;
  };
  expect(decodeJwt(token)).toMatchObject({ appid: demo.apiAppId, roles: ['EduRoster.Read.All'] });
  expect((await tenant.graph('GET', '/education/schools', { token })).status).toBe(200);
  expect((await tenant.graph('GET', `${site}/lists`, { token })).status).toBe(403);
  expect((await mint({ roles: ['everything, please'] })).status).toBe(400);
  expect((await mint({ roles: [], appId: demo.tenantId })).status).toBe(404);
  expect(decodeJwt(tenant.core.graphToken(demo.apiAppId))['roles']).toEqual([
    'Sites.Selected',
    'EduRoster.Read.All',
    'GroupMember.Read.All',
    'Calendars.ReadWrite',
    'OnlineMeetings.Read.All',
    'OnlineMeetingTranscript.Read.All',
  ]);
});

it.each([
  ['/local/people', { user: 'nobody', accountEnabled: false }, 404],
  ['/local/people', { user: 'nobody', shoeSize: 4 }, 400],
  ['/local/memberships', { group: demo.tenantId, member: demo.tenantId, present: true }, 404],
  ['/local/presence', { user: 'nobody', availability: 'Away', activity: 'Away' }, 404],
  ['/local/presence', { user: castMember('tom').id, availability: 'Asleep', activity: 'x' }, 400],
])('says what is wrong with a change at %s', async (path, body, status) => {
  const { origin } = await aTenant();
  const answer = await fetch(`${origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(status);
});

it.each(['/me', '/me/events'])('does not know %s, for nobody is signed in', async (path) => {
  const { status, body } = await asApp(await aTenant(), 'User.Read.All', 'Calendars.ReadWrite')('GET', path);
  expect([status, body.error.message]).toEqual([400, expect.stringContaining('delegated authentication flow')]);
});
