import { expect, it } from 'vitest';
import { castMember } from '../../../src/local/cast.ts';
import { aTenant, type Asked, type GraphReply, type ReplyBody } from '../a-tenant.ts';
import { asApp } from '../as-app.ts';

const priya = castMember('priya');
const london = (dateTime: string) => ({ dateTime, timeZone: 'GMT Standard Time' });

interface Calendar {
  (method: string, path: string, asked?: Asked): Promise<GraphReply>;
}
async function aCalendar(): Promise<Calendar> {
  const graph = asApp(await aTenant(), 'Calendars.ReadWrite');
  return (method, path, asked) => graph(method, `/users/${priya.id}${path}`, asked);
}
const view = (from: string, to: string, more = '') => `/calendarView?startDateTime=${from}&endDateTime=${to}${more}`;
const starts = ({ value }: ReplyBody) =>
  value.map(({ start }) => (start as { dateTime: string }).dateTime.slice(0, 16));

const series = (recurrence: object, start: string, end: string) => ({
  subject: 'Pastoral',
  start: london(start),
  end: london(end),
  recurrence,
});

it('shows each occurrence of a weekly series at its hour on the wall, over the change of the clocks', async () => {
  const calendar = await aCalendar();
  const recurrence = {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['monday', 'thursday'], firstDayOfWeek: 'monday' },
    range: { type: 'endDate', startDate: '2026-10-19', endDate: '2026-11-02' },
  };
  const made = await calendar('POST', '/events', {
    body: series(recurrence, '2026-10-19T08:30:00', '2026-10-19T09:00:00'),
  });
  expect(made.body).toMatchObject({
    type: 'seriesMaster',
    recurrence: { range: { recurrenceTimeZone: 'GMT Standard Time' } },
  });
  const { body } = await calendar('GET', view('2026-10-01T00:00:00Z', '2026-12-01T00:00:00Z'));
  expect(starts(body)).toEqual([
    '2026-10-19T07:30',
    '2026-10-22T07:30',
    '2026-10-26T08:30',
    '2026-10-29T08:30',
    '2026-11-02T08:30',
  ]);
  expect(body.value[0]).toMatchObject({ type: 'occurrence', seriesMasterId: made.body.id, recurrence: null });

  const one = await calendar('GET', `/events/${body.value[1]!.id}`);
  expect(one.body).toMatchObject({ type: 'occurrence', start: { dateTime: '2026-10-22T07:30:00.0000000' } });
  expect((await calendar('GET', `/events/${made.body.id}.2026-10-20`)).status).toBe(404);
  expect((await calendar('PATCH', `/events/${one.body.id}`, { body: { subject: 'x' } })).status).toBe(501);
});

it('skips weeks and months as the pattern says, and ends after so many', async () => {
  const calendar = await aCalendar();
  const fortnightly = {
    pattern: { type: 'weekly', interval: 2, daysOfWeek: ['wednesday'] },
    range: { type: 'numbered', startDate: '2026-11-04', numberOfOccurrences: 3 },
  };
  const monthly = {
    pattern: { type: 'absoluteMonthly', interval: 1, dayOfMonth: 31 },
    range: { type: 'noEnd', startDate: '2027-01-31' },
  };
  await calendar('POST', '/events', { body: series(fortnightly, '2026-11-04T12:00:00', '2026-11-04T13:00:00') });
  await calendar('POST', '/events', { body: series(monthly, '2027-01-31T12:00:00', '2027-01-31T13:00:00') });
  expect(starts((await calendar('GET', view('2026-11-01', '2027-01-01'))).body)).toEqual([
    '2026-11-04T12:00',
    '2026-11-18T12:00',
    '2026-12-02T12:00',
  ]);
  expect(starts((await calendar('GET', view('2027-01-01', '2027-04-01T00:00:00%2B01:00'))).body)).toEqual([
    '2027-01-31T12:00',
    '2027-02-28T12:00',
    '2027-03-31T11:00',
  ]);
});

it('goes through a long calendar in pages, earliest first', async () => {
  const calendar = await aCalendar();
  for (const hour of ['14', '09', '11'])
    await calendar('POST', '/events', {
      body: { subject: hour, start: london(`2026-12-01T${hour}:00:00`), end: london(`2026-12-01T${hour}:30:00`) },
    });
  const first = (
    await calendar('GET', view('2026-12-01', '2026-12-02', '&$top=2&$orderby=start/dateTime&$select=subject'))
  ).body;
  expect(first.value.map(({ subject }) => subject)).toEqual(['09', '11']);
  const link = String(first['@odata.nextLink']).replace(`https://graph.microsoft.com/v1.0/users/${priya.id}`, '');
  const last = (await calendar('GET', link)).body;
  expect(last.value.map(({ subject }) => subject)).toEqual(['14']);
  expect(last['@odata.nextLink']).toBeUndefined();
});

it.each([
  ['no window', '/calendarView', 400],
  ['a window that ends before it begins', view('2026-12-02', '2026-12-01'), 400],
  ['a window of six years', view('2020-01-01', '2026-01-01'), 400],
  ['a filter', view('2026-12-01', '2026-12-02', "&$filter=subject eq 'x'"), 501],
  ['a property that cannot be selected', view('2026-12-01', '2026-12-02', '&$select=createdDateTime'), 501],
  ['another order', view('2026-12-01', '2026-12-02', '&$orderby=subject'), 501],
])('refuses %s', async (_, path, status) => {
  expect((await (await aCalendar())('GET', path)).status).toBe(status);
});

it.each([
  [
    'a yearly pattern',
    { type: 'absoluteYearly', interval: 1, dayOfMonth: 1, month: 12 },
    { type: 'noEnd', startDate: '2026-12-01' },
  ],
  [
    'a first day that is not that of the event',
    { type: 'absoluteMonthly', interval: 1, dayOfMonth: 1 },
    { type: 'noEnd', startDate: '2026-12-02' },
  ],
])('refuses a series with %s', async (_, pattern, range) => {
  const body = series({ pattern, range }, '2026-12-01T12:00:00', '2026-12-01T13:00:00');
  expect((await (await aCalendar())('POST', '/events', { body })).status).toBe(400);
});
