import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { GrantedRole, Identity } from '../../../src/access/types.ts';
import { addAddendum } from '../../../src/areas/concerns/add-addendum.ts';
import { readConcern } from '../../../src/areas/concerns/views.ts';
import type { Weekday } from '../../../src/areas/people/fields.ts';
import { changeRoleDays } from '../../../src/areas/roles/change-role-days.ts';
import { endRole } from '../../../src/areas/roles/end-role.ts';
import { giveRole } from '../../../src/areas/roles/give-role.ts';
import { listRoles } from '../../../src/areas/roles/views.ts';
import { people, school, tenant } from '../../support/kernel.ts';
import { margaret, needToKnowScene } from '../../support/need-to-know-scene.ts';

const { daniel, priya, tom, kayleigh, zoe, stranger } = people;
const [monday, tuesday, wednesday] = ['2026-11-23', '2026-11-24', '2026-11-25'].map((day) => `${day}T09:00:00.000Z`);

let scene: Awaited<ReturnType<typeof needToKnowScene>>;
let now: string | undefined;
beforeEach(async () => {
  now = monday;
  scene = await needToKnowScene({ now: () => now ?? '' });
  // The rota names nobody: then days say who is asked.
  scene.database.sqlite.prepare('update duty set removedAt = ?').run(monday);
});
afterEach(() => scene.close());

async function role(who: Identity, held: GrantedRole) {
  const page = await scene.look(listRoles, margaret, {});
  const found = page?.items.findLast((item) => item.name === who.name && item.role === held);
  if (!found) throw new Error(`${who.name} was given no such role`);
  return found;
}
const setDays = async (by: Identity, of: Identity, held: GrantedRole, days: Weekday[]) => {
  const { id, rev } = await role(of, held);
  return scene.act(changeRoleDays, by, { role: id, rev, days });
};
const give = (held: GrantedRole, days: Weekday[]) =>
  scene.act(giveRole, margaret, { schools: [school], person: zoe.person, role: held, days });
const told = (concern: string, kind = 'alert-duty') =>
  scene
    .sent()
    .filter((one) => one.about === concern && one.kind === kind)
    .map(({ to }) => to)
    .sort();

describe('the days of a lead', () => {
  it('say who is asked when nobody is on duty, and on nobody’s day everybody is', async () => {
    expect(await setDays(margaret, tom, 'deputy', ['Tue'])).toBe('done');
    expect(await setDays(priya, priya, 'dsl', ['Mon'])).toBe('done');
    expect(told(await scene.report())).toEqual([priya.person]);
    now = tuesday;
    expect(told(await scene.report())).toEqual([tom.person]);
    now = wednesday;
    expect(told(await scene.report())).toEqual([priya.person, tom.person]);
    // Nobody has said so of Zoe: every day is hers.
    expect(await give('deputy', [])).toBe('done');
    expect(told(await scene.report())).toEqual([zoe.person]);
  });

  it('say nothing of what they may see', async () => {
    await setDays(margaret, tom, 'deputy', ['Tue']);
    await setDays(margaret, priya, 'dsl', ['Mon']);
    const concern = await scene.report();
    expect(told(concern)).toEqual([priya.person]);
    for (const at of [monday, tuesday, wednesday]) {
      now = at;
      for (const who of [priya, tom]) expect(await scene.look(readConcern, who, { id: concern })).toBeDefined();
    }
  });

  it('leave nobody untold: not whoever is not meant by an addendum, nor beside somebody who may see it no longer', async () => {
    await setDays(margaret, tom, 'deputy', ['Tue']);
    await setDays(margaret, priya, 'dsl', ['Mon']);
    const concern = await scene.report('Ellie Marsden');
    expect(told(concern)).toEqual([priya.person]);
    expect(await scene.act(addAddendum, priya, { concern, words: 'She has a coat.' })).toBe('done');
    expect(told(concern, 'addendum-added')).toEqual([tom.person]);
    // Nobody had taken it, and only she had been told.
    expect(await scene.keep(priya, scene.child('Ellie Marsden'), margaret)).toBe('done');
    expect(told(concern)).toEqual([priya.person, tom.person]);
  });
});

describe('days', () => {
  it('are given with a lead’s role, and with no other', async () => {
    expect(await give('senco', ['Mon'])).toBe('days');
    expect(await give('deputy', ['Fri', 'Mon'])).toBe('done');
    expect(await role(zoe, 'deputy')).toMatchObject({ days: ['Mon', 'Fri'], mayChangeDays: true });
    expect(await setDays(margaret, kayleigh, 'pastoral-lead', ['Mon'])).toBe('days');
    expect(await role(kayleigh, 'pastoral-lead')).toMatchObject({ mayChangeDays: false });
  });

  it('are changed and taken off by whoever gives roles, and by nobody else', async () => {
    const { rev } = await role(tom, 'deputy');
    for (const who of [daniel, tom, kayleigh, zoe, stranger])
      expect([who.name, await setDays(who, tom, 'deputy', ['Mon'])]).toEqual([who.name, 'not-found']);
    expect(await setDays(priya, tom, 'deputy', ['Mon', 'Tue'])).toBe('done');
    const { id, ...changed } = await role(tom, 'deputy');
    expect(changed).toMatchObject({ days: ['Mon', 'Tue'], standing: 'in-force' });
    expect(await scene.act(changeRoleDays, priya, { role: id, rev, days: [] })).toBe('changed-meanwhile');
    expect(await setDays(margaret, tom, 'deputy', [])).toBe('done');
    expect((await role(tom, 'deputy')).days).toBeUndefined();
    const ended = await role(tom, 'deputy');
    expect(await scene.act(endRole, priya, { role: id, rev: ended.rev })).toBe('done');
    expect(await setDays(priya, tom, 'deputy', ['Mon'])).toBe('changed-meanwhile');
    const acts = [...scene.journalEntries(tenant)].filter(({ act }) => act === 'change-role-days');
    expect(acts.filter(({ outcome }) => outcome === 'done').map(({ verb, fields }) => [verb, fields])).toEqual([
      ['permission-change', ['roleGrant.days']],
      ['permission-change', ['roleGrant.days']],
    ]);
  });

  it('that somebody typed into SharePoint and nobody can read mean every day', async () => {
    await setDays(margaret, priya, 'dsl', ['Tue']);
    scene.database.sqlite.prepare("update roleGrant set days = 'Mo bis Mi' where personId = ?").run(tom.person);
    expect(told(await scene.report())).toEqual([tom.person]);
    expect((await role(tom, 'deputy')).days).toBeUndefined();
  });
});
