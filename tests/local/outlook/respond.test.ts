import { expect, it } from 'vitest';
import { castMember } from '../../../src/local/cast.ts';
import { aTenant, type ReplyBody } from '../a-tenant.ts';
import { asApp } from '../as-app.ts';

const priya = castMember('priya');
const tom = castMember('tom');
const utc = (dateTime: string) => ({ dateTime, timeZone: 'UTC' });
const at = Date.parse('2026-12-01T14:10:00Z');

/** A meeting of Priya's that Tom was invited to. */
async function invited() {
  const tenant = await aTenant({ now: () => at });
  const graph = asApp(tenant, 'Calendars.ReadWrite', 'Presence.Read.All');
  const attendees = [{ type: 'required', emailAddress: { address: tom.userPrincipalName } }];
  const body = { subject: 'Core group', start: utc('2026-12-01T14:00:00'), end: utc('2026-12-01T15:00:00'), attendees };
  const made = (await graph('POST', `/users/${priya.id}/events`, { body })).body;
  const ofTom = async (): Promise<ReplyBody | undefined> =>
    (await graph('GET', `/users/${tom.id}/calendarView?startDateTime=2026-12-01&endDateTime=2026-12-02`)).body.value[0];
  const { id } = (await ofTom())!;
  return {
    ofTom,
    respond: (how: string, body?: object) => graph('POST', `/users/${tom.id}/events/${id}/${how}`, { body }),
    statusAtPriyas: async () => {
      const shown = (await graph('GET', `/users/${priya.id}/events/${made.id}`)).body;
      return (shown['attendees'] as readonly { status: { response: string } }[])[0]?.status.response;
    },
    change: (body: object) => graph('PATCH', `/users/${priya.id}/events/${made.id}`, { body }),
    ofPriya: (how: string) => graph('POST', `/users/${priya.id}/events/${made.id}/${how}`),
    presence: async () => (await graph('GET', `/users/${tom.id}/presence`)).body['activity'],
  };
}

it('makes a time certain once it is accepted, and tells the organiser', async () => {
  const { ofTom, respond, statusAtPriyas, presence } = await invited();
  expect([await statusAtPriyas(), await presence()]).toEqual(['none', 'Available']);
  expect((await respond('accept', { comment: 'Yes', sendResponse: true })).status).toBe(202);
  expect(await ofTom()).toMatchObject({
    showAs: 'busy',
    responseStatus: { response: 'accepted', time: '2026-12-01T14:10:00Z' },
  });
  expect([await statusAtPriyas(), await presence()]).toEqual(['accepted', 'InAMeeting']);
});

it('keeps an answer from the organiser when it is asked to', async () => {
  const { ofTom, respond, statusAtPriyas } = await invited();
  await respond('tentativelyAccept', { sendResponse: false });
  expect(await ofTom()).toMatchObject({ showAs: 'tentative', responseStatus: { response: 'tentativelyAccepted' } });
  expect(await statusAtPriyas()).toBe('none');
});

it('takes what is declined out of the calendar', async () => {
  const { ofTom, respond, statusAtPriyas } = await invited();
  await respond('decline');
  expect(await ofTom()).toBeUndefined();
  expect(await statusAtPriyas()).toBe('declined');
});

it('asks anew when the time changes, and not for another subject', async () => {
  const { ofTom, respond, statusAtPriyas, change } = await invited();
  await respond('accept');
  await change({ subject: 'Core group, renamed' });
  expect(await statusAtPriyas()).toBe('accepted');
  expect(await ofTom()).toMatchObject({ responseStatus: { response: 'accepted' } });
  await change({ end: utc('2026-12-01T16:00:00') });
  expect(await statusAtPriyas()).toBe('none');
  expect(await ofTom()).toMatchObject({ responseStatus: { response: 'notResponded' } });
});

it('takes no answer of the organiser, and none that it does not understand', async () => {
  const { ofPriya, respond } = await invited();
  expect((await ofPriya('accept')).status).toBe(400);
  expect((await respond('accept', { proposedNewTime: {} })).status).toBe(400);
});
