import { expect, it } from 'vitest';
import { z } from 'zod';
import { createFreeTimes } from '../../../src/jobs/look-at-free-times.ts';
import { calendarScene } from '../../support/calendar-scene.ts';
import { people, school } from '../../support/kernel.ts';

/**
 * What Microsoft Graph v1.0 takes of a calendar, as its pages and its metadata describe it; anything else in a body is a fault of ours.
 * https://learn.microsoft.com/graph/api/resources/event, dateTimeTimeZone, attendee, itemBody, user-post-events, event-update,
 * event-cancel, calendar-getschedule
 */
const moment = z.strictObject({
  // A wall time without an offset: the zone stands beside it.
  dateTime: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?$/),
  timeZone: z.string().min(1),
});
const address = z.strictObject({ address: z.email(), name: z.exactOptional(z.string()) });
const writable = {
  start: moment,
  end: moment,
  location: z.strictObject({ displayName: z.string() }),
  attendees: z
    .array(z.strictObject({ type: z.enum(['required', 'optional', 'resource']), emailAddress: address }))
    .max(500),
  body: z.strictObject({ contentType: z.enum(['text', 'html']), content: z.string() }),
  isOnlineMeeting: z.boolean(),
  onlineMeetingProvider: z.enum(['unknown', 'teamsForBusiness', 'skypeForBusiness', 'skypeForConsumer']),
};
const changed = z.strictObject(writable).partial();
const created = changed.extend({
  subject: z.string().min(1).max(255),
  sensitivity: z.enum(['normal', 'personal', 'private', 'confidential']),
  hideAttendees: z.boolean(),
  allowNewTimeProposals: z.boolean(),
  transactionId: z.string().min(1),
});
const cancelled = z.strictObject({ comment: z.exactOptional(z.string()) });
const asked = z.strictObject({
  schedules: z.array(z.email()).min(1).max(20),
  startTime: moment,
  endTime: moment,
  availabilityViewInterval: z.int().min(5).max(1_440),
});
const user = '/v1\\.0/users/[0-9a-f-]{36}';
const known: readonly (readonly [method: string, path: RegExp, status: number, body: z.ZodType | undefined])[] = [
  ['POST', new RegExp(`^${user}/events$`), 201, created],
  ['PATCH', new RegExp(`^${user}/events/[^/]+$`), 200, changed],
  ['POST', new RegExp(`^${user}/events/[^/]+/cancel$`), 202, cancelled],
  ['POST', new RegExp(`^${user}/calendar/getSchedule$`), 200, asked],
  ['GET', new RegExp(`^${user}/calendar$`), 200, undefined],
];

it('every call about a calendar is one that Microsoft describes, and its body holds what the description has', async () => {
  const { call, move, cancel, keeper, calendars, calls, scene } = await calendarScene();
  const { turn } = keeper();
  const meeting = await call();
  await call({ kind: 'training', children: [], online: false, location: 'Hall' });
  await turn();
  await move(meeting);
  await turn();
  await move(meeting, { online: false, reason: 'Back to a room.' });
  await turn();
  await cancel(meeting);
  await turn();
  const { read, clock } = scene;
  const wanted = { school, day: '2026-12-14', minutes: 45, people: [people.daniel.person, people.tom.person] };
  expect(await createFreeTimes({ calendar: calendars(), read, clock })(people.priya, wanted)).toMatchObject({
    ok: true,
  });
  const seen = new Set<RegExp>();
  for (const { method, url, status, body } of calls()) {
    const { origin, pathname } = new URL(url);
    expect(origin).toBe('https://graph.microsoft.com');
    const found = known.find(([name, path]) => name === method && path.test(pathname));
    expect(found, `${method} ${pathname}`).toBeDefined();
    expect(status).toBe(found?.[2]);
    expect(found?.[3]?.safeParse(body).error?.issues).toBeUndefined();
    if (found) seen.add(found[1]);
  }
  expect(seen.size).toBe(known.length);
  const made = calls().filter(({ url, method }) => method === 'POST' && url.endsWith('/events'));
  expect(made.map(({ body }) => (body as { subject: string }).subject).sort()).toEqual([
    'Safeguarding meeting',
    'School event',
  ]);
});
