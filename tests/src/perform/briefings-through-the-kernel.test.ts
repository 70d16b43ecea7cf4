import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { Identity } from '../../../src/access/types.ts';
import { chaseBriefing } from '../../../src/areas/briefings/chase-briefing.ts';
import { confirmRead } from '../../../src/areas/briefings/confirm-read.ts';
import { briefing as briefingType } from '../../../src/areas/briefings/record.ts';
import { sendBriefing } from '../../../src/areas/briefings/send-briefing.ts';
import {
  listBriefings,
  listBriefingsToRead,
  listPeopleForBriefings,
  listReceipts,
  readBriefing,
  readOwnBriefing,
} from '../../../src/areas/briefings/views.ts';
import { withdrawBriefing } from '../../../src/areas/briefings/withdraw-briefing.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { newForm, people, school, schoolOfTests, tenant } from '../../support/kernel.ts';
import { margaret, needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';

const { daniel, priya, tom, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  scene = await needToKnowScene({ now: () => now });
});
afterEach(() => scene.close());

const asked = {
  ...{
    school,
    heading: 'Keeping Children Safe in Education 2026',
    audience: 'everybody' as const,
    roles: [],
    people: [],
  },
  ...{ words: 'Part one has changed. Read it, and ask if anything is not clear.', readBy: '2026-12-18' },
  policyUrl: 'https://harrowmere.example/policies/kcsie.pdf',
};
type Asked = Parameters<typeof sendBriefing.decide>[1];

/** Says that Lantern has a chat with somebody, as their first message does. */
function hasChat(...who: readonly Identity[]): void {
  const add = scene.database.sqlite.prepare(
    `insert into reference (tenant, person, conversationId, serviceUrl, botId, teamsUserId)
     values (?, ?, 'a:1', 'https://smba.trafficmanager.net/uk/', '28:bot', '29:person')`,
  );
  for (const { person } of who) add.run(tenant, person);
}
/** Says that a card of a briefing lies in somebody's chat, as the worker does. */
const deliver = (who: Identity, about: string) =>
  scene.database.sqlite
    .prepare(
      "insert into delivered (tenant, person, kind, about, activityId, at) values (?, ?, 'briefing-sent', ?, '1', ?)",
    )
    .run(tenant, who.person, about, now);
async function send(over: Partial<Asked> = {}, by = priya): Promise<string> {
  const result = await scene.perform(sendBriefing, by, { ...asked, ...over }, newForm());
  return result.ok
    ? result.answer.briefing
    : (result.problem.fields?.map(({ name }) => name).join() ?? result.problem.code);
}
const stateIn = async (id: string) =>
  Object.fromEntries(((await scene.look(listReceipts, priya, { id })) ?? []).map(({ name, state }) => [name, state]));
const told = (kind: string) =>
  scene
    .sent()
    .filter((one) => one.kind === kind)
    .map(({ to }) => to);
const revOf = async (id: string) => (await scene.store.record(tenant, briefingType, id))?.rev ?? 0;
const receiptOf = async (who: Identity, id: string) => (await scene.look(readOwnBriefing, who, { id }))?.receipt ?? '';
const read = async (who: Identity, id: string) =>
  scene.act(confirmRead, who, { briefing: id, receipt: await receiptOf(who, id) });

describe('a briefing', () => {
  it('asks everybody on the staff but whoever sends it, and writes to those who have a chat', async () => {
    hasChat(daniel, tom);
    const id = await send();
    const [item] = (await scene.look(listBriefings, priya, {}))?.items ?? [];
    const colleagues = (await scene.look(listPeopleForBriefings, priya, {}))?.filter(
      ({ person }) => person !== priya.person,
    );
    expect(item).toMatchObject({ id, status: 'sent', asked: colleagues?.length, read: 0, mayChase: false });
    expect(item?.unreachable).toBe((colleagues?.length ?? 0) - 2);
    expect(told('briefing-sent').sort()).toEqual([daniel.person, tom.person].sort());
    const states = await stateIn(id);
    expect(states[daniel.name]).toBe('on-its-way');
    expect(states[margaret.name]).toBe('unreachable');
    expect(states[priya.name]).toBeUndefined();
  });

  it('goes to whoever holds a role, or to named people', async () => {
    const deputies = await send({ audience: 'roles', roles: ['deputy'] });
    expect(Object.keys(await stateIn(deputies))).toEqual([tom.name]);
    const named = await send({ audience: 'people', people: [daniel.person, margaret.person] });
    expect(Object.keys(await stateIn(named))).toEqual([daniel.name, margaret.name]);
  });

  it('is read in the tab and confirmed once, and the list says so', async () => {
    const id = await send();
    expect(await scene.look(listBriefingsToRead, daniel, {})).toMatchObject([{ id, heading: asked.heading }]);
    expect((await stateIn(id))[daniel.name]).toBe('unreachable');
    expect(await scene.look(readOwnBriefing, daniel, { id })).toMatchObject({ words: asked.words, withdrawn: false });
    expect((await stateIn(id))[daniel.name]).toBe('opened');
    expect(await read(daniel, id)).toBe('done');
    expect((await stateIn(id))[daniel.name]).toBe('read');
    expect(await read(daniel, id)).toBe('already-done');
    expect((await scene.look(listBriefings, priya, {}))?.items[0]).toMatchObject({ read: 1 });
    expect((await scene.look(listBriefingsToRead, daniel, {}))?.[0]?.readAt).toBe(now);
  });

  it('is not opened because Lantern made a card of it', async () => {
    const id = await send();
    expect(await scene.look(readOwnBriefing, { ...daniel, door: 'lantern' }, { id })).toMatchObject({ id });
    expect((await stateIn(id))[daniel.name]).not.toBe('opened');
  });

  it('is nothing to whoever was not asked, and nobody confirms it for somebody else', async () => {
    const id = await send({ audience: 'people', people: [daniel.person] });
    const receipt = await receiptOf(daniel, id);
    for (const who of [tom, zoe, margaret]) {
      expect(await scene.look(readOwnBriefing, who, { id })).toBeUndefined();
      expect(await scene.act(confirmRead, who, { briefing: id, receipt })).toBe('not-found');
    }
    for (const who of [daniel, zoe, margaret]) {
      expect(await scene.look(readBriefing, who, { id })).toBeUndefined();
      expect(await scene.look(listReceipts, who, { id })).toBeUndefined();
      expect(await scene.act(withdrawBriefing, who, { briefing: id, rev: 1, reason: 'x' })).toBe('not-found');
      expect(await scene.act(chaseBriefing, who, { briefing: id, rev: 1 })).toBe('not-found');
      expect(await send({}, who)).toBe('not-found');
    }
    expect(await scene.look(readBriefing, tom, { id })).toMatchObject({ id });
    const other = await send({ audience: 'people', people: [daniel.person] });
    expect(await scene.act(confirmRead, daniel, { briefing: other, receipt })).toBe('not-found');
  });

  it('goes to no other school', async () => {
    expect(await send({ school: 'elsewhere' })).toBe('not-found');
  });

  it.each([
    ['heading', { heading: 'What happened to Ellie Marsden' }],
    ['words', { words: 'Please keep an eye on ellie marsden at the gate.' }],
    ['words', { words: 'Marsden, Ellie is out on Friday.' }],
    ['words', { words: 'Talk to Leo James Tarrant.' }],
    ['policyUrl', { policyUrl: 'https://harrowmere.example/files/Ellie_Marsden.pdf' }],
    ['policyUrl', { policyUrl: 'http://harrowmere.example/' }],
    ['policyUrl', { policyUrl: 'javascript:alert(1)' }],
    ['policyUrl', { policyUrl: 'https://priya:secret@harrowmere.example/' }],
    ['readBy', { readBy: '2026-12-09' }],
    ['readBy', { readBy: '2028-12-09' }],
    ['roles', { audience: 'roles' as const }],
    ['roles', { audience: 'roles' as const, roles: ['auditor' as const] }],
    ['people', { audience: 'people' as const }],
    ['people', { audience: 'people' as const, people: ['6b1c7a1e-9999-4999-8999-000000000009'] }],
  ])('says what is wrong: %s', async (name, over) => {
    expect(await send(over)).toBe(name);
    expect((await scene.look(listBriefings, priya, {}))?.items).toEqual([]);
  });

  it('says in the words of whoever typed it which child is named', async () => {
    const form = { ...asked, words: 'Mind Ellie  Marsden.' };
    const result = await scene.perform(sendBriefing, priya, form, newForm());
    expect(result.ok || result.problem.fields?.[0]?.message).toContain('“Ellie  Marsden”');
  });

  it('is sent once by one form', async () => {
    hasChat(daniel);
    const form = newForm();
    const first = await scene.perform(sendBriefing, priya, asked, form);
    expect(await scene.perform(sendBriefing, priya, asked, form)).toEqual(first);
    expect(told('briefing-sent')).toEqual([daniel.person]);
  });
});

describe('chasing', () => {
  it('reminds on a later day, once a day, only who has not read it and can be reached', async () => {
    hasChat(daniel, tom, zoe);
    const id = await send();
    for (const who of [daniel, tom]) deliver(who, id);
    await read(tom, id);
    expect(await scene.act(chaseBriefing, priya, { briefing: id, rev: await revOf(id) })).toBe('already-done');
    now = '2026-12-11T08:05:00.000Z';
    // Margaret has opened a chat since: she gets the briefing itself.
    hasChat(margaret);
    expect(await scene.act(chaseBriefing, priya, { briefing: id, rev: 7 })).toBe('changed-meanwhile');
    const chased = await scene.perform(chaseBriefing, priya, { briefing: id, rev: await revOf(id) }, newForm());
    expect(told('briefing-chased')).toEqual([daniel.person]);
    expect(told('briefing-sent').filter((to) => to === margaret.person)).toHaveLength(1);
    const states = await stateIn(id);
    const unreachable = Object.values(states).filter((state) => state === 'unreachable').length;
    expect(chased.ok && chased.answer.unreachable).toBe(unreachable);
    expect(await scene.act(chaseBriefing, tom, { briefing: id, rev: await revOf(id) })).toBe('already-done');
    expect((await scene.look(listBriefings, priya, {}))?.items[0]).toMatchObject({ mayChase: false, chasedAt: now });
  });

  it('reminds nobody who has left, nor is the list missing them', async () => {
    hasChat(daniel);
    const id = await send({ audience: 'people', people: [daniel.person, tom.person] });
    deliver(daniel, id);
    scene.database.sqlite.prepare('update staffMember set leftAt = ? where personId = ?').run(now, daniel.person);
    now = '2026-12-11T08:05:00.000Z';
    expect((await stateIn(id))[daniel.name]).toBe('left');
    expect((await scene.look(listBriefings, priya, {}))?.items[0]).toMatchObject({ asked: 1, unreachable: 1 });
    expect(await scene.act(chaseBriefing, priya, { briefing: id, rev: 1 })).toBe('already-done');
  });
});

describe('a briefing that is withdrawn', () => {
  it('says nothing any more to whoever was asked, and its cards are made new', async () => {
    hasChat(daniel, tom);
    const id = await send();
    deliver(daniel, id);
    expect(await scene.act(withdrawBriefing, priya, { briefing: id, rev: 1, reason: '' })).toBe('reason');
    expect(await scene.act(withdrawBriefing, priya, { briefing: id, rev: 1, reason: 'The link was wrong.' })).toBe(
      'done',
    );
    expect(scene.sent().filter(({ kind }) => kind === 'refresh')).toEqual([
      { kind: 'refresh', to: daniel.person, about: id },
    ]);
    const own = await scene.look(readOwnBriefing, daniel, { id });
    expect(own).toMatchObject({ withdrawn: true, heading: '', words: '' });
    expect(JSON.stringify(own)).not.toContain('harrowmere.example');
    expect(await scene.look(listBriefingsToRead, daniel, {})).toEqual([]);
    expect(await read(daniel, id)).toBe('already-done');
    expect(await scene.look(readBriefing, priya, { id })).toMatchObject({
      reason: 'The link was wrong.',
      mayChase: false,
    });
  });
});

it('three hundred are asked in one act and told ten in a second, and what is filed of it lets concerns pass', async () => {
  const staff = Array.from({ length: 300 }, (_, i) => ({
    personId: `6b1c7a1e-2222-4222-8222-${String(i).padStart(12, '0')}`,
    name: `Colleague ${String(i)}`,
  }));
  await scene.perform(
    setUpSchool,
    setupIdentity(tenant),
    { school, staff, roles: [], duty: schoolOfTests.duty, pupils: [] },
    newForm(),
  );
  hasChat(...staff.map(({ personId, name }): Identity => ({ tenant, person: personId, name, door: 'chat' })));
  const result = await scene.perform(sendBriefing, priya, asked, newForm());
  expect(result.ok && result.answer.asked).toBeGreaterThanOrEqual(300);
  const due = scene.database.sqlite
    .prepare<[], { due: string; n: number }>(
      "select dueAt as due, count(*) as n from outbox where channel = 'message' group by dueAt order by dueAt",
    )
    .all();
  expect(due.map(({ n }) => n)).toEqual(Array.from({ length: 30 }, () => 10));
  expect(Date.parse(due.at(-1)?.due ?? '') - Date.parse(due[0]?.due ?? '')).toBe(29_000);
  const lanes = scene.database.sqlite
    .prepare<[], { lane: string }>(
      `select distinct lane from outbox where channel = 'sharepoint' and payload like '%"record":"briefing%'`,
    )
    .all();
  expect(lanes).toEqual([{ lane: `~${result.ok ? result.answer.briefing : ''}` }]);
});
