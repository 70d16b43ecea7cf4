import { expect, it } from 'vitest';
import { castMember, demo } from '../../../src/local/cast.ts';
import { aSharedTenant, aTenant, type Asked, type ReplyBody } from '../a-tenant.ts';
import { asApp } from '../as-app.ts';

const tenant = aSharedTenant();
const priya = castMember('priya');
const tom = castMember('tom');
const events = `/users/${priya.id}/events`;
const london = (dateTime: string) => ({ dateTime, timeZone: 'GMT Standard Time' });
const meeting = {
  subject: 'Strategy discussion',
  start: london('2026-12-01T14:00:00'),
  end: london('2026-12-01T15:00:00'),
};
const invited = (...addresses: readonly string[]) =>
  addresses.map((address) => ({ type: 'required', emailAddress: { address, name: address } }));

const graph = (method: string, path: string, asked?: Asked) =>
  asApp(tenant(), 'Calendars.ReadWrite')(method, path, asked);
const make = async (more: object = {}) => (await graph('POST', events, { body: { ...meeting, ...more } })).body;
/** What stands in somebody's calendar in a month, by its series-wide id. */
async function inCalendarOf(person: { id: string }, uid: unknown, month = '2026-12'): Promise<readonly ReplyBody[]> {
  const query = `startDateTime=${month}-01T00:00:00Z&endDateTime=${month}-28T00:00:00Z&$top=500`;
  const { value } = (await graph('GET', `/users/${person.id}/calendarView?${query}`)).body;
  return value.filter((event) => event['iCalUId'] === uid);
}

it('makes an event and shows it again, times in UTC with the zone that was given beside', async () => {
  const made = await graph('POST', `/users/${priya.userPrincipalName}/events`, {
    body: {
      ...meeting,
      sensitivity: 'private',
      location: { displayName: 'Room 4' },
      body: { contentType: 'HTML', content: '<p>Agenda</p>' },
    },
  });
  expect(made.status).toBe(201);
  expect(made.headers.get('location')).toContain(`/v1.0${events}/`);
  expect(made.body).toMatchObject({
    '@odata.etag': expect.stringMatching(/^W\/".+"$/),
    subject: 'Strategy discussion',
    sensitivity: 'private',
    isOrganizer: true,
    type: 'singleInstance',
    bodyPreview: 'Agenda',
    start: { dateTime: '2026-12-01T14:00:00.0000000', timeZone: 'UTC' },
    originalStartTimeZone: 'GMT Standard Time',
    organizer: { emailAddress: { name: 'Priya Raman', address: priya.userPrincipalName } },
    responseStatus: { response: 'organizer' },
    onlineMeeting: null,
    location: { displayName: 'Room 4' },
  });
  expect(made.body['@odata.etag']).toBe(`W/"${String(made.body['changeKey'])}"`);
  expect((await graph('GET', `${events}/${made.body.id}`)).body).toEqual(made.body);
});

it('shows times in the zone that the caller prefers, and says so', async () => {
  const { id } = await make({ start: london('2026-07-01T14:00:00'), end: london('2026-07-01T15:00:00') });
  const utc = await graph('GET', `${events}/${id}?$select=start`);
  expect(utc.body['start']).toEqual({ dateTime: '2026-07-01T13:00:00.0000000', timeZone: 'UTC' });
  const prefer = 'outlook.timezone="GMT Standard Time"';
  const here = await graph('GET', `${events}/${id}?$select=start`, { headers: { prefer } });
  expect(here.body['start']).toEqual({ dateTime: '2026-07-01T14:00:00.0000000', timeZone: 'GMT Standard Time' });
  expect(here.headers.get('preference-applied')).toBe(prefer);
});

it('shows a body as HTML, however it was written, unless text is preferred', async () => {
  const { id } = await make({ body: { contentType: 'text', content: 'Bring <notes>' } });
  const html = await graph('GET', `${events}/${id}?$select=body`);
  expect(html.body['body']).toEqual({ contentType: 'html', content: expect.stringContaining('Bring &lt;notes>') });
  const prefer = 'outlook.body-content-type="text"';
  const text = await graph('GET', `${events}/${id}?$select=body`, { headers: { prefer } });
  expect(text.body['body']).toEqual({ contentType: 'text', content: 'Bring <notes>' });
  expect(text.headers.get('preference-applied')).toBe(prefer);
});

it('writes nothing when it is asked for an answer that it cannot give', async () => {
  const refused = await graph('POST', `${events}?$expand=instances`, {
    body: { ...meeting, subject: 'Half', transactionId: 'half' },
  });
  expect(refused.status).toBe(501);
  const other = await graph('POST', events, { body: { ...meeting, subject: 'Whole', transactionId: 'half' } });
  expect(other.body['subject']).toBe('Whole');
});

it('makes one event of a request that is sent again with its transactionId', async () => {
  const asked = {
    ...meeting,
    subject: 'Once',
    isOnlineMeeting: true,
    onlineMeetingProvider: 'teamsForBusiness',
    transactionId: 'act-1',
  };
  const first = await graph('POST', events, { body: asked });
  const second = await graph('POST', events, { body: asked });
  expect([second.status, second.body.id]).toEqual([201, first.body.id]);
  expect(first.body['transactionId']).toBe('act-1');
  expect(await inCalendarOf(priya, first.body['iCalUId'])).toHaveLength(1);
  await graph('PATCH', `${events}/${first.body.id}`, { body: { subject: 'Once, renamed' } });
  expect((await graph('POST', events, { body: asked })).body['subject']).toBe('Once, renamed');
});

it('refuses a transactionId that made another event, and one in a change', async () => {
  const { id } = await make({ transactionId: 'act-2' });
  const other = await graph('POST', events, { body: { ...meeting, subject: 'Other', transactionId: 'act-2' } });
  expect([other.status, other.body.error.code]).toEqual([400, 'ErrorDuplicateTransactionId']);
  expect((await graph('PATCH', `${events}/${id}`, { body: { transactionId: 'act-3' } })).status).toBe(400);
  const elsewhere = await graph('POST', `/users/${tom.id}/events`, { body: { ...meeting, transactionId: 'act-2' } });
  expect(elsewhere.status).toBe(201);
});

it('settles an answer that was lost: the same request again finds the event', async () => {
  tenant().core.faults.set({ kind: 'lost-reply', count: 1, methods: ['POST'] });
  const body = { ...meeting, subject: 'Lost', transactionId: 'act-4' };
  await expect(graph('POST', events, { body })).rejects.toThrow();
  const again = await graph('POST', events, { body });
  expect(again.status).toBe(201);
  expect(await inCalendarOf(priya, again.body['iCalUId'])).toHaveLength(1);
});

it('gives an online meeting a way in, which a change of its body must keep', async () => {
  const made = await make({ isOnlineMeeting: true, body: { contentType: 'text', content: 'Bring <notes>' } });
  const joinUrl = (made['onlineMeeting'] as { joinUrl: string }).joinUrl;
  expect(joinUrl).toContain('https://teams.microsoft.com/l/meetup-join/');
  expect(made['onlineMeetingProvider']).toBe('teamsForBusiness');
  const { contentType, content } = made['body'] as { contentType: string; content: string };
  expect([contentType, content]).toEqual(['html', expect.stringContaining(joinUrl)]);
  expect(content).toContain('Bring &lt;notes>');

  const change = (body: object) => graph('PATCH', `${events}/${made.id}`, { body });
  const kept = await change({ body: { contentType: 'html', content: `<p>Changed</p>${content}` } });
  expect(kept.body['isOnlineMeeting']).toBe(true);
  const lost = await change({ body: { contentType: 'html', content: '<p>Changed</p>' } });
  expect([lost.body['isOnlineMeeting'], lost.body['onlineMeeting']]).toEqual([false, null]);
});

it('brings the event into the calendars of those invited, and tells them what becomes of it', async () => {
  const made = await make({ attendees: invited(tom.userPrincipalName, 'worker@brackenshire.example') });
  const uid = made['iCalUId'];
  const [theirs] = await inCalendarOf(tom, uid);
  expect(theirs).toMatchObject({
    isOrganizer: false,
    responseStatus: { response: 'notResponded' },
    showAs: 'tentative',
  });
  expect(theirs!.id).not.toBe(made.id);

  await graph('PATCH', `${events}/${made.id}`, {
    body: { subject: 'Moved', start: london('2026-12-02T09:00:00'), end: london('2026-12-02T10:00:00') },
  });
  expect((await inCalendarOf(tom, uid))[0]).toMatchObject({
    subject: 'Moved',
    start: { dateTime: '2026-12-02T09:00:00.0000000' },
  });

  await graph('PATCH', `${events}/${made.id}`, {
    body: { attendees: invited(castMember('sheila').userPrincipalName) },
  });
  expect((await inCalendarOf(tom, uid))[0]).toMatchObject({
    isCancelled: true,
    subject: 'Canceled: Moved',
  });
  expect(await inCalendarOf(castMember('sheila'), uid)).toHaveLength(1);
});

it('cancels for all: gone for the organiser, marked for the others', async () => {
  const made = await make({ attendees: invited(tom.userPrincipalName) });
  const cancelled = await graph('POST', `${events}/${made.id}/cancel`, { body: { comment: 'Postponed' } });
  expect(cancelled.status).toBe(202);
  expect((await graph('GET', `${events}/${made.id}`)).body.error.code).toBe('ErrorItemNotFound');
  const [theirs] = await inCalendarOf(tom, made['iCalUId']);
  expect(theirs).toMatchObject({ isCancelled: true, showAs: 'free' });
  const refused = await graph('POST', `/users/${tom.id}/events/${theirs!.id}/cancel`);
  expect([refused.status, refused.body.error.message]).toEqual([
    400,
    expect.stringContaining('need to be an organizer'),
  ]);
  expect((await graph('DELETE', `/users/${tom.id}/events/${theirs!.id}`)).status).toBe(204);
  expect(await inCalendarOf(tom, made['iCalUId'])).toEqual([]);
});

it('changes an event only for who saw its newest version, if they say which they saw', async () => {
  const made = await make();
  const headers = { 'if-match': String(made['@odata.etag']) };
  const change = (subject: string, asked: Asked = {}) =>
    graph('PATCH', `${events}/${made.id}`, { body: { subject }, ...asked });
  expect((await change('First', { headers })).status).toBe(200);
  const late = await change('Second', { headers });
  expect([late.status, late.body.error.code]).toEqual([412, 'ErrorIrresolvableConflict']);
  expect((await graph('DELETE', `${events}/${made.id}`, { headers })).status).toBe(412);
  expect((await graph('GET', `${events}/${made.id}`)).body['subject']).toBe('First');
  expect((await change('Third')).body['changeKey']).not.toBe(made['changeKey']);
});

it.each([
  ['an end before the start', { end: london('2026-12-01T13:00:00') }, 'ErrorPropertyValidationFailure'],
  [
    'a zone that nobody knows',
    { start: { dateTime: '2026-12-01T14:00:00', timeZone: 'Mars' } },
    'TimeZoneNotSupportedException',
  ],
  ['a time that is none', { start: london('tomorrow') }, 'ErrorPropertyValidationFailure'],
  ['a whole day that begins at two', { isAllDay: true }, 'ErrorPropertyValidationFailure'],
  ['an address that is none', { attendees: invited('Tom') }, 'ErrorInvalidRequest'],
  [
    '501 people',
    { attendees: invited(...Array.from({ length: 501 }, (_, n) => `p${n}@example.org`)) },
    'ErrorInvalidRequest',
  ],
  ['a property that it does not model', { singleValueExtendedProperties: [] }, 'ErrorInvalidRequest'],
])('refuses %s', async (_, change, code) => {
  const { status, body } = await graph('POST', events, { body: { ...meeting, ...change } });
  expect([status, body.error.code]).toEqual([400, code]);
});

it('refuses a calendar of nobody, of a guest, and one that it may not open', async () => {
  const of = async (user: string) =>
    (await graph('POST', `/users/${encodeURIComponent(user)}/events`, { body: meeting })).body.error.code;
  expect(await of('nobody@kestrelvale.example')).toBe('ErrorInvalidUser');
  expect(await of('bola.adeniran_brackenshire.example#EXT#@kestrelvale.example')).toBe('MailboxNotEnabledForRESTAPI');
  for (const roles of [['Sites.Selected'], ['Calendars.Read'], ['Mail.Send']]) {
    const refused = await asApp(tenant(), ...roles)('POST', events, { body: meeting });
    expect([refused.status, refused.body.error.code]).toEqual([403, 'ErrorAccessDenied']);
  }
  const { id } = await make();
  expect((await asApp(tenant(), 'Calendars.Read')('GET', `${events}/${id}`)).status).toBe(200);
  expect((await graph('GET', `/users/${tom.id}/events/${id}`)).status).toBe(404);
});

it('keeps events between starts', async () => {
  const first = await aTenant();
  const made = await asApp(first, 'Calendars.ReadWrite')('POST', events, {
    body: { ...meeting, transactionId: 'kept' },
  });
  await first.close();
  const again = asApp(await aTenant({ dataDir: first.dataDir }), 'Calendars.ReadWrite');
  expect((await again('POST', events, { body: { ...meeting, transactionId: 'kept' } })).body.id).toBe(made.body.id);
});

it('spends nothing of what SharePoint allows, meets faults by rule, and stands in the ledger', async () => {
  const own = await aTenant({ licences: demo.licences });
  own.core.faults.setRules([{ kind: 'throttle', retryAfterSeconds: 7, match: { pathContains: '/events' }, times: 1 }]);
  const post = asApp(own, 'Calendars.ReadWrite');
  const throttled = await post('POST', events, { body: meeting });
  expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '7']);
  expect((await post('POST', events, { body: meeting })).status).toBe(201);
  expect(own.core.ledger.entries().map(({ status, ru, url }) => [status, ru, url])).toEqual([
    [429, 0, `https://graph.microsoft.com/v1.0${events}`],
    [201, 0, `https://graph.microsoft.com/v1.0${events}`],
  ]);
});
