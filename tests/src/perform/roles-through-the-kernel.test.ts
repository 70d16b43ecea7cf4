import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { GrantedRole, Identity } from '../../../src/access/types.ts';
import { listConcerns } from '../../../src/areas/concerns/views.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { appointActingLead } from '../../../src/areas/roles/appoint-acting-lead.ts';
import { confirmRole } from '../../../src/areas/roles/confirm-role.ts';
import { endRole } from '../../../src/areas/roles/end-role.ts';
import { giveRole } from '../../../src/areas/roles/give-role.ts';
import { lastActingDay } from '../../../src/areas/roles/rules.ts';
import { listPeopleForRoles, listRoles } from '../../../src/areas/roles/views.ts';
import type { UseCase } from '../../../src/perform/types.ts';
import { newForm, people, school, schoolOfTests, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const { daniel, priya, tom, kayleigh, zoe, stranger } = people;
const margaret: Identity = {
  tenant,
  person: '6b1c7a1e-1111-4111-8111-000000000005',
  name: 'Margaret Eaves',
  door: 'tab',
};
const other = 'elmbridge';
const ruth: Identity = { tenant, person: '6b1c7a1e-1111-4111-8111-000000000012', name: 'Ruth Appleyard', door: 'tab' };

let kernel: Kernel;
let now: string;
beforeEach(async () => {
  now = '2026-11-26T09:00:00.000Z';
  kernel = await startKernel({ now: () => now, otherSchools: [other] });
  const empty = { duty: schoolOfTests.duty, pupils: [] };
  const role = (who: Identity, held: GrantedRole) => ({ personId: who.person, personName: who.name, role: held });
  const staff = (who: Identity) => [{ personId: who.person, name: who.name }];
  for (const made of [
    { ...empty, school, roles: [role(margaret, 'head')], staff: staff(margaret) },
    { ...empty, school: other, roles: [role(ruth, 'dsl'), role(ruth, 'head')], staff: staff(ruth) },
  ])
    expect(await kernel.perform(setUpSchool, setupIdentity(tenant), made, newForm())).toMatchObject({ ok: true });
});
afterEach(() => kernel.close());

interface Wish {
  readonly until?: string;
  readonly school?: string;
}
async function act<I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: I): Promise<string> {
  const result = await kernel.perform(useCase, who, input, newForm());
  return result.ok ? 'done' : (result.problem.fields?.[0]?.name ?? result.problem.code);
}
const give = (who: Identity, to: Identity, role: GrantedRole, { school: at = school, ...more }: Wish = {}) =>
  act(giveRole, who, { schools: [at], person: to.person, role, ...more });
const appoint = (who: Identity, to: Identity, until: string) =>
  act(appointActingLead(10), who, { school, person: to.person, until });
const seesConcerns = async (who: Identity) => (await kernel.read(listConcerns, who, {})).ok;

async function roles(who: Identity = priya) {
  const page = await kernel.read(listRoles, who, {});
  return page.ok ? page.answer.answer.items : [];
}
async function find(name: string, role: GrantedRole) {
  const found = (await roles()).findLast((item) => item.name === name && item.role === role);
  if (!found) throw new Error(`${name} was given no such role`);
  return found;
}
const confirm = async (who: Identity, name: string, role: GrantedRole) => {
  const { id, rev } = await find(name, role);
  return act(confirmRole, who, { role: id, rev });
};
const end = async (who: Identity, name: string, role: GrantedRole) => {
  const { id, rev } = await find(name, role);
  return act(endRole, who, { role: id, rev });
};

describe('a role', () => {
  it('that is given works at once, and no longer from the moment when it is ended', async () => {
    expect(await seesConcerns(zoe)).toBe(false);
    expect(await give(margaret, zoe, 'deputy')).toBe('done');
    expect(await seesConcerns(zoe)).toBe(true);
    expect(await end(priya, 'Zoe Lund', 'deputy')).toBe('done');
    expect(await seesConcerns(zoe)).toBe(false);
    expect((await find('Zoe Lund', 'deputy')).standing).toBe('over');
    expect(await end(priya, 'Zoe Lund', 'deputy')).toBe('already-done');
    expect(await give(margaret, zoe, 'deputy')).toBe('done');
  });

  it('of a lead waits for a second person, who neither gave it nor gets it', async () => {
    expect(await give(margaret, zoe, 'dsl')).toBe('done');
    expect(await seesConcerns(zoe)).toBe(false);
    expect(await find('Zoe Lund', 'dsl')).toMatchObject({ standing: 'waits', givenByName: 'Margaret Eaves' });
    expect(await confirm(margaret, 'Zoe Lund', 'dsl')).toBe('needs-second-person');
    expect(await confirm(zoe, 'Zoe Lund', 'dsl')).toBe('not-found');
    expect(await confirm(daniel, 'Zoe Lund', 'dsl')).toBe('not-found');
    expect(await confirm(ruth, 'Zoe Lund', 'dsl')).toBe('not-found');
    expect(await confirm(tom, 'Zoe Lund', 'dsl')).toBe('done');
    expect(await seesConcerns(zoe)).toBe(true);
    expect(await find('Zoe Lund', 'dsl')).toMatchObject({ standing: 'in-force', confirmedByName: 'Tom Whitlock' });
    expect(await confirm(tom, 'Zoe Lund', 'dsl')).toBe('already-done');
  });

  it('that waits is said no to, and is then neither confirmed nor in force', async () => {
    await give(margaret, zoe, 'dsl');
    expect(await end(priya, 'Zoe Lund', 'dsl')).toBe('done');
    expect(await confirm(tom, 'Zoe Lund', 'dsl')).toBe('already-done');
    expect(await seesConcerns(zoe)).toBe(false);
  });

  it('that one gives oneself waits for a second person, whatever it is', async () => {
    expect(await give(margaret, margaret, 'deputy')).toBe('done');
    expect(await seesConcerns(margaret)).toBe(false);
    expect(await confirm(margaret, 'Margaret Eaves', 'deputy')).toBe('needs-second-person');
    expect(await confirm(priya, 'Margaret Eaves', 'deputy')).toBe('done');
    expect(await seesConcerns(margaret)).toBe(true);
  });

  it('ends with its last day at the school, which is not the day in Greenwich', async () => {
    now = '2027-06-01T09:00:00.000Z';
    expect(await give(priya, zoe, 'deputy', { until: '2027-06-10' })).toBe('done');
    now = '2027-06-10T22:59:00.000Z';
    expect(await seesConcerns(zoe)).toBe(true);
    now = '2027-06-10T23:00:00.000Z';
    expect(await seesConcerns(zoe)).toBe(false);
    expect((await find('Zoe Lund', 'deputy')).standing).toBe('over');
    expect(await give(priya, zoe, 'deputy')).toBe('done');
  });

  it('is given by the head or a lead, at their school, to somebody on its staff list, once', async () => {
    for (const who of [daniel, tom, kayleigh, zoe, stranger, ruth])
      expect([who.name, await give(who, daniel, 'senco')]).toEqual([who.name, 'not-found']);
    expect(await give(priya, daniel, 'senco', { school: other })).toBe('not-found');
    expect(await give(priya, ruth, 'senco')).toBe('person');
    expect(await give(priya, stranger, 'senco')).toBe('person');
    expect(await give(priya, daniel, 'senco', { until: '2026-11-25' })).toBe('until');
    expect(await give(priya, daniel, 'senco')).toBe('done');
    expect(await give(priya, daniel, 'senco')).toBe('role');
    expect(await give(priya, tom, 'deputy')).toBe('role');
  });

  it('of the only lead is not ended; of one of two it is', async () => {
    expect(await end(margaret, 'Priya Raman', 'dsl')).toBe('last-lead');
    await give(margaret, zoe, 'dsl');
    expect(await end(margaret, 'Priya Raman', 'dsl')).toBe('last-lead');
    await confirm(tom, 'Zoe Lund', 'dsl');
    expect(await end(margaret, 'Priya Raman', 'dsl')).toBe('done');
    expect(await seesConcerns(priya)).toBe(false);
  });

  it('is not changed by whoever looks at an earlier state of it', async () => {
    await give(margaret, zoe, 'dsl');
    const { id, rev } = await find('Zoe Lund', 'dsl');
    expect(await act(confirmRole, tom, { role: id, rev: rev + 1 })).toBe('changed-meanwhile');
    expect(await act(endRole, priya, { role: id, rev: rev + 1 })).toBe('changed-meanwhile');
  });
});

describe('an acting lead', () => {
  it('leads at once, is told of what is reported, and leads no longer when the days are over', async () => {
    expect(await appoint(margaret, zoe, '2026-12-04')).toBe('done');
    expect(await seesConcerns(zoe)).toBe(true);
    expect(await find('Zoe Lund', 'dsl')).toMatchObject({ standing: 'in-force', acting: true, unconfirmed: true });
    now = '2026-12-05T09:00:00.000Z';
    expect(await seesConcerns(zoe)).toBe(false);
    const typed = { who: 'Ellie Marsden', words: 'No coat.', safeNow: 'yes', when: 'just now' } as const;
    expect((await kernel.perform(reportConcern, daniel, typed, newForm())).ok).toBe(true);
  });

  it('is confirmed afterwards, by a second person', async () => {
    await appoint(margaret, zoe, '2026-12-04');
    expect(await confirm(margaret, 'Zoe Lund', 'dsl')).toBe('needs-second-person');
    expect(await confirm(zoe, 'Zoe Lund', 'dsl')).toBe('needs-second-person');
    expect(await confirm(priya, 'Zoe Lund', 'dsl')).toBe('done');
    expect((await find('Zoe Lund', 'dsl')).unconfirmed).toBe(false);
  });

  it('does not make the lead dispensable: when the days are over there would be none', async () => {
    await appoint(margaret, zoe, '2026-12-04');
    expect(await end(margaret, 'Priya Raman', 'dsl')).toBe('last-lead');
    expect(await end(margaret, 'Zoe Lund', 'dsl')).toBe('done');
  });

  it('is appointed by the head alone, for somebody else of the school, for ten school days at most', async () => {
    for (const who of [daniel, priya, tom, zoe, ruth])
      expect([who.name, await appoint(who, kayleigh, '2026-12-04')]).toEqual([who.name, 'not-found']);
    expect(await appoint(margaret, margaret, '2026-12-04')).toBe('person');
    expect(await appoint(margaret, priya, '2026-12-04')).toBe('person');
    expect(await appoint(margaret, stranger, '2026-12-04')).toBe('person');
    expect(await appoint(margaret, zoe, '2026-11-25')).toBe('until');
    expect(await appoint(margaret, zoe, '2026-12-10')).toBe('until');
    expect(await appoint(margaret, zoe, '9999-12-31')).toBe('until');
    expect(await appoint(margaret, zoe, '2026-12-09')).toBe('done');
  });

  it('is appointed for as many school days as the setting says, and no more', async () => {
    const until = (day: string, most: number) =>
      kernel.perform(appointActingLead(most), margaret, { school, person: zoe.person, until: day }, newForm());
    const refused = await until('2026-11-30', 2);
    expect(!refused.ok && refused.problem.fields).toEqual([
      { name: 'until', message: 'Choose a day within 2 school days. For longer, give them the role.' },
    ]);
    expect((await until('2026-11-27', 1)).ok).toBe(false);
    expect((await until('2026-11-27', 2)).ok).toBe(true);
  });

  it('counts as many weekdays as the school allows, from any day', () => {
    expect(lastActingDay('2026-11-26', 10)).toBe('2026-12-09');
    expect(lastActingDay('2026-11-28', 10)).toBe('2026-12-11');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 1, max: 20 }), (n, most) => {
        const first = Date.UTC(2000, 0, 1 + n);
        const last = Date.parse(lastActingDay(new Date(first).toISOString().slice(0, 10), most));
        const days = Array.from(
          { length: (last - first) / 86_400_000 + 1 },
          (_, i) => new Date(first + i * 86_400_000),
        );
        expect(days.filter((day) => day.getUTCDay() % 6 !== 0)).toHaveLength(most);
        expect(new Date(last).getUTCDay() % 6).not.toBe(0);
      }),
    );
  });
});

describe('the list of roles', () => {
  it('shows those of one’s own school, with what one may do; nobody else sees that there is one', async () => {
    await give(margaret, zoe, 'dsl');
    const seen = await roles(margaret);
    expect(seen.map(({ name, role }) => `${name} ${role}`)).toEqual([
      'Kayleigh Marsh pastoral-lead',
      'Margaret Eaves head',
      'Priya Raman dsl',
      'Tom Whitlock deputy',
      'Zoe Lund dsl',
    ]);
    expect(seen.at(-1)).toMatchObject({ mayConfirm: false, mayEnd: true });
    expect((await roles(tom)).at(-1)).toMatchObject({ mayConfirm: true, mayEnd: false });
    expect((await roles(ruth)).map(({ name }) => name)).toEqual(['Ruth Appleyard', 'Ruth Appleyard']);
    for (const who of [daniel, kayleigh, zoe, stranger]) expect((await kernel.read(listRoles, who, {})).ok).toBe(false);
    const offered = await kernel.read(listPeopleForRoles, ruth, {});
    expect(offered.ok && offered.answer.answer.map(({ name }) => name)).toEqual(['Ruth Appleyard']);
    expect((await kernel.read(listPeopleForRoles, tom, {})).ok).toBe(false);
  });

  it('leaves each giving, confirming, ending and refusal in the journal, under the right word', async () => {
    await give(margaret, zoe, 'dsl');
    await confirm(margaret, 'Zoe Lund', 'dsl');
    await confirm(tom, 'Zoe Lund', 'dsl');
    await end(margaret, 'Zoe Lund', 'dsl');
    const acts = [];
    for (const { act: what, verb, actor, outcome } of kernel.journalEntries(tenant))
      if (what.endsWith('-role')) acts.push(`${what} ${verb} ${outcome} ${actor.slice(-2)}`);
    expect(acts).toEqual([
      'give-role permission-change done 05',
      'confirm-role deny refused 05',
      'confirm-role permission-change done 03',
      'end-role permission-change done 05',
    ]);
  });
});
