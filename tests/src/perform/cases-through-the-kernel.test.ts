import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { listOpenActions } from '../../../src/areas/actions/views.ts';
import { addAddendum } from '../../../src/areas/concerns/add-addendum.ts';
import { listRelatedConcerns } from '../../../src/areas/concerns/list-related-concerns.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { countConcerns, listConcerns, readConcern } from '../../../src/areas/concerns/views.ts';
import { listDocuments } from '../../../src/areas/files/views.ts';
import { breakGlass } from '../../../src/areas/need-to-know/break-glass.ts';
import { endAccess } from '../../../src/areas/need-to-know/end-access.ts';
import { giveCase } from '../../../src/areas/need-to-know/give-case.ts';
import { seeBreakGlass } from '../../../src/areas/need-to-know/see-break-glass.ts';
import {
  listCircle,
  listNeedToKnow,
  lookUpChildByName,
  readCaseAccess,
} from '../../../src/areas/need-to-know/views.ts';
import { readChild } from '../../../src/areas/people/read-child.ts';
import { people, school, tenant } from '../../support/kernel.ts';
import { margaret, needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';

const { daniel, priya, tom, kayleigh, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
let ellie: string;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  scene = await needToKnowScene({ now: () => now });
  ellie = scene.child('Ellie Marsden');
});
afterEach(() => scene.close());

const sees = async (who: Identity, id: string) => (await scene.look(readConcern, who, { id })) !== undefined;
const listed = async (who: Identity) => (await scene.look(listConcerns, who, {}))?.items.map(({ id }) => id);
const rowsOf = async (who: Identity) => (await scene.look(listNeedToKnow, who, {}))?.items ?? [];
const why = { reason: 'She teaches her every day.' };
const give = (concern: string, to: Identity, more: { until?: string; task?: string } = {}, by = priya) =>
  scene.act(giveCase, by, { concern, person: to.person, ...why, ...more });
const open = (child: string, by: Identity = margaret, over: object = {}) =>
  scene.act(breakGlass, by, {
    ...{ child, school, reason: 'The police are here and no lead answers.', confirmed: true },
    ...over,
  });
const told = (kind: string) =>
  scene
    .sent()
    .filter((one) => one.kind === kind)
    .map(({ to }) => to);

describe('a case that a lead gives somebody', () => {
  it('is all that they see: they read it and add to it, and do nothing else', async () => {
    const [one, other] = [await scene.report(), await scene.report('Leo Tarrant')];
    expect(await sees(zoe, one)).toBe(false);
    expect(await give(one, zoe, { task: 'Sit with her at registration.' })).toBe('done');
    expect([await sees(zoe, one), await sees(zoe, other), await listed(zoe)]).toEqual([true, false, [one]]);
    expect(await scene.look(countConcerns, zoe, {})).toMatchObject({ open: 1 });
    expect(await scene.look(listDocuments, zoe, { id: one })).toEqual({ items: [], add: false });
    expect(await scene.act(addAddendum, zoe, { concern: one, words: 'She ate nothing.' })).toBe('done');
    expect(await scene.act(takeConcern, zoe, { concern: one })).toBe('not-found');
    expect(await scene.look(listRelatedConcerns, zoe, { id: one })).toBeUndefined();
    expect(await scene.look(listOpenActions, zoe, {})).toBeUndefined();
    expect(await scene.look(readChild, zoe, { id: ellie })).toBeUndefined();
  });

  it('shows them which buttons they have: none but to add', async () => {
    const one = await scene.report();
    await give(one, zoe);
    const { abilities } = (await scene.look(readConcern, zoe, { id: one })) ?? {};
    const on = Object.entries(abilities ?? {}).filter(([, may]) => may);
    expect(on).toEqual([['addAddendum', true]]);
  });

  it('is told to them, and to nobody else, by a card without a name or a reason', async () => {
    const one = await scene.report();
    await give(one, zoe);
    expect(told('case-given')).toEqual([zoe.person]);
    const about = scene.sent().at(-1)?.about ?? '';
    const card = JSON.stringify(await scene.look(readCaseAccess, zoe, { id: about }));
    expect(card).toContain('Priya Raman');
    expect(card).not.toMatch(/Ellie|teaches/);
    expect(await scene.look(readCaseAccess, daniel, { id: about })).toBeUndefined();
  });

  it('ends with its last day, at the school', async () => {
    const one = await scene.report();
    await give(one, zoe, { until: '2026-12-11' });
    now = '2026-12-11T23:59:59.000Z';
    expect(await sees(zoe, one)).toBe(true);
    now = '2026-12-12T00:00:00.000Z';
    expect(await sees(zoe, one)).toBe(false);
  });

  it('ends at once when a lead ends it, or they give it up', async () => {
    const one = await scene.report();
    await give(one, zoe);
    await give(one, daniel);
    const circle = (await scene.look(listCircle, priya, { id: one }))?.items ?? [];
    const of = (who: Identity) => circle.find(({ name }) => name === who.name)?.id ?? '';
    expect(await scene.act(endAccess, kayleigh, { access: of(zoe), rev: 1 })).toBe('not-found');
    expect(await scene.act(endAccess, tom, { access: of(zoe), rev: 1 })).toBe('done');
    expect(await scene.act(endAccess, daniel, { access: of(daniel), rev: 1 })).toBe('done');
    expect([await sees(zoe, one), await sees(daniel, one)]).toEqual([false, false]);
  });

  it('is refused to somebody who is kept, who leads, who has it, who is no staff, or for a day that has passed', async () => {
    const one = await scene.report();
    await scene.keep(kayleigh, ellie, tom);
    expect(await give(one, kayleigh)).toBe('person');
    expect(await give(one, tom)).toBe('person');
    expect(await give(one, people.stranger)).toBe('person');
    expect(await give(one, zoe, { until: '2026-12-09' })).toBe('until');
    expect(await give(one, zoe)).toBe('done');
    expect(await give(one, zoe)).toBe('person');
    expect(await give(one, daniel, {}, kayleigh)).toBe('not-found');
  });

  it('shows leads who has it and why, whoever has it only their own, and a lead who is kept nothing', async () => {
    const one = await scene.report();
    await give(one, zoe, { task: 'Sit with her.' });
    await give(one, daniel);
    const names = async (who: Identity) =>
      (await scene.look(listCircle, who, { id: one }))?.items.map(({ name }) => name);
    expect((await names(tom))?.sort()).toEqual(['Daniel Osei', 'Zoe Lund']);
    expect(await names(zoe)).toEqual(['Zoe Lund']);
    await scene.keep(tom, ellie, priya);
    expect(await names(tom)).toBeUndefined();
    expect((await rowsOf(tom)).filter(({ kind }) => kind === 'circle')).toEqual([]);
    expect((await rowsOf(priya)).map(({ kind }) => kind).sort()).toEqual(['circle', 'circle', 'conflict']);
  });

  it('tells the head that it was given, and not what it is about', async () => {
    const one = await scene.report();
    await give(one, zoe, { task: 'Sit with her.' });
    const [row] = await rowsOf(margaret);
    expect(row).toMatchObject({ kind: 'circle', name: 'Zoe Lund', concernRef: 'C-2026-0001' });
    for (const hidden of ['reason', 'task', 'concernId', 'child']) expect(row).not.toHaveProperty(hidden);
  });

  it('is taken from somebody who turns out to have a conflict of interest', async () => {
    const one = await scene.report();
    await give(one, kayleigh);
    expect(await sees(kayleigh, one)).toBe(true);
    await scene.keep(kayleigh, ellie, priya);
    expect(await sees(kayleigh, one)).toBe(false);
    expect(await rowsOf(kayleigh)).toEqual([]);
  });
});

describe('break-glass', () => {
  it('opens one child’s concerns to read, for a day, and tells every lead and whoever did it', async () => {
    const [one, other] = [await scene.report(), await scene.report('Leo Tarrant')];
    expect(await sees(margaret, one)).toBe(false);
    expect(await open(ellie)).toBe('done');
    expect([await sees(margaret, one), await sees(margaret, other), await listed(margaret)]).toEqual([
      true,
      false,
      [one],
    ]);
    expect(await scene.act(addAddendum, margaret, { concern: one, words: 'Seen.' })).toBe('not-found');
    expect(told('glass-broken').sort()).toEqual([priya.person, tom.person].sort());
    expect(told('glass-opened')).toEqual([margaret.person]);
    now = '2026-12-11T08:05:00.000Z';
    expect(await sees(margaret, one)).toBe(false);
  });

  it('opens also what is reported within that day', async () => {
    await open(ellie);
    expect(await sees(margaret, await scene.report())).toBe(true);
  });

  it('is journalled as what it is, with the child and no word of the reason', async () => {
    await open(ellie);
    const row = [...scene.journalEntries(tenant)].find(({ act }) => act === 'break-glass');
    expect(row).toMatchObject({ verb: 'break-glass', actor: margaret.person, outcome: 'done' });
    expect(row?.subjects).toContain(ellie);
    expect(JSON.stringify(row)).not.toContain('police');
  });

  it('wants a reason, a confirmation and a role; a teacher has none, and a lead needs none', async () => {
    expect(await open(ellie, margaret, { reason: 'Urgent.' })).toBe('reason');
    expect(await open(ellie, margaret, { confirmed: false })).toBe('confirmed');
    expect(await open(ellie, daniel)).toBe('not-found');
    expect(await open(ellie, priya)).toBe('not-found');
    expect(await open(ellie, kayleigh)).toBe('done');
    expect(await open(ellie, kayleigh)).toBe('already-done');
  });

  it('answers the same whether or not there is anything about the child', async () => {
    await scene.report();
    const found = async (words: string) => await scene.look(lookUpChildByName, margaret, { words });
    expect(Object.keys((await found('Ellie Marsden'))?.items[0] ?? {})).toEqual(
      Object.keys((await found('Nell Tarrant'))?.items[0] ?? {}),
    );
    expect(await open(ellie)).toBe(await open(scene.child('Nell Tarrant')));
  });

  it('finds a child by the whole name only', async () => {
    const found = async (words: string) => (await scene.look(lookUpChildByName, kayleigh, { words }))?.items.length;
    expect([
      await found('Ellie Marsden'),
      await found('marsden ellie'),
      await found('Ellie'),
      await found('Tarrant'),
    ]).toEqual([1, 1, 0, 0]);
    expect(await scene.look(lookUpChildByName, daniel, { words: 'Ellie Marsden' })).toBeUndefined();
  });

  it('is nothing for somebody who is kept from the child, in the words that it has for a child who is not there', async () => {
    await scene.report();
    await scene.keep(kayleigh, ellie, priya);
    expect((await scene.look(lookUpChildByName, kayleigh, { words: 'Ellie Marsden' }))?.items).toEqual([]);
    expect(await open(ellie, kayleigh)).toBe('not-found');
    expect(await open('0'.repeat(32), kayleigh)).toBe('not-found');
    expect(told('glass-broken')).toEqual([]);
  });

  it('is told to no lead who is kept from the child', async () => {
    await scene.keep(priya, ellie);
    await open(ellie, kayleigh);
    expect(told('glass-broken')).toEqual([tom.person]);
    expect((await rowsOf(priya)).map(({ kind }) => kind)).toEqual(['conflict']);
  });

  it('is seen by a lead, once, who reads the reason; never by whoever did it', async () => {
    await open(ellie);
    const [row] = await rowsOf(tom);
    expect(row).toMatchObject({ kind: 'break-glass', child: 'Ellie Marsden', maySee: true });
    expect(row?.reason).toContain('police');
    const see = (who: Identity) => scene.act(seeBreakGlass, who, { access: row?.id ?? '', rev: row?.rev ?? 0 });
    expect(await see(margaret)).toBe('not-found');
    expect(await see(tom)).toBe('done');
    expect(await see(priya)).toBe('already-done');
    expect((await rowsOf(priya))[0]).toMatchObject({ seenByName: 'Tom Whitlock', maySee: false });
  });

  it('says on the concern who opened it and until when, to them and to the leads', async () => {
    const one = await scene.report();
    await open(ellie);
    const row = { kind: 'break-glass', until: '2026-12-11T08:05:00.000Z' };
    expect(await scene.look(listCircle, margaret, { id: one })).toMatchObject({
      items: [{ ...row, mine: true }],
      mayGive: false,
    });
    expect(await scene.look(listCircle, priya, { id: one })).toMatchObject({
      items: [{ ...row, mine: false }],
      mayGive: true,
    });
  });
});
