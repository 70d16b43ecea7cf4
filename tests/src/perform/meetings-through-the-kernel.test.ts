import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAction } from '../../../src/areas/actions/create-action.ts';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { concern as concernType } from '../../../src/areas/concerns/record.ts';
import { addAgendaPoint } from '../../../src/areas/meetings/add-agenda-point.ts';
import { arrangeAgenda } from '../../../src/areas/meetings/arrange-agenda.ts';
import { callMeeting } from '../../../src/areas/meetings/call-meeting.ts';
import { cancelMeeting } from '../../../src/areas/meetings/cancel-meeting.ts';
import { changeMeeting } from '../../../src/areas/meetings/change-meeting.ts';
import { refreshAgenda } from '../../../src/areas/meetings/refresh-agenda.ts';
import { listMeetingsAskedTo } from '../../../src/areas/meetings/invitations.ts';
import { meeting as meetingType } from '../../../src/areas/meetings/record.ts';
import {
  listAgenda,
  listChildrenOfMeeting,
  listMeetingsBefore,
  listMeetingsToCome,
  listPeopleForMeetings,
  listPeopleOfMeeting,
  readMeeting,
} from '../../../src/areas/meetings/views.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { margaret, needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';

const { daniel, priya, tom, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
let ellie: string;
let leo: string;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  scene = await needToKnowScene({ now: () => now });
  ellie = scene.child('Ellie Marsden');
  leo = scene.child('Leo Tarrant');
});
afterEach(() => scene.close());

const taf = () => ({
  ...{ school, kind: 'taf' as const, startsAt: '2026-12-14T14:00:00.000Z', endsAt: '2026-12-14T15:00:00.000Z' },
  ...{ location: 'Room 4', chair: priya.person, minuteTaker: zoe.person, staff: [daniel.person] },
  guests: [{ as: 'professional' as const, name: 'Ama Boateng', agency: 'Early help', email: 'ama@earlyhelp.example' }],
  children: [ellie, leo],
});
type Asked = Parameters<typeof callMeeting.decide>[1];

async function call(over: Partial<Asked> = {}, by = priya): Promise<string> {
  const result = await scene.perform(callMeeting, by, { ...taf(), ...over }, newForm());
  return result.ok
    ? result.answer.meeting
    : (result.problem.fields?.map(({ name }) => name).join() ?? result.problem.code);
}
const revOf = async (id: string) => (await scene.store.record(tenant, meetingType, id))?.rev ?? 0;
const told = (kind: string) =>
  scene
    .sent()
    .filter((one) => one.kind === kind)
    .map(({ to }) => to);

describe('a meeting', () => {
  it('is called with its children, its people and what stands on each agenda of its kind', async () => {
    const id = await call();
    const [seen] = (await scene.look(listMeetingsToCome, priya, {}))?.items ?? [];
    expect(seen).toMatchObject({
      id,
      ref: 'M-2026-0001',
      status: 'invited',
      children: 2,
      people: 4,
      location: 'Room 4',
    });
    expect((await scene.look(listChildrenOfMeeting, priya, { id }))?.map(({ label, name }) => [label, name])).toEqual([
      ['Child A', 'Ellie Marsden'],
      ['Child B', 'Leo Tarrant'],
    ]);
    expect((await scene.look(listPeopleOfMeeting, priya, { id }))?.map(({ name, as }) => [name, as])).toEqual([
      [daniel.name, 'staff'],
      [priya.name, 'staff'],
      [zoe.name, 'staff'],
      ['Ama Boateng', 'professional'],
    ]);
    const agenda = await scene.look(listAgenda, priya, { id });
    expect(agenda?.[0]).toMatchObject({ number: 1, why: 'standing', heading: 'Introductions, and who gave apologies' });
    expect(told('meeting-called').sort()).toEqual([daniel.person, zoe.person].sort());
  });

  it('is read by whoever chairs or minutes it, and by whoever was asked only when and where', async () => {
    const id = await call({ chair: tom.person, minuteTaker: zoe.person });
    for (const who of [tom, zoe]) {
      expect(await scene.look(readMeeting, who, { id })).toMatchObject({ chairName: tom.name });
      expect(await scene.look(listAgenda, who, { id })).not.toEqual([]);
    }
    expect(await scene.look(readMeeting, daniel, { id })).toBeUndefined();
    expect(await scene.look(listChildrenOfMeeting, daniel, { id })).toEqual([]);
    const asked = await scene.look(listMeetingsAskedTo, daniel, {});
    expect(asked?.items).toMatchObject([{ id, kind: 'taf', attendance: 'asked', location: 'Room 4' }]);
    expect(JSON.stringify(asked)).not.toContain('Ellie');
  });

  it.each([
    ['startsAt', { startsAt: '2026-12-09T14:00:00.000Z', endsAt: '2026-12-09T15:00:00.000Z' }],
    ['endsAt', { endsAt: '2026-12-14T13:00:00.000Z' }],
    ['endsAt', { endsAt: '2026-12-15T14:00:00.000Z' }],
    ['staff', { staff: ['6b1c7a1e-9999-4999-8999-000000000009'] }],
    ['children', { children: ['0'.repeat(32)] }],
    ['children', { kind: 'core-group' as const, heldBy: 'Westmarch', children: [] }],
    ['children', { kind: 'supervision' as const }],
    ['heldBy', { kind: 'icpc' as const }],
    ['chair', { chair: undefined }],
  ])('says what is missing: %s', async (name, over) => {
    const { chair, ...rest } = { ...taf(), ...over };
    const asked = { ...rest, ...(chair !== undefined && { chair }) };
    const result = await scene.perform(callMeeting, priya, asked, newForm());
    expect(result.ok ? 'done' : result.problem.fields?.map((field) => field.name)).toEqual([name]);
  });

  it('is moved with a reason and cancelled with one, and whoever was asked is told', async () => {
    const id = await call();
    const moved = {
      startsAt: '2026-12-15T14:00:00.000Z',
      endsAt: '2026-12-15T15:00:00.000Z',
      location: '',
      online: true,
    };
    const change = { meeting: id, rev: await revOf(id), ...moved };
    expect(await scene.act(changeMeeting, priya, { ...change, reason: '' })).toBe('reason');
    expect(await scene.act(changeMeeting, priya, { ...change, reason: 'The social worker is ill.' })).toBe('done');
    expect(await scene.act(changeMeeting, tom, { ...change, reason: 'Late.' })).toBe('changed-meanwhile');
    expect(told('meeting-changed').sort()).toEqual([daniel.person, zoe.person].sort());
    expect(await scene.look(readMeeting, tom, { id })).toMatchObject({ status: 'rearranged', mayCancel: true });
    const cancel = { meeting: id, rev: await revOf(id), reason: 'Settled by telephone.' };
    expect(await scene.act(cancelMeeting, daniel, cancel)).toBe('not-found');
    expect(await scene.act(cancelMeeting, tom, cancel)).toBe('done');
    expect(await scene.act(cancelMeeting, tom, { ...cancel, rev: await revOf(id) })).toBe('already-done');
    expect(await scene.look(readMeeting, tom, { id })).toMatchObject({ status: 'cancelled', mayChange: false });
  });

  it('goes to the past when its time has come', async () => {
    const id = await call();
    now = '2026-12-14T16:00:00.000Z';
    expect((await scene.look(listMeetingsToCome, priya, {}))?.items).toEqual([]);
    expect((await scene.look(listMeetingsBefore, priya, {}))?.items.map((one) => one.id)).toEqual([id]);
  });
});

it('tells whoever calls meetings who works at the school, and nobody else', async () => {
  const names = ((await scene.look(listPeopleForMeetings, priya, {})) ?? []).map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([daniel.name, tom.name, zoe.name]));
  for (const who of [daniel, margaret]) expect(await scene.look(listPeopleForMeetings, who, {})).toBeUndefined();
});

describe('need to know', () => {
  it('keeps from a meeting whoever is kept from one of its children, also where they chair it', async () => {
    const id = await call({ chair: tom.person });
    expect(await scene.keep(tom, leo)).toBe('done');
    expect(await scene.look(readMeeting, tom, { id })).toBeUndefined();
    expect((await scene.look(listMeetingsToCome, tom, {}))?.items).toEqual([]);
    for (const view of [listAgenda, listChildrenOfMeeting, listPeopleOfMeeting])
      expect(await scene.look<{ id: string }, never, readonly unknown[]>(view as never, tom, { id })).toEqual([]);
    expect((await scene.look(listMeetingsAskedTo, tom, {}))?.items).toEqual([]);
    expect(await scene.look(readMeeting, priya, { id })).toBeDefined();
  });

  it('asks nobody to a meeting about a child whom they are kept from, and says why to whoever calls it', async () => {
    await scene.keep(tom, leo);
    expect(await call({ chair: tom.person })).toBe('staff');
    expect(await call({ chair: tom.person, children: [ellie] })).toHaveLength(32);
    expect(await call({}, tom)).toBe('children');
  });

  it('is nobody’s who does not lead: not the head’s, not a teacher’s', async () => {
    const id = await call();
    for (const who of [margaret, daniel]) expect(await scene.look(readMeeting, who, { id })).toBeUndefined();
    expect(await call({}, daniel)).toBe('not-found');
  });
});

describe('the agenda', () => {
  const agenda = async (id: string) =>
    ((await scene.look(listAgenda, priya, { id })) ?? []).map(
      ({ why, heading, action, concern }) => `${why}: ${heading ?? action?.what ?? concern?.childName}`,
    );

  it('writes itself: what is overdue, new and open about its children, between what stands on each', async () => {
    const about = await scene.report();
    await scene.report('Nell Tarrant');
    const order = { what: 'Ring her mother', owner: priya.person, priority: 'planned' as const };
    await scene.act(createAction, priya, { concern: about, ...order, dueOn: '2026-12-11' });
    await scene.act(createAction, priya, { concern: about, ...order, what: 'Ask the nurse', dueOn: '2026-12-18' });
    now = '2026-12-13T09:00:00.000Z';
    const id = await call();
    expect(await scene.act(refreshAgenda, priya, { meeting: id })).toBe('done');
    expect(await agenda(id)).toEqual([
      'standing: Introductions, and who gave apologies',
      'standing: The child’s wishes and feelings',
      'standing: What parents or carers say',
      'standing: What has gone well',
      'standing: Is the child safe, and what still worries us?',
      'standing: The plan: what is done, by whom, by when',
      'overdue-action: Ring her mother',
      'new-concern: Ellie Marsden',
      'action: Ask the nurse',
      'standing: Date of the next meeting',
    ]);
    const before = await agenda(id);
    expect(await scene.act(refreshAgenda, priya, { meeting: id })).toBe('done');
    expect(await agenda(id)).toEqual(before);
  });

  it('is put in order, point by point with its minutes; what was taken off does not come back', async () => {
    await scene.report();
    const id = await call();
    await scene.act(refreshAgenda, priya, { meeting: id });
    await scene.act(addAgendaPoint, priya, { meeting: id, heading: 'A quiet place at lunch' });
    const items = (await scene.look(listAgenda, priya, { id })) ?? [];
    const points = items.toReversed().map((one) => ({
      id: one.id,
      ...(one.why === 'own' && { minutes: 10 }),
      ...(one.why === 'new-concern' && { off: true as const }),
    }));
    expect(await scene.act(arrangeAgenda, priya, { meeting: id, points: points.slice(1) })).toBe('changed-meanwhile');
    expect(await scene.act(arrangeAgenda, priya, { meeting: id, points })).toBe('done');
    const [first] = (await scene.look(listAgenda, priya, { id })) ?? [];
    expect(first).toMatchObject({ heading: 'A quiet place at lunch', minutes: 10, number: 1 });
    await scene.act(refreshAgenda, priya, { meeting: id });
    expect((await agenda(id)).filter((line) => line.startsWith('new-concern'))).toEqual([]);
  });

  it('can still be put in order when what a point is about was misfiled: that point is on no screen', async () => {
    const about = await scene.report();
    const id = await call();
    await scene.act(refreshAgenda, priya, { meeting: id });
    const rev = (await scene.store.record(tenant, concernType, about))?.rev ?? 0;
    const reason = 'Another child of the same form was meant.';
    expect(await scene.act(markMisfiled, priya, { concern: about, rev, school, reason, child: leo })).toBe('done');
    const items = ((await scene.look(listAgenda, priya, { id })) ?? []).toReversed();
    expect(items.filter(({ why }) => why === 'new-concern')).toEqual([]);
    const points = items.map((one) => ({ id: one.id }));
    expect(await scene.act(arrangeAgenda, priya, { meeting: id, points })).toBe('done');
    expect((await scene.look(listAgenda, priya, { id }))?.map((one) => one.id)).toEqual(points.map((one) => one.id));
  });

  it('is whoever’s who chairs or minutes the meeting, and nobody else’s who was asked', async () => {
    const id = await call({ chair: tom.person, minuteTaker: zoe.person });
    const point = { meeting: id, heading: 'Transport' };
    expect(await scene.act(addAgendaPoint, zoe, point)).toBe('done');
    expect(await scene.act(addAgendaPoint, daniel, point)).toBe('not-found');
  });
});
