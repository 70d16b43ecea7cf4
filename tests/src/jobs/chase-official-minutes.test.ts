import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBot, type Bot } from '../../../bot/bot.ts';
import { createSeals } from '../../../bot/seal.ts';
import { keepNote } from '../../../src/areas/meetings/minutes/keep-note.ts';
import { minutesOfMeeting } from '../../../src/areas/meetings/minutes/minutes-queries.ts';
import { readMinutes } from '../../../src/areas/meetings/minutes/minutes-views.ts';
import { expectOfficialMinutes } from '../../../src/areas/meetings/official/expect-official-minutes.ts';
import { listOfficialMinutesAwaited } from '../../../src/areas/meetings/official/official-views.ts';
import { recordOfficialMinutes } from '../../../src/areas/meetings/official/record-official-minutes.ts';
import { readMeeting } from '../../../src/areas/meetings/views.ts';
import { createChaseOfficialMinutes } from '../../../src/jobs/chase-official-minutes.ts';
import { people, tenant } from '../../support/kernel.ts';
import { otherBodyScene, type OtherBodyScene } from '../../support/other-body-scene.ts';
import { recordedLog } from '../../support/recorded-log.ts';

const { daniel, kayleigh, priya, tom, zoe } = people;
let scene: OtherBodyScene;
let bot: Bot;
let chase: () => Promise<number>;
beforeEach(async () => {
  scene = await otherBodyScene();
  const { perform, read, ids, clock, store } = scene;
  const seals = createSeals(() => Buffer.alloc(32, 7), ids, clock);
  const linkTo = (id: string) => `https://lantern.example/${id}`;
  bot = createBot({ perform, read, seals, ids, clock, log: recordedLog().log, linkTo });
  chase = createChaseOfficialMinutes({ tenant, store, perform, clock, log: scene.parts.log });
});
afterEach(() => scene.close());

type Recorded = Omit<Parameters<typeof recordOfficialMinutes.decide>[1], 'meeting' | 'rev'>;
const record = async (who: typeof zoe, id: string, said: Recorded) =>
  scene.act(recordOfficialMinutes, who, { meeting: id, rev: await scene.revOf(id), ...said });
const expects = async (who: typeof zoe, id: string, dueOn: string) =>
  scene.act(expectOfficialMinutes, who, { meeting: id, rev: await scene.revOf(id), dueOn });
const official = async (id: string) => (await scene.look(readMeeting, priya, { id }))?.official;
const awaited = async () =>
  ((await scene.look(listOfficialMinutesAwaited, priya, {})) ?? []).map((one) => [one.id, one.official.step]);
const told = () => scene.sent().filter(({ kind }) => kind === 'official-minutes-due');
const on = (moment: string) => scene.setNow(`${moment}:00.000Z`);

describe('the official minutes of a meeting that another body held', () => {
  it('are expected by the rule of the kind, which says whence it comes, or by the day that a person sets', async () => {
    const id = await scene.conference({});
    expect(await official(id)).toMatchObject({
      ...{ step: 'wait', dueOn: '2027-01-05', mayExpect: true, mayRecord: true },
      rule: { workingDays: 15, source: expect.stringContaining('local') },
    });
    expect(await expects(daniel, id, '2026-12-18')).toBe('not-found');
    expect(await expects(zoe, id, '2026-12-09')).toBe('dueOn');
    expect(await expects(zoe, id, '2026-12-18')).toBe('done');
    const set = await official(id);
    expect([set?.dueOn, set?.rule]).toEqual(['2026-12-18', undefined]);
    const panel = await scene.conference({}, { kind: 'channel-panel' });
    expect(await official(panel)).toMatchObject({ step: 'say-when' });
    const own = await scene.conference({}, { kind: 'taf', chair: tom.person });
    expect(await official(own)).toBeUndefined();
    expect(await expects(priya, own, '2026-12-18')).toBe('not-found');
    expect(await awaited()).toEqual([
      [id, 'wait'],
      [panel, 'say-when'],
    ]);
  });

  it('are chased with whoever called it from the day after they are due, then weekly, on working days only', async () => {
    const id = await scene.conference({});
    await expects(zoe, id, '2026-12-18');
    const turns: [string, number][] = [
      ['2026-12-18T09:00', 0], // Friday, the day itself
      ['2026-12-19T09:00', 0], // Saturday
      ['2026-12-21T07:30', 0], // too early
      ['2026-12-21T09:00', 1],
      ['2026-12-21T15:00', 0],
      ['2026-12-24T09:00', 0],
      ['2026-12-28T09:00', 0], // a bank holiday
      ['2026-12-29T09:00', 1],
      ['2027-01-04T09:00', 0],
      ['2027-01-05T09:00', 1],
    ];
    for (const [moment, times] of turns) {
      on(moment);
      expect([moment, await chase()]).toEqual([moment, times]);
    }
    expect(told().map(({ to, about }) => [to, about])).toEqual(Array.from({ length: 3 }, () => [priya.person, id]));
    expect(await official(id)).toMatchObject({ step: 'chase', chasedOn: '2027-01-05' });
    // Another day was promised: it begins anew the day after that.
    expect(await expects(priya, id, '2027-01-06')).toBe('done');
    on('2027-01-06T09:00');
    expect(await chase()).toBe(0);
    on('2027-01-07T09:00');
    expect(await chase()).toBe(1);
    expect(await record(zoe, id, { receivedOn: '2027-01-07', check: 'unchecked' })).toBe('done');
    on('2027-01-20T09:00');
    expect(await chase()).toBe(0);
  });

  it('are told of on a card that names nobody, which is shown to nobody else and goes once they have come', async () => {
    await scene.report('Ellie Marsden');
    const id = await scene.conference({ Ellie: { discussion: 'She is calmer.' } });
    expect(await bot.render('official-minutes-due', priya, id)).toBeUndefined();
    on('2027-01-06T09:00');
    const card = JSON.stringify(await bot.render('official-minutes-due', priya, id));
    for (const words of ['have not come', 'Initial child protection conference', 'Tue 5 Jan', `meeting-${id}`])
      expect(card).toContain(words);
    expect(card).not.toMatch(/Ellie|Marsden|calmer/);
    for (const who of [daniel, kayleigh]) expect(await bot.render('official-minutes-due', who, id)).toBeUndefined();
    await record(priya, id, { receivedOn: '2027-01-06', check: 'accurate' });
    expect(await bot.render('official-minutes-due', priya, id)).toBeUndefined();
  });

  it('are checked, and what is wrong in them is written and sent on; until then there is something to do', async () => {
    await scene.report('Ellie Marsden');
    const id = await scene.conference({ Ellie: { reason: 'x' } });
    const came = { receivedOn: '2026-12-14' };
    on('2026-12-15T09:00');
    expect(await record(daniel, id, { ...came, check: 'accurate' })).toBe('not-found');
    expect(await record(zoe, id, { receivedOn: '2026-12-16', check: 'accurate' })).toBe('receivedOn');
    expect(await record(zoe, id, { receivedOn: '2026-12-09', check: 'accurate' })).toBe('receivedOn');
    expect(await record(zoe, id, { ...came, check: 'unchecked' })).toBe('done');
    expect(await official(id)).toMatchObject({ step: 'check', mayExpect: false });
    expect(await expects(zoe, id, '2026-12-18')).toBe('already-done');
    expect(await record(zoe, id, { ...came, check: 'inaccurate' })).toBe('inaccuracies');
    expect(await record(zoe, id, { ...came, check: 'accurate', inaccuracies: 'x' })).toBe('check');
    expect(await record(zoe, id, { ...came, check: 'unchecked', sentOn: '2026-12-15' })).toBe('sentOn');
    const words = 'Ellie was at school on the third.';
    expect(await record(zoe, id, { ...came, check: 'inaccurate', inaccuracies: words })).toBe('done');
    expect(await awaited()).toEqual([[id, 'send']]);
    // What is wrong stands with the minutes, and nowhere that others look.
    expect(JSON.stringify(await scene.look(readMeeting, priya, { id }))).not.toContain('third');
    expect(await scene.look(readMinutes, priya, { id })).toMatchObject({ inaccuracies: { words } });
    expect(await record(zoe, id, { ...came, check: 'accurate' })).toBe('check');
    expect(await record(zoe, id, { ...came, check: 'inaccurate', sentOn: '2026-12-16' })).toBe('sentOn');
    expect(await record(zoe, id, { ...came, check: 'inaccurate', sentOn: '2026-12-15' })).toBe('done');
    expect(await official(id)).toMatchObject({ step: 'done', checkedByName: zoe.name, mayRecord: false });
    expect(await scene.look(readMinutes, priya, { id })).toMatchObject({
      inaccuracies: { words, sentOn: '2026-12-15' },
    });
    expect(await awaited()).toEqual([]);
    expect(await record(zoe, id, { ...came, check: 'accurate' })).toBe('already-done');
    // The note is the school's own, and is kept whether the official minutes came before it or after.
    expect(await scene.act(keepNote, zoe, { meeting: id, rev: await scene.revOf(id) })).toBe('done');
  });

  it('are no business of whoever is kept from a child of the agenda', async () => {
    await scene.report('Leo Tarrant');
    const id = await scene.conference({ Leo: { reason: 'x' } }, { kind: 'lado-asv', children: [] });
    expect(await scene.keep(tom, scene.child('Leo Tarrant'))).toBe('done');
    const rows = await scene.store.rows(tenant, minutesOfMeeting, { meeting: id, person: tom.person });
    expect(rows).toEqual([]);
    expect(await record(tom, id, { receivedOn: '2026-12-10', check: 'accurate' })).toBe('not-found');
    expect(await record(priya, id, { receivedOn: '2026-12-10', check: 'accurate' })).toBe('done');
  });
});
