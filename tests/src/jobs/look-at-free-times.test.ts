import { beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import type { FreeTimes } from '../../../src/areas/meetings/contract.ts';
import { freeTimesOf, hoursOf } from '../../../src/areas/meetings/free-times.ts';
import { createFreeTimes } from '../../../src/jobs/look-at-free-times.ts';
import { demo } from '../../../src/local/cast.ts';
import type { Taken } from '../../../src/ports/calendar.ts';
import { calendarScene, may, type CalendarScene } from '../../support/calendar-scene.ts';
import { people, school, tenant as tenantId } from '../../support/kernel.ts';

const { daniel, priya, tom, zoe } = people;
const day = '2026-12-14';

let cal: CalendarScene;
beforeEach(async () => {
  cal = await calendarScene();
});

const look = (
  who: Identity,
  over: {
    readonly day?: string;
    readonly minutes?: number;
    readonly people?: readonly string[];
    readonly school?: string;
  } = {},
  roles: readonly string[] = may,
) => {
  const { read, clock } = cal.scene;
  const asked = { school, day, minutes: 60, people: [priya.person, daniel.person, tom.person], ...over };
  return createFreeTimes({ calendar: cal.calendars(roles), read, clock })(who, asked);
};
const seen = async (...given: Parameters<typeof look>): Promise<FreeTimes> => {
  const end = await look(...given);
  if (!end.ok) throw new Error(end.problem.code);
  return end.answer;
};
/** Puts something into somebody's calendar, as they would. */
async function busy(who: Identity, from: string, to: string, showAs = 'busy'): Promise<void> {
  const at = (time: string) => ({ dateTime: `${day}T${time}:00`, timeZone: 'UTC' });
  const event = { subject: 'Dentist, Ellie', start: at(from), end: at(to), showAs };
  const token = cal.tenant.core.graphToken(demo.apiAppId, may);
  const made = await cal.tenant.graph('POST', `/users/${who.person}/events`, { token, body: event });
  expect(made.status).toBe(201);
}
const starts = ({ times }: FreeTimes) => times.map(({ startsAt }) => startsAt.slice(11, 16));

describe('when people are free', () => {
  it('proposes the times of the day at which nobody is busy', async () => {
    await busy(daniel, '08:00', '11:00');
    await busy(tom, '12:00', '17:15');
    const found = await seen(priya);
    expect(starts(found).filter((_, i) => found.times[i]?.busy.length === 0)).toEqual(['11:00']);
    expect(found.unread).toEqual([]);
  });

  it('says who is busy, and who may be, where no time suits all', async () => {
    await busy(daniel, '08:00', '18:00');
    await busy(tom, '08:00', '17:00', 'tentative');
    const { times } = await seen(priya);
    expect(times.every((time) => time.busy.includes(daniel.person))).toBe(true);
    expect(times.find(({ startsAt }) => startsAt.includes('T17:00'))).toMatchObject({ maybe: [] });
    expect(times.find(({ startsAt }) => startsAt.includes('T08:00'))?.maybe).toEqual([tom.person]);
  });

  it('reads nothing of what anybody does, and tells nothing of it', async () => {
    await busy(priya, '09:00', '10:00');
    const found = await seen(priya);
    expect(JSON.stringify(found)).not.toMatch(/Dentist|Ellie/);
    expect(Object.keys(found.times[0] ?? {}).sort()).toEqual(['busy', 'endsAt', 'maybe', 'startsAt']);
    const asked = cal
      .calls()
      .filter(({ url }) => url.includes('/users/'))
      .map(({ method, url }) => [method, url]);
    const of = ({ person }: Identity) => `https://graph.microsoft.com/v1.0/users/${person}/calendar`;
    // The first is what the test itself has done.
    expect(asked.slice(1).sort()).toEqual(
      [
        ...[priya, daniel, tom].map((who) => ['GET', `${of(who)}?$select=owner`]),
        ['POST', `${of(priya)}/getSchedule`],
      ].sort(),
    );
  });

  it('is journalled as a look at those people, and at nobody else', async () => {
    await seen(priya, { people: [daniel.person, 'somebody-else'] });
    const looks = [...cal.scene.journalEntries(tenantId)].filter(({ act }) => act === 'look-up-free-times');
    expect(looks).toMatchObject([{ actor: priya.person, verb: 'list', outcome: 'shown' }]);
    expect(looks[0]?.subjects).toHaveLength(1);
  });

  it.each([
    ['a teacher', daniel],
    ['a supply teacher', zoe],
  ] as const)('is not told to %s, who calls no meetings', async (_what, who) => {
    expect(await look(who)).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(cal.calls()).toEqual([]);
  });

  it('is not told of another school', async () => {
    expect(await look(priya, { school: 'elsewhere' })).toMatchObject({ ok: false, problem: { code: 'not-found' } });
    expect(cal.calls()).toEqual([]);
  });

  it.each([
    ['no day', { day: '' }],
    ['nobody', { people: [] }],
    ['no length', { minutes: 0 }],
  ] as const)('is not asked for %s', async (_what, over) => {
    expect(await look(priya, over)).toMatchObject({ ok: false, problem: { code: 'invalid-input' } });
  });

  it('says so where no calendar may be read, and proposes nothing', async () => {
    expect(await seen(priya, {}, ['Sites.Selected'])).toEqual({
      times: [],
      unread: expect.arrayContaining([priya.person, daniel.person, tom.person]) as unknown,
    });
  });
});

describe('times of a day', () => {
  const free = (slots: number): readonly Taken[] => Array<Taken>(slots).fill('free');
  const of = (taken: Record<string, readonly Taken[]>, now = '2026-12-01T00:00:00.000Z', minutes = 60) =>
    freeTimesOf({ day, minutes }, new Map(Object.entries(taken)), now);

  it('lie between eight and six by the clock at the school, in summer too', () => {
    expect(hoursOf('2026-12-14')).toEqual({ from: '2026-12-14T08:00:00.000Z', to: '2026-12-14T18:00:00.000Z' });
    expect(hoursOf('2027-06-14')).toEqual({ from: '2027-06-14T07:00:00.000Z', to: '2027-06-14T17:00:00.000Z' });
  });

  it('are none that has gone by, and none that would end after the day', () => {
    const times = of({ a: free(40) }, '2026-12-14T16:10:00.000Z');
    expect(times.map(({ startsAt }) => startsAt.slice(11, 16))).toEqual(['16:30', '17:00']);
  });

  it('touch nobody who is busy until they begin or from when they end on', () => {
    const taken: Taken[] = [...free(40)];
    // 09:00 to 09:15, and 10:45 to 11:00.
    taken[4] = taken[11] = 'busy';
    const times = of({ a: taken }, undefined, 45);
    const at = (time: string) => times.find(({ startsAt }) => startsAt.includes(time))?.busy;
    expect([at('T08:00'), at('T09:30'), at('T10:00')]).toEqual([[], [], []]);
    expect([at('T09:00'), at('T10:30'), at('T08:30')]).toEqual([undefined, undefined, undefined]);
  });
});
