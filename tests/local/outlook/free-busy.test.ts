import { expect, it } from 'vitest';
import { castMember } from '../../../src/local/cast.ts';
import { aTenant } from '../a-tenant.ts';
import { asApp } from '../as-app.ts';

const priya = castMember('priya');
const tom = castMember('tom');
const london = (dateTime: string) => ({ dateTime, timeZone: 'Europe/London' });
const period = { startTime: london('2026-12-01T09:00:00'), endTime: london('2026-12-01T12:00:00') };
const schedule = `/users/${priya.id}/calendar/getSchedule`;

async function aSchool() {
  const graph = asApp(await aTenant(), 'Calendars.ReadWrite');
  const put = (who: { id: string }, from: string, to: string, more: object = {}) =>
    graph('POST', `/users/${who.id}/events`, {
      body: { subject: 'Secret', start: london(`2026-12-01T${from}:00`), end: london(`2026-12-01T${to}:00`), ...more },
    });
  const ask = (more: object = {}) =>
    graph('POST', schedule, {
      body: { ...period, schedules: [priya.userPrincipalName, tom.userPrincipalName], ...more },
    });
  const cancel = (id: string) => graph('POST', `/users/${priya.id}/events/${id}/cancel`);
  return { put, ask, cancel };
}

it('says slot by slot what keeps somebody away, the strongest first', async () => {
  const { put, ask } = await aSchool();
  await put(priya, '09:15', '09:45');
  await put(priya, '10:00', '11:00', { showAs: 'tentative' });
  await put(priya, '10:30', '11:00', { showAs: 'oof' });
  await put(priya, '11:30', '12:00', { showAs: 'free' });
  await put(tom, '11:00', '13:00', { showAs: 'workingElsewhere' });
  await put(tom, '11:00', '11:30');
  const { value } = (await ask()).body;
  expect(value.map(({ scheduleId, availabilityView }) => [scheduleId, availabilityView])).toEqual([
    [priya.userPrincipalName, '221300'],
    [tom.userPrincipalName, '000020'],
  ]);
  const hourly = (await ask({ availabilityViewInterval: '60' })).body.value;
  expect(hourly[0]?.['availabilityView']).toBe('230');
});

it('counts what somebody was invited to as not yet certain, and nothing that was called off', async () => {
  const { put, ask, cancel } = await aSchool();
  const attendees = [{ type: 'required', emailAddress: { address: tom.userPrincipalName } }];
  const { id } = (await put(priya, '09:00', '09:30', { attendees })).body;
  const views = async () => (await ask()).body.value.map(({ availabilityView }) => availabilityView);
  expect(await views()).toEqual(['200000', '100000']);
  await cancel(id);
  expect(await views()).toEqual(['000000', '000000']);
});

it('tells subjects of the calendar that was asked only, and not what is private', async () => {
  const { put, ask } = await aSchool();
  await put(priya, '09:00', '09:30', { location: { displayName: 'Room 4' } });
  await put(priya, '10:00', '10:30', { sensitivity: 'private' });
  await put(tom, '09:00', '09:30');
  const items = (await ask()).body.value.map(({ scheduleItems }) => scheduleItems);
  const at = (time: string) => expect.objectContaining({ dateTime: `2026-12-01T${time}:00.0000000` });
  expect(items).toEqual([
    [
      { isPrivate: false, status: 'busy', subject: 'Secret', location: 'Room 4', start: at('09:00'), end: at('09:30') },
      { status: 'busy', start: at('10:00'), end: at('10:30') },
    ],
    [{ status: 'busy', start: at('09:00'), end: at('09:30') }],
  ]);
});

it('names an address that it does not know, and answers for the others', async () => {
  const { ask } = await aSchool();
  const { status, body } = await ask({ schedules: ['nobody@kestrelvale.example', priya.userPrincipalName] });
  expect(status).toBe(200);
  expect(body.value[0]).toMatchObject({ error: { responseCode: 'ErrorMailRecipientNotFound' } });
  expect(body.value[1]).toMatchObject({ availabilityView: '000000' });
});

it.each([
  ['21 people at once', { schedules: Array.from({ length: 21 }, (_, n) => `p${n}@kestrelvale.example`) }],
  ['62 days', { endTime: london('2027-02-01T09:00:00') }],
  ['slots of four minutes', { availabilityViewInterval: 4 }],
  ['slots longer than the period', { availabilityViewInterval: 1_440 }],
  ['nobody', { schedules: [] }],
])('refuses %s', async (_, more) => {
  expect((await (await aSchool()).ask(more)).status).toBe(400);
});
