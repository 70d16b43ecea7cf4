import { expect, it } from 'vitest';
import { demo } from '../../../src/local/cast.ts';
import { site } from '../a-tenant.ts';
import { appWith, aScene, aSubscriber, asAsked, minutes, start, type Answering } from './a-subscriber.ts';

it('subscribes an application to a list, after its address gave the decoded token back', async () => {
  const { call, wish, subscriber, list } = await aScene();
  const { status, body, headers } = await call('POST', '/subscriptions', wish());
  expect(status).toBe(201);
  expect(body).toMatchObject({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    resource: `${site.slice(1)}/lists/${list}`,
    applicationId: '7a7a7a7a-1111-4111-8111-000000000001',
    changeType: 'updated',
    clientState: 'the secret',
    notificationUrl: `${subscriber.origin}/changes`,
    lifecycleNotificationUrl: null,
    expirationDateTime: new Date(start + 42_300 * minutes).toISOString(),
  });
  expect(headers.get('location')).toBe(`https://graph.microsoft.com/v1.0/subscriptions/${body.id}`);
  expect(subscriber.arrived).toHaveLength(1);
  expect(subscriber.arrived[0]).toMatchObject({ method: 'POST', type: 'text/plain; charset=utf-8', body: '' });
  expect((await call('GET', `/subscriptions/${body.id}`)).body).toMatchObject({ id: body.id, changeType: 'updated' });
});

it('takes the resource with a leading slash, and keeps the query of the address', async () => {
  const { subscribe, subscriber, list } = await aScene();
  await subscribe({ resource: `${site}/lists/${list}`, notificationUrl: `${subscriber.origin}/changes?school=a` });
  expect(subscriber.arrived[0]?.url.searchParams.get('school')).toBe('a');
});

it('asks both addresses, and takes no subscription when the second does not answer for itself', async () => {
  const { call, wish, subscriber, subscribe } = await aScene();
  const lifecycleNotificationUrl = `${subscriber.origin}/lifecycle`;
  await subscribe({ lifecycleNotificationUrl });
  expect(subscriber.arrived.map(({ url }) => url.pathname)).toEqual(['/changes', '/lifecycle']);
  subscriber.answering = (response, arrived, request) =>
    arrived.url.pathname === '/lifecycle' ? void response.writeHead(404).end() : asAsked(response, arrived, request);
  expect((await call('POST', '/subscriptions', wish({ lifecycleNotificationUrl }))).status).toBe(400);
  expect((await call('GET', '/subscriptions')).body.value).toHaveLength(1);
});

const reply =
  (status: number, type: string, text: (token: string) => string): Answering =>
  (response, { url }) =>
    void response.writeHead(status, { 'content-type': type }).end(text(url.searchParams.get('validationToken') ?? ''));

it.each<[string, Answering, string]>([
  ['not with 200', reply(202, 'text/plain', String), 'must respond with 200 OK'],
  ['with the token as it was encoded', reply(200, 'text/plain', encodeURIComponent), 'exactly match'],
  ['with the token in quotes', reply(200, 'text/plain', JSON.stringify), 'exactly match'],
  ['not as plain text', reply(200, 'application/json', String), 'text/plain'],
  ['with a redirect', (response) => void response.writeHead(302, { location: '/' }).end(), 'must respond with 200 OK'],
  ['not at all', (response) => void response.destroy(), 'could not be reached'],
  ['too late', () => undefined, 'timed out'],
])('refuses an address that answers %s', async (_, answering, message) => {
  const { call, wish, subscriber } = await aScene({ validationMs: 200 });
  subscriber.answering = answering;
  const { status, body } = await call('POST', '/subscriptions', wish());
  expect([status, body.error.code]).toEqual([400, 'ValidationError']);
  expect(body.error.message).toContain(message);
  expect((await call('GET', '/subscriptions')).body.value).toEqual([]);
});

it.each([
  'https://lantern.example/changes',
  'http://lantern.example/changes',
  'http://127.0.0.1@lantern.example/changes',
  'http://169.254.169.254/latest',
  'ftp://127.0.0.1/x',
  'changes',
])('reaches nobody at %s', async (notificationUrl) => {
  const { call, wish } = await aScene();
  const { status, body } = await call('POST', '/subscriptions', wish({ notificationUrl }));
  expect([status, body.error.code]).toEqual([400, 'ValidationError']);
});

it('finds an https address where it was published on this machine, and nowhere else', async () => {
  const hidden = await aSubscriber();
  const { subscribe, call, wish } = await aScene({
    published: { 'https://lantern.example': hidden.origin, 'https://astray.example': 'http://lantern.example' },
  });
  const id = await subscribe({ notificationUrl: 'https://lantern.example/a/b?c=d' });
  expect([hidden.arrived[0]?.url.pathname, hidden.arrived[0]?.url.searchParams.get('c')]).toEqual(['/a/b', 'd']);
  expect((await call('GET', `/subscriptions/${id}`)).body['notificationUrl']).toBe('https://lantern.example/a/b?c=d');
  const astray = wish({ notificationUrl: 'https://astray.example/' });
  expect((await call('POST', '/subscriptions', astray)).status).toBe(400);
});

it.each([
  ['rows that are made', { changeType: 'created' }, 400, "Invalid 'changeType' attribute: 'created'."],
  ['rows that are made or changed', { changeType: 'created,updated' }, 400, "'created,updated'"],
  ['more than 42,300 minutes', { expirationDateTime: '2026-03-31T18:01:00Z' }, 400, 'only be 42300 minutes'],
  ['a time that is over', { expirationDateTime: '2026-03-02T09:00:00Z' }, 400, 'must be in the future'],
  ['no time', { expirationDateTime: undefined }, 400, 'expirationDateTime'],
  ['a client state of 129 signs', { clientState: 'x'.repeat(129) }, 400, 'clientState'],
  ['the rows themselves', { includeResourceData: true, encryptionCertificate: 'x' }, 400, 'includeResourceData'],
  ['mail', { resource: '/me/messages' }, 501, 'does not model'],
  ['a list that is not there', { resource: `${site}/lists/00000000-0000-4000-8000-000000000000` }, 404, 'list'],
  ['a site that is not there', { resource: '/sites/a,b,c/lists/d' }, 404, 'list'],
])('refuses a subscription to or for %s', async (_, change, status, message) => {
  const { call, wish, subscriber } = await aScene();
  const refused = await call('POST', '/subscriptions', wish(change));
  expect(refused.status).toBe(status);
  expect(refused.body.error.message).toContain(message);
  expect(subscriber.arrived).toEqual([]);
});

it('makes a subscription last 45 minutes at least', async () => {
  const { call, wish } = await aScene();
  const soon = new Date(start + minutes).toISOString();
  const { body } = await call(
    'POST',
    '/subscriptions',
    wish({ expirationDateTime: soon, clientState: 'x'.repeat(128) }),
  );
  expect(body['expirationDateTime']).toBe(new Date(start + 45 * minutes).toISOString());
});

it('wants the permission that Microsoft names, and takes a grant in its stead only when told so', async () => {
  const { tenant, call, wish } = await aScene();
  const lantern = tenant.core.graphToken(demo.apiAppId);
  const manager = appWith(tenant, demo.provisionAppId, 'Sites.Manage.All');
  for (const token of [lantern, manager])
    expect((await call('POST', '/subscriptions', wish(), token)).status).toBe(403);
  tenant.core.quirks.set({ selectedMaySubscribe: true });
  expect((await call('POST', '/subscriptions', wish(), lantern)).status).toBe(201);
  expect((await call('POST', '/subscriptions', wish(), appWith(tenant, demo.botAppId, 'Sites.Selected'))).status).toBe(
    403,
  );
  expect((await call('POST', '/subscriptions', wish(), manager)).status).toBe(403);
});

it('shows a subscription to the application that made it and to no other', async () => {
  const { tenant, call, subscribe } = await aScene();
  const id = await subscribe();
  const other = appWith(tenant, demo.botAppId, 'Sites.ReadWrite.All');
  const renewal = { expirationDateTime: new Date(start + 60 * minutes).toISOString() };
  expect((await call('GET', '/subscriptions', undefined, other)).body.value).toEqual([]);
  expect((await call('GET', `/subscriptions/${id}`, undefined, other)).body.error.code).toBe('ResourceNotFound');
  expect((await call('PATCH', `/subscriptions/${id}`, renewal, other)).status).toBe(404);
  expect((await call('DELETE', `/subscriptions/${id}`, undefined, other)).status).toBe(404);
  expect((await call('GET', '/subscriptions')).body.value.map((one) => one.id)).toEqual([id]);
});

it('renews a subscription within the same limit, adds no lifecycle address, and ends it', async () => {
  const { call, subscribe, clock, subscriber } = await aScene();
  const id = await subscribe({ expirationDateTime: new Date(start + 60 * minutes).toISOString() });
  const patch = (body: object) => call('PATCH', `/subscriptions/${id}`, body);
  clock.at += 50 * minutes;
  const until = (more: number) => ({ expirationDateTime: new Date(clock.at + more * minutes).toISOString() });
  expect((await patch(until(42_301))).status).toBe(400);
  expect((await patch({ ...until(60), lifecycleNotificationUrl: `${subscriber.origin}/l` })).status).toBe(400);
  expect((await patch({ notificationUrl: `${subscriber.origin}/other` })).status).toBe(501);
  expect((await patch(until(42_300))).body).toMatchObject(until(42_300));
  clock.at += 42_299 * minutes;
  expect((await call('GET', `/subscriptions/${id}`)).status).toBe(200);
  expect((await call('DELETE', `/subscriptions/${id}`)).status).toBe(204);
  expect((await call('GET', `/subscriptions/${id}`)).status).toBe(404);
});

it('lets a subscription run out', async () => {
  const { call, subscribe, clock } = await aScene();
  const id = await subscribe();
  clock.at += 42_300 * minutes;
  expect((await call('GET', `/subscriptions/${id}`)).status).toBe(404);
  const late = { expirationDateTime: new Date(clock.at + 60 * minutes).toISOString() };
  expect((await call('PATCH', `/subscriptions/${id}`, late)).status).toBe(404);
});

it('asks for a token', async () => {
  const { call, wish } = await aScene();
  expect((await call('POST', '/subscriptions', wish(), 'none')).status).toBe(401);
});
