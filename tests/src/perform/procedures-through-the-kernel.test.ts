import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addProcedure } from '../../../src/areas/briefings/add-procedure.ts';
import { correctProcedure } from '../../../src/areas/briefings/correct-procedure.ts';
import { listProcedures } from '../../../src/areas/briefings/list-procedures.ts';
import { procedure as procedureType } from '../../../src/areas/briefings/record.ts';
import { retireProcedure } from '../../../src/areas/briefings/retire-procedure.ts';
import { newForm, people, school, tenant } from '../../support/kernel.ts';
import { margaret, needToKnowScene, type NeedToKnowScene } from '../../support/need-to-know-scene.ts';

const { daniel, priya, stranger, tom, zoe } = people;
let now: string;
let scene: NeedToKnowScene;
beforeEach(async () => {
  now = '2026-12-10T08:05:00.000Z';
  scene = await needToKnowScene({ now: () => now });
});
afterEach(() => scene.close());

const values = {
  ...{ heading: 'Front door', kind: 'number' as const, partnership: 'Westmarch partnership' },
  ...{ phone: '01632 960801', reviewOn: '2027-01-10', inHelp: true },
};
async function add(over: object = {}, by = priya): Promise<string> {
  const result = await scene.perform(addProcedure, by, { school, ...values, ...over }, newForm());
  return result.ok
    ? result.answer.procedure
    : (result.problem.fields?.map(({ name }) => name).join() ?? result.problem.code);
}
const listed = async (who = daniel) => (await scene.look(listProcedures, who, {}))?.items ?? [];

describe('a local procedure', () => {
  it('is kept by the leads and read by everybody on the staff list, and by nobody else', async () => {
    const id = await add();
    for (const who of [daniel, zoe, margaret, tom])
      expect(await listed(who)).toMatchObject([{ id, heading: 'Front door', phone: '01632 960801', overdue: false }]);
    expect(await scene.look(listProcedures, stranger, {})).toBeUndefined();
    expect((await listed(tom))[0]?.mayChange).toBe(true);
    for (const who of [daniel, margaret]) {
      expect((await listed(who))[0]?.mayChange).toBe(false);
      expect(await add({}, who)).toBe('not-found');
      const change = { school, procedure: id, rev: 1, ...values, phone: '01632 960802' };
      expect(await scene.act(correctProcedure, who, change)).toBe('not-found');
      expect(await scene.act(retireProcedure, who, { procedure: id, rev: 1, retired: true })).toBe('not-found');
    }
    expect(await add({ school: 'elsewhere' })).toBe('not-found');
  });

  it.each([
    ['heading', { heading: ' ' }],
    ['phone', { phone: 'ask reception' }],
    ['phone', { phone: undefined, words: 'Ring them.' }],
    ['words', { phone: undefined, inHelp: false }],
    ['url', { url: 'http://westmarch.example/' }],
    ['url', { url: 'https://westmarch.example/files/Mia%20Hughes.pdf' }],
    ['words', { words: 'As with Mia Hughes in May.' }],
    ['reviewOn', { reviewOn: '2026-12-09' }],
    ['reviewOn', { reviewOn: '2031-12-09' }],
  ])('says what is wrong: %s', async (name, over) => {
    const given = Object.fromEntries(Object.entries({ ...values, ...over }).filter(([, value]) => value !== undefined));
    const result = await scene.perform(addProcedure, priya, { school, ...given } as never, newForm());
    expect(result.ok ? 'done' : result.problem.fields?.[0]?.name).toBe(name);
    expect(await listed()).toEqual([]);
  });

  it('is overdue the day after its review, and no longer once somebody has looked', async () => {
    const id = await add();
    now = '2027-01-10T12:00:00.000Z';
    expect((await listed())[0]?.overdue).toBe(false);
    now = '2027-01-11T08:00:00.000Z';
    expect((await listed())[0]?.overdue).toBe(true);
    const looked = { school, procedure: id, rev: 1, ...values, reviewOn: '2028-01-10' };
    expect(await scene.act(correctProcedure, tom, { ...looked, rev: 3 })).toBe('changed-meanwhile');
    expect(await scene.act(correctProcedure, tom, looked)).toBe('done');
    expect((await listed())[0]).toMatchObject({ overdue: false, keptByName: tom.name, keptAt: now });
    expect(await scene.act(correctProcedure, tom, { ...looked, rev: 2 })).toBe('already-done');
    expect(await scene.act(correctProcedure, tom, { ...looked, rev: 2, school: 'elsewhere' })).toBe('not-found');
  });

  it('empties what was left out of its form', async () => {
    const id = await add({ words: 'By day.', url: 'https://westmarch.example/' });
    expect(await scene.act(correctProcedure, priya, { school, procedure: id, rev: 1, ...values })).toBe('done');
    const held = await scene.store.record(tenant, procedureType, id);
    expect([held?.words, held?.url, held?.phone]).toEqual([undefined, undefined, values.phone]);
  });

  it('that is retired stays for who keeps the list, and comes back', async () => {
    const id = await add();
    expect(await scene.act(retireProcedure, priya, { procedure: id, rev: 1, retired: true })).toBe('done');
    expect(await listed()).toEqual([]);
    expect(await listed(priya)).toMatchObject([{ id, retiredAt: now, overdue: false }]);
    expect(await scene.act(retireProcedure, priya, { procedure: id, rev: 2, retired: true })).toBe('already-done');
    expect(await scene.act(retireProcedure, priya, { procedure: id, rev: 2, retired: false })).toBe('done');
    expect(await listed()).toHaveLength(1);
  });

  it('shows no link that somebody made unsafe in SharePoint', async () => {
    await add({ url: 'https://westmarch.example/' });
    expect((await listed())[0]?.url).toBe('https://westmarch.example/');
    scene.database.sqlite.prepare('update "procedure" set url = ?').run('javascript:alert(1)');
    expect((await listed())[0]?.url).toBeUndefined();
  });
});
