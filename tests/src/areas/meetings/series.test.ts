import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { addAgendaPoint } from '../../../../src/areas/meetings/add-agenda-point.ts';
import { arrangeAgenda } from '../../../../src/areas/meetings/arrange-agenda.ts';
import { callMeeting } from '../../../../src/areas/meetings/call-meeting.ts';
import { cancelMeeting } from '../../../../src/areas/meetings/cancel-meeting.ts';
import { changeMeeting } from '../../../../src/areas/meetings/change-meeting.ts';
import { agreeMinutes } from '../../../../src/areas/meetings/minutes/agree-minutes.ts';
import { holdMeeting } from '../../../../src/areas/meetings/minutes/hold-meeting.ts';
import { writeMinutes } from '../../../../src/areas/meetings/minutes/write-minutes.ts';
import { refreshAgenda } from '../../../../src/areas/meetings/refresh-agenda.ts';
import { listAgenda, listMeetingsToCome, readMeeting } from '../../../../src/areas/meetings/views.ts';
import { minutesDraft } from '../../../../src/areas/meetings/contract.ts';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { newForm, people, school } from '../../../support/kernel.ts';
import { needToKnowScene, type NeedToKnowScene } from '../../../support/need-to-know-scene.ts';

const { priya, tom } = people;
let scene: NeedToKnowScene;
let now: string;
beforeEach(async () => {
  now = '2027-03-08T08:00:00.000Z';
  scene = await needToKnowScene({ now: () => now });
  onTestFinished(() => scene.close());
});

type Asked = Parameters<typeof callMeeting.decide>[1];
/** Mondays from the 8th of March; the clock goes forward on the 28th. */
const mondays = ['2027-03-15', '2027-03-22', '2027-04-05'];
const asked = (over: Partial<Asked> = {}): Asked => ({
  ...{ school, kind: 'pastoral', chair: priya.person, staff: [tom.person], guests: [] },
  ...{ startsAt: '2027-03-08T15:30:00.000Z', endsAt: '2027-03-08T16:15:00.000Z', location: 'Room 4' },
  ...{ children: [scene.child('Leo Tarrant')], alsoOn: mondays },
  ...over,
});
const call = async (over: Partial<Asked> = {}) => {
  const called = await scene.perform(callMeeting, priya, asked(over), newForm());
  if (!called.ok) throw new Error(JSON.stringify(called.problem));
  return toCome();
};
const toCome = async () => (await scene.look(listMeetingsToCome, priya, {}))?.items ?? [];
const one = async (id: string) => {
  const found = await scene.look(readMeeting, priya, { id });
  if (!found) throw new Error('no meeting');
  return found;
};
const agenda = async (id: string) => (await scene.look(listAgenda, priya, { id })) ?? [];
const own = async (id: string) =>
  (await agenda(id)).filter(({ why }) => why !== 'standing').map(({ heading, why, from }) => [heading, why, from?.ref]);
const point = (meeting: string, heading: string) => scene.act(addAgendaPoint, priya, { meeting, heading });
const refresh = (meeting: string) => scene.act(refreshAgenda, priya, { meeting });
const hold = async (meeting: string) =>
  scene.act(holdMeeting, priya, { meeting, rev: (await one(meeting)).rev, attendance: [] });
/** Holds a meeting and agrees its minutes, in which these points are decided. */
async function agree(meeting: string, decided: readonly string[] = []): Promise<void> {
  expect(await hold(meeting)).toBe('done');
  const draft = new Doc();
  for (const { id, heading = '' } of await agenda(meeting)) {
    if (decided.includes(heading)) draft.getMap(minutesDraft.states).set(id, 'decided');
    draft.getText(minutesDraft.textOf(id, 'discussion')).insert(0, 'Talked about.');
  }
  const update = Buffer.from(encodeStateAsUpdate(draft)).toString('base64');
  expect(await scene.act(writeMinutes, priya, { meeting, update })).toBe('done');
  expect(await scene.act(agreeMinutes, priya, { meeting, rev: (await one(meeting)).rev })).toBe('done');
}

describe('a series', () => {
  it('is a meeting on each day, at the same hours of the clock, numbered one by one', async () => {
    const all = await call();
    expect(all.map(({ ref, startsAt, endsAt, location }) => [ref, startsAt, endsAt, location])).toEqual([
      ['M-2027-0001', '2027-03-08T15:30:00.000Z', '2027-03-08T16:15:00.000Z', 'Room 4'],
      ['M-2027-0002', '2027-03-15T15:30:00.000Z', '2027-03-15T16:15:00.000Z', 'Room 4'],
      ['M-2027-0003', '2027-03-22T15:30:00.000Z', '2027-03-22T16:15:00.000Z', 'Room 4'],
      ['M-2027-0004', '2027-04-05T14:30:00.000Z', '2027-04-05T15:15:00.000Z', 'Room 4'],
    ]);
    expect(all.map(({ children, people: many }) => [children, many])).toEqual(Array(4).fill([1, 2]));
    expect(await Promise.all(all.map(async ({ id }) => (await one(id)).later))).toEqual([3, 2, 1, 0]);
    const [next, ...more] = await call({ alsoOn: [] }).then((every) => every.filter(({ ref }) => ref > 'M-2027-0004'));
    expect([next?.ref, more]).toEqual(['M-2027-0005', []]);
  });

  it('tells whoever is asked once, of its first meeting', async () => {
    const [first] = await call();
    const told = scene.sent().filter(({ kind }) => kind === 'meeting-called');
    expect(told).toEqual([{ kind: 'meeting-called', to: tom.person, about: first?.id }]);
  });

  it.each([
    ['a day twice', ['2027-03-15', '2027-03-15']],
    ['the day of the first meeting', ['2027-03-08']],
    ['a day more than a year away', ['2028-06-05']],
  ])('is not called on %s', async (_what, alsoOn) => {
    expect(await scene.act(callMeeting, priya, asked({ alsoOn }))).toBe('alsoOn');
    expect(await toCome()).toEqual([]);
  });

  it('is cancelled from one meeting on, and what was before it stays', async () => {
    const [first, second, third, fourth] = await call();
    const order = { meeting: second?.id ?? '', rev: second?.rev ?? 0, reason: 'No more.' };
    expect(await scene.act(cancelMeeting, priya, { ...order, andLater: true })).toBe('done');
    const states = await Promise.all(
      [first, second, third, fourth].map(async (of) => (await one(of?.id ?? '')).status),
    );
    expect(states).toEqual(['invited', 'cancelled', 'cancelled', 'cancelled']);
    expect(scene.sent().filter(({ kind }) => kind === 'meeting-cancelled')).toHaveLength(1);
  });

  it('loses one meeting and keeps the others', async () => {
    const [first, second] = await call();
    const order = { meeting: first?.id ?? '', rev: first?.rev ?? 0, reason: 'A fire drill.' };
    expect(await scene.act(cancelMeeting, priya, order)).toBe('done');
    expect([(await one(first?.id ?? '')).status, (await one(second?.id ?? '')).status]).toEqual([
      'cancelled',
      'invited',
    ]);
  });

  it('moves with all its meetings to come: as many days on, to the new hours', async () => {
    const [, second] = await call();
    const times = { startsAt: '2027-03-16T08:00:00.000Z', endsAt: '2027-03-16T08:30:00.000Z' };
    const order = { meeting: second?.id ?? '', rev: second?.rev ?? 0, ...times, location: 'Library', online: true };
    expect(await scene.act(changeMeeting, priya, { ...order, reason: 'Mondays are full.', andLater: true })).toBe(
      'done',
    );
    expect((await toCome()).map(({ startsAt, status, location }) => [startsAt, status, location])).toEqual([
      ['2027-03-08T15:30:00.000Z', 'invited', 'Room 4'],
      ['2027-03-16T08:00:00.000Z', 'rearranged', 'Library'],
      ['2027-03-23T08:00:00.000Z', 'rearranged', 'Library'],
      ['2027-04-06T07:00:00.000Z', 'rearranged', 'Library'],
    ]);
  });

  it('may be changed by those only who may call meetings', async () => {
    const [first] = await call();
    const order = { meeting: first?.id ?? '', rev: first?.rev ?? 0, reason: 'No.', andLater: true };
    expect(await scene.act(cancelMeeting, people.daniel, order)).toBe('not-found');
  });
});

describe('the rolling agenda of a series', () => {
  it('takes what was not decided on to the next meeting when the minutes are agreed, and says where from', async () => {
    const [first, second] = (await call()).map(({ id }) => id) as [string, string];
    await point(first, 'Coats');
    await point(first, 'Breakfast');
    await agree(first, ['Breakfast']);
    expect(await own(second)).toEqual([['Coats', 'arising', 'M-2027-0001']]);
    // The date of the next meeting stays at the end, and what stands on each agenda is not doubled.
    const points = await agenda(second);
    expect(points.at(-1)).toMatchObject({ why: 'standing', heading: 'Date of the next meeting' });
    expect(new Set(points.map(({ heading }) => heading)).size).toBe(points.length);
    expect(points.map(({ number }) => number)).toEqual(points.map((_, i) => i + 1));
  });

  it('keeps it until it is decided, over meetings that nobody minuted and one that was called off', async () => {
    const [first, second, third, fourth] = (await call()).map(({ id }) => id) as [string, string, string, string];
    await point(first, 'Coats');
    await hold(first);
    await point(second, 'Lockers');
    now = '2027-03-15T18:00:00.000Z';
    const { rev } = await one(third);
    await scene.act(cancelMeeting, priya, { meeting: third, rev, reason: 'Ill.' });
    expect(await refresh(fourth)).toBe('done');
    expect(await own(fourth)).toEqual([
      ['Coats', 'arising', 'M-2027-0001'],
      ['Lockers', 'arising', 'M-2027-0002'],
    ]);
    expect(await refresh(fourth)).toBe('done');
    expect(await own(fourth)).toHaveLength(2);
  });

  it('does not take on what a meeting has still to talk about', async () => {
    const [first, second, third] = (await call()).map(({ id }) => id) as [string, string, string];
    await point(second, 'Lockers');
    await refresh(third);
    expect(await own(third)).toEqual([]);
    await point(first, 'Coats');
    await agree(first);
    await refresh(third);
    // The second meeting has it, and the third does not have it beside it.
    expect(await own(second)).toHaveLength(2);
    expect(await own(third)).toEqual([]);
  });

  it('drops it from the next meeting where it was decided after all, and never brings back what was taken off', async () => {
    const [first, second, third] = (await call()).map(({ id }) => id) as [string, string, string];
    await point(first, 'Coats');
    await point(first, 'Breakfast');
    now = '2027-03-09T08:00:00.000Z';
    await refresh(second);
    expect(await own(second)).toHaveLength(2);
    const points = await agenda(second);
    const off = points.map(({ id, heading }) => (heading === 'Breakfast' ? { id, off: true as const } : { id }));
    expect(await scene.act(arrangeAgenda, priya, { meeting: second, points: off })).toBe('done');
    await agree(first, ['Coats']);
    await refresh(second);
    expect(await own(second)).toEqual([]);
    now = '2027-03-16T08:00:00.000Z';
    await refresh(third);
    expect(await own(third)).toEqual([]);
  });
});
