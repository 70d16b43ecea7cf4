import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { createAction } from '../../../src/areas/actions/create-action.ts';
import { listActionOwners, listOwnActions } from '../../../src/areas/actions/views.ts';
import { addAddendum } from '../../../src/areas/concerns/add-addendum.ts';
import { addPerson } from '../../../src/areas/concerns/add-person.ts';
import { compareCandidates } from '../../../src/areas/concerns/compare-candidates.ts';
import { handOverConcern } from '../../../src/areas/concerns/hand-over-concern.ts';
import { listOtherLeads } from '../../../src/areas/concerns/list-other-leads.ts';
import { listRelatedConcerns } from '../../../src/areas/concerns/list-related-concerns.ts';
import { markMisfiled } from '../../../src/areas/concerns/mark-misfiled.ts';
import { listMisfiled } from '../../../src/areas/concerns/misfiled-views.ts';
import { concern as concernType } from '../../../src/areas/concerns/record.ts';
import { resolveChild } from '../../../src/areas/concerns/resolve-child.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { listConcerns, listOwnReports, readConcern } from '../../../src/areas/concerns/views.ts';
import { declareConflict, declareOwnConflict } from '../../../src/areas/need-to-know/declare-conflict.ts';
import { endAccess } from '../../../src/areas/need-to-know/end-access.ts';
import { listNeedToKnow } from '../../../src/areas/need-to-know/views.ts';
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

const alerted = (about: string) =>
  scene
    .sent()
    .filter((one) => one.kind === 'alert-duty' && one.about === about)
    .map(({ to }) => to);
const sees = async (who: Identity, id: string) => (await scene.look(readConcern, who, { id })) !== undefined;
const listed = async (who: Identity) => (await scene.look(listConcerns, who, {}))?.items.map(({ id }) => id);
const rowsOf = async (who: Identity) => (await scene.look(listNeedToKnow, who, {}))?.items ?? [];
const revOf = async (id: string) => (await scene.store.record(tenant, concernType, id))?.rev ?? 0;

describe('a conflict of interest', () => {
  it('hides every concern of the child at once from the lead who declares it, and the child too', async () => {
    const before = await scene.report();
    expect(await sees(priya, before)).toBe(true);
    expect(await scene.keep(priya, ellie)).toBe('done');
    const after = await scene.report();
    expect([await sees(priya, before), await sees(priya, after), await listed(priya)]).toEqual([false, false, []]);
    expect(await scene.look(readChild, priya, { id: ellie })).toBeUndefined();
    expect(await listed(tom)).toEqual([after, before].sort((a, b) => (a < b ? 1 : -1)));
  });

  it('tells the other leads of a report when whoever is on duty is kept from the child', async () => {
    await scene.keep(priya, ellie);
    expect(alerted(await scene.report())).toEqual([tom.person]);
    expect(alerted(await scene.report('Leo Tarrant'))).toEqual([priya.person]);
  });

  it('tells the other leads also while two names are written and one may be the child', async () => {
    await scene.keep(priya, ellie);
    expect(alerted(await scene.report('Ellie Marsden and Leo Tarrant'))).toEqual([tom.person]);
  });

  it('is refused where it would leave nobody who leads and may see the child', async () => {
    await scene.keep(priya, ellie);
    expect(await scene.keep(tom, ellie)).toBe('nobody-else-leads');
    expect(await scene.keep(tom, scene.child('Leo Tarrant'))).toBe('done');
  });

  it('gives the case to the head when no lead who may see it is left', async () => {
    await scene.keep(priya, ellie);
    // Tom leaves the lead to Priya alone.
    scene.database.sqlite.prepare("update roleGrant set state = 'ended' where personId = ?").run(tom.person);
    const concern = await scene.report();
    expect(alerted(concern)).toEqual([]);
    expect(scene.sent().filter(({ kind }) => kind === 'case-given')).toEqual([
      expect.objectContaining({ to: margaret.person }),
    ]);
    expect([await sees(margaret, concern), await sees(priya, concern)]).toEqual([true, false]);
    expect(await listed(margaret)).toEqual([concern]);
    const row = (await rowsOf(margaret)).find(({ kind }) => kind === 'circle');
    expect(row).toMatchObject({ givenByName: 'Lantern', mine: true });
    // Nobody else could read it then.
    expect(await scene.act(endAccess, margaret, { access: row?.id ?? '', rev: 1 })).toBe('nobody-else-leads');
    expect(await scene.act(addAddendum, daniel, { concern, words: 'She was cold.' })).toBe('done');
    expect(scene.sent().at(-1)).toMatchObject({ kind: 'addendum-added', to: margaret.person });
  });

  it('takes a concern out of the hands of whoever is kept from it, and tells the others', async () => {
    const concern = await scene.report();
    await scene.act(takeConcern, priya, { concern });
    await scene.keep(priya, ellie, tom);
    expect(alerted(concern)).toEqual([priya.person, tom.person]);
    expect(scene.sent()).toContainEqual(expect.objectContaining({ kind: 'refresh', to: priya.person, about: concern }));
    expect(await scene.look(readConcern, tom, { id: concern })).toMatchObject({ status: 'submitted' });
    expect(await scene.look(readConcern, tom, { id: concern })).not.toHaveProperty('takenByName');
  });

  it('tells those who may see it when the child is settled later and nobody who was told may', async () => {
    await scene.keep(priya, scene.child('Mia Hughes'));
    const two = scene.database.sqlite.prepare<[], { id: string }>("select id from pupil where givenName = 'Mia'").all();
    const concern = await scene.report('Mia');
    expect(alerted(concern)).toEqual([priya.person]);
    await scene.act(takeConcern, priya, { concern });
    const mia = two.find(({ id }) => id === scene.child('Mia Hughes'))?.id ?? '';
    expect(await scene.act(resolveChild, daniel, { concern, child: mia })).toBe('done');
    expect(alerted(concern)).toEqual([priya.person, tom.person]);
    expect(await sees(priya, concern)).toBe(false);
    expect(await scene.look(readConcern, tom, { id: concern })).toMatchObject({ status: 'submitted' });
  });

  it('counts for a child who is put into a concern about another', async () => {
    await scene.keep(priya, ellie);
    const concern = await scene.report('Leo Tarrant');
    await scene.act(takeConcern, priya, { concern });
    expect(await scene.act(addPerson, tom, { concern, pupil: ellie, role: 'harmed' })).toBe('done');
    expect(await sees(priya, concern)).toBe(false);
    expect(alerted(concern)).toEqual([priya.person, tom.person]);
    // Nor is it shown beside another concern about the same child.
    const other = await scene.report('Leo Tarrant');
    expect((await scene.look(listRelatedConcerns, priya, { id: other }))?.items).toEqual([]);
    expect((await scene.look(listRelatedConcerns, tom, { id: other }))?.items).toHaveLength(1);
  });

  it('holds for an entry that stood under another child: it is about this one, and leaves the hands of whoever noticed', async () => {
    await scene.keep(priya, ellie);
    const wrong = await scene.report('Leo Tarrant');
    const form = { concern: wrong, rev: 1, school, reason: 'It was Ellie.', child: ellie };
    expect(await scene.act(markMisfiled, priya, form)).toBe('done');
    expect(await scene.look(listMisfiled, priya, {})).toEqual({ items: [] });
    expect(await listed(priya)).toEqual([]);
    const [entry] = (await listed(tom)) ?? [];
    expect(alerted(entry ?? '')).toEqual([tom.person]);
    expect(await scene.look(readConcern, tom, { id: entry ?? '' })).toMatchObject({ status: 'submitted' });
  });

  it('offers nobody who is kept as owner or as who takes over, and refuses them', async () => {
    const concern = await scene.report();
    await scene.act(takeConcern, tom, { concern });
    await scene.keep(priya, ellie);
    await scene.keep(zoe, ellie, tom);
    expect((await scene.look(listOtherLeads, tom, { id: concern }))?.items).toEqual([]);
    expect(await scene.act(handOverConcern, tom, { concern, rev: await revOf(concern), to: priya.person })).toBe('to');
    const owners = (await scene.look(listActionOwners, tom, { id: concern }))?.items.map(({ name }) => name);
    expect(owners).not.toContain('Zoe Lund');
    expect(owners).toContain('Daniel Osei');
    const order = { concern, what: 'Ring home.', whatOutside: 'Ring home.', priority: 'today' as const };
    expect(await scene.act(createAction, tom, { ...order, owner: zoe.person })).toBe('owner');
    expect(await scene.act(createAction, tom, { ...order, owner: daniel.person })).toBe('done');
  });

  it('hides one’s own action of that child, and tells a lead that it must be done by another', async () => {
    const concern = await scene.report();
    const order = { concern, what: 'Ring home.', whatOutside: 'Ring home.', priority: 'today' as const };
    await scene.act(createAction, priya, { ...order, owner: zoe.person });
    expect((await scene.look(listOwnActions, zoe, {}))?.items).toHaveLength(1);
    await scene.keep(zoe, ellie, priya);
    expect((await scene.look(listOwnActions, zoe, {}))?.items).toEqual([]);
    expect(alerted(concern)).toEqual([priya.person, priya.person]);
  });

  it('says that somebody is withheld where they may be meant, and offers no other in their place unsaid', async () => {
    await scene.keep(priya, ellie);
    const concern = await scene.report('Ellie');
    const shown = await scene.look(compareCandidates, priya, { id: concern });
    expect(JSON.stringify(shown)).not.toContain('Ellie');
    expect(shown).toMatchObject({ withheld: true });
    expect(await scene.look(compareCandidates, tom, { id: concern })).not.toHaveProperty('withheld');
  });

  it('leaves a reporter their receipt, and lets them add what they see later', async () => {
    const concern = await scene.report('Ellie Marsden', zoe);
    await scene.keep(zoe, ellie, priya);
    expect((await scene.look(listOwnReports, zoe, {}))?.items).toHaveLength(1);
    expect(await scene.act(addAddendum, zoe, { concern, words: 'She cried.' })).toBe('done');
  });

  it('is declared for oneself by anybody with a role, for others by the head and leads alone', async () => {
    const own = { school, child: ellie, conflict: 'related' as const, reason: 'My niece.' };
    expect(await scene.act(declareOwnConflict, kayleigh, own)).toBe('done');
    expect(await scene.act(declareOwnConflict, kayleigh, own)).toBe('not-found');
    expect(await scene.act(declareOwnConflict, daniel, own)).toBe('not-found');
    expect(await scene.act(declareConflict, kayleigh, { ...own, person: daniel.person })).toBe('not-found');
    expect(await scene.act(declareConflict, margaret, { ...own, person: daniel.person })).toBe('done');
    expect(await scene.act(declareConflict, margaret, { ...own, person: people.stranger.person })).toBe('person');
  });

  it('is ended by another person only, and what ends it shows everything again', async () => {
    const concern = await scene.report();
    await scene.keep(priya, ellie);
    const [mine] = await rowsOf(priya);
    expect(mine).toMatchObject({ kind: 'conflict', child: 'Ellie Marsden', mine: true, mayEnd: false });
    expect(await scene.act(endAccess, priya, { access: mine?.id ?? '', rev: 1 })).toBe('not-found');
    expect(await scene.act(endAccess, margaret, { access: mine?.id ?? '', rev: 1 })).toBe('done');
    expect(await sees(priya, concern)).toBe(true);
  });

  it('is not told to whoever it was declared of by others', async () => {
    await scene.keep(priya, ellie, margaret);
    expect(await rowsOf(priya)).toEqual([]);
    expect((await rowsOf(tom)).map(({ name, child }) => [name, child])).toEqual([['Priya Raman', 'Ellie Marsden']]);
  });

  it('goes on when its row is deleted, or is given a last day, in SharePoint', async () => {
    const concern = await scene.report();
    await scene.keep(priya, ellie);
    scene.database.sqlite
      .prepare('update caseAccess set removedAt = ?, until = ?')
      .run(now, '2026-01-01T00:00:00.000Z');
    expect(await sees(priya, concern)).toBe(false);
  });
});
