import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { GrantedRole, Identity } from '../../../src/access/types.ts';
import { listConcerns } from '../../../src/areas/concerns/views.ts';
import { listNeedToKnow, lookUpChildByName } from '../../../src/areas/need-to-know/views.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { appointActingLead } from '../../../src/areas/roles/appoint-acting-lead.ts';
import { confirmRole } from '../../../src/areas/roles/confirm-role.ts';
import { endRole } from '../../../src/areas/roles/end-role.ts';
import { giveRole } from '../../../src/areas/roles/give-role.ts';
import { readRoleToConfirm } from '../../../src/areas/roles/read-role-to-confirm.ts';
import { listPeopleForRoles, listRoles, lookUpTrustStaff } from '../../../src/areas/roles/views.ts';
import { readStaffConcern } from '../../../src/areas/staff-concerns/views.ts';
import type { UseCase } from '../../../src/perform/types.ts';
import { newForm, people, school, schoolOfTests, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const { daniel, priya, tom, zoe, stranger } = people;
const person = (n: number, name: string): Identity => ({
  tenant,
  person: `6b1c7a1e-1111-4111-8111-0000000000${n}`,
  name,
  door: 'tab',
});
const ruth = person(12, 'Ruth Appleyard');
const colm = person(14, 'Colm Rafferty');
const una = person(21, 'Una Fell');
const margaret = person(22, 'Margaret Eaves');
const gone = person(23, 'Gil Leaver');
const moved = person(24, 'Mo Vance');
const [other, third] = ['elmbridge', 'thornton'];

let kernel: Kernel;
beforeEach(async () => {
  kernel = await startKernel({ now: () => '2026-11-26T09:00:00.000Z', otherSchools: [other, third] });
  const empty = { duty: schoolOfTests.duty, pupils: [] };
  const role = (who: Identity, held: GrantedRole) => ({ personId: who.person, personName: who.name, role: held });
  const staff = (who: Identity, leftAt?: string) => ({
    ...{ personId: who.person, name: who.name },
    ...(leftAt !== undefined && { leftAt }),
  });
  const leftAt = '2026-09-01T00:00:00.000Z';
  for (const made of [
    {
      ...{ ...empty, school, roles: [role(margaret, 'head'), role(colm, 'trust-lead')] },
      staff: [staff(colm), staff(margaret), staff(gone, leftAt), staff(moved, leftAt)],
    },
    {
      ...{ ...empty, school: other, staff: [staff(ruth), staff(una), staff(margaret), staff(zoe)] },
      roles: [
        ...[role(ruth, 'dsl'), role(ruth, 'head'), role(una, 'deputy')],
        ...[role(gone, 'trust-lead'), role(moved, 'trust-lead'), role(gone, 'senco')],
      ],
    },
    { ...empty, school: third, roles: [], staff: [staff(moved), staff(zoe)] },
  ])
    expect(await kernel.perform(setUpSchool, setupIdentity(tenant), made, newForm())).toMatchObject({ ok: true });
});
afterEach(() => kernel.close());

async function act<I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: I, form = newForm()): Promise<string> {
  const result = await kernel.perform(useCase, who, input, form);
  return result.ok ? 'done' : (result.problem.fields?.[0]?.name ?? result.problem.code);
}
const give = (who: Identity, to: Identity, role: GrantedRole, schools: readonly string[], form?: string) =>
  act(giveRole, who, { schools: [...schools], person: to.person, role }, form);
async function rolesSeen(who: Identity) {
  const page = await kernel.read(listRoles, who, {});
  return page.ok ? page.answer.answer.items : undefined;
}
const schoolsSeen = async (who: Identity) => [...new Set((await rolesSeen(who))?.map((item) => item.school))].sort();
async function heldAt(name: string, role: GrantedRole) {
  const rows = [...((await rolesSeen(ruth)) ?? []), ...((await rolesSeen(margaret)) ?? [])];
  return rows.filter((item) => item.name === name && item.role === role).map((item) => item.school);
}
const named = async (who: Identity, words: string) => {
  const found = await kernel.read(lookUpTrustStaff, who, { words });
  return found.ok ? found.answer.answer.items.map(({ name }) => name) : found.problem.code;
};
async function makeColmLeadOfOther() {
  expect(await give(ruth, colm, 'trust-lead', [other])).toBe('done');
  const waiting = (await rolesSeen(una))?.find(({ name }) => name === colm.name);
  expect(await act(confirmRole, una, { role: waiting?.id ?? '', rev: waiting?.rev ?? 0 })).toBe('done');
}

describe('a trust safeguarding lead', () => {
  it('is found by the whole name, given the role at a school where they do not work, and waits for a second person', async () => {
    expect(await named(ruth, 'colm rafferty')).toEqual(['Colm Rafferty']);
    for (const words of ['Colm', 'Rafferty', '%', 'Gil Leaver']) expect(await named(ruth, words)).toEqual([]);
    expect(await named(ruth, 'Zoe Lund')).toEqual(['Zoe Lund']);
    expect(await give(ruth, colm, 'trust-lead', [other])).toBe('done');
    expect(await schoolsSeen(colm)).toEqual([school]);
    const waiting = (await rolesSeen(una))?.find(({ name }) => name === colm.name);
    expect(waiting).toMatchObject({ standing: 'waits', role: 'trust-lead', mayConfirm: true });
    const confirming = { role: waiting?.id ?? '', rev: waiting?.rev ?? 0 };
    expect(await act(confirmRole, ruth, confirming)).toBe('needs-second-person');
    expect(await act(confirmRole, colm, confirming)).toBe('not-found');
    expect(await act(confirmRole, una, confirming)).toBe('done');
    expect(await schoolsSeen(colm)).toEqual([other, school]);
  });

  it('gives, confirms and ends roles where they hold theirs, and nowhere else', async () => {
    expect(await give(colm, daniel, 'dsl', [school])).toBe('done');
    expect(await give(colm, una, 'senco', [other])).toBe('not-found');
    const ofRuth = (await rolesSeen(ruth))?.find(({ name, role }) => name === ruth.name && role === 'dsl');
    expect(await act(endRole, colm, { role: ofRuth?.id ?? '', rev: ofRuth?.rev ?? 0 })).toBe('not-found');

    expect(await act(appointActingLead(10), margaret, { school, person: zoe.person, until: '2026-12-04' })).toBe(
      'done',
    );
    const acting = (await rolesSeen(colm))?.find((item) => item.acting);
    expect(acting).toMatchObject({ name: zoe.name, unconfirmed: true, mayConfirm: true });
    expect(await act(confirmRole, colm, { role: acting?.id ?? '', rev: acting?.rev ?? 0 })).toBe('done');
    const anew = (await rolesSeen(colm))?.find((item) => item.acting);
    expect(await act(endRole, colm, { role: anew?.id ?? '', rev: anew?.rev ?? 0 })).toBe('done');
    expect(await act(appointActingLead(10), colm, { school, person: tom.person, until: '2026-12-04' })).toBe(
      'not-found',
    );
    const offered = await kernel.read(listPeopleForRoles, colm, {});
    expect(offered.ok && [...new Set(offered.answer.answer.map((one) => one.school))]).toEqual([school]);
  });

  it('comes upon no child, no concern and no matter of an adult', async () => {
    for (const view of [listConcerns, listNeedToKnow]) {
      const looked = await kernel.read(view as typeof listConcerns, colm, {});
      expect([view.verb, looked.ok]).toEqual([view.verb, false]);
    }
    expect((await kernel.read(lookUpChildByName, colm, { words: 'Ellie Marsden' })).ok).toBe(false);
    expect((await kernel.read(readStaffConcern, colm, { id: 'f'.repeat(32) })).ok).toBe(false);
  });

  it('is nobody who has left every school of the trust; who works at another still is', async () => {
    expect(await rolesSeen(gone)).toBeUndefined();
    expect(await schoolsSeen(moved)).toEqual([other]);
    // Any other role is kept by somebody whom the school’s own list does not know, as before.
    expect((await kernel.read(lookUpChildByName, gone, { words: 'Ellie Marsden' })).ok).toBe(true);
  });
});

describe('who works at a school', () => {
  it('is told by no fault to somebody who says nothing there, though they be on its staff list', async () => {
    for (const role of ['senco', 'trust-lead'] as const)
      for (const to of [ruth, tom, stranger]) {
        expect(await give(margaret, to, role, [other])).toBe('not-found');
        expect(await give(margaret, to, role, [school, other])).toBe('not-found');
        for (const who of [daniel, tom, zoe, una, stranger])
          expect(await give(who, to, role, [other])).toBe('not-found');
      }
    expect(await act(appointActingLead(10), margaret, { school: other, person: una.person, until: '2026-12-04' })).toBe(
      'not-found',
    );
    // For an ordinary role somebody of another school and nobody at all are one.
    for (const to of [ruth, stranger]) expect(await give(priya, to, 'senco', [school])).toBe('person');
    expect(await give(priya, stranger, 'trust-lead', [school])).toBe('person');
  });

  it('is looked up by whoever gives roles, and by nobody else', async () => {
    for (const who of [margaret, priya, ruth, colm, moved]) expect(await named(who, 'Una Fell')).toEqual(['Una Fell']);
    for (const who of [daniel, tom, una, zoe, gone, stranger]) expect(await named(who, 'Una Fell')).toBe('not-found');
  });
});

describe('a role at several schools at once', () => {
  it('is one act under one form key, each row in a lane of its own', async () => {
    await makeColmLeadOfOther();
    const form = newForm();
    expect(await give(colm, zoe, 'senco', [school, other, school], form)).toBe('done');
    expect(await give(colm, zoe, 'senco', [school, other, school], form)).toBe('done');
    expect(await heldAt('Zoe Lund', 'senco')).toEqual([other, school]);
    const given = [...kernel.journalEntries(tenant)].filter(({ act: what }) => what === 'give-role');
    const last = given.at(-1);
    expect(last?.subjects).toHaveLength(2);
    const lanes = kernel.database.sqlite
      .prepare<[], { lane: string; payload: string }>(`select lane, payload from outbox where channel = 'sharepoint'`)
      .all()
      .map(({ lane, payload }) => ({ lane, id: (JSON.parse(payload) as { id: string }).id }));
    for (const subject of last?.subjects ?? [])
      expect(lanes.filter(({ id }) => id === subject)).toEqual([{ lane: subject, id: subject }]);
  });

  it('is given at all of them or at none', async () => {
    await makeColmLeadOfOther();
    expect(await give(colm, daniel, 'senco', [school, other])).toBe('person');
    expect(await give(colm, zoe, 'senco', [school, third])).toBe('not-found');
    expect(await give(colm, zoe, 'senco', [])).toBe('schools');
    expect(await heldAt('Zoe Lund', 'senco')).toEqual([]);
    expect(await give(ruth, zoe, 'senco', [other])).toBe('done');
    expect(await give(colm, zoe, 'senco', [school, other])).toBe('role');
    expect(await heldAt('Zoe Lund', 'senco')).toEqual([other]);
  });
});

describe('that a role waits', () => {
  const told = () =>
    kernel.database.sqlite
      .prepare<[], { payload: string }>("select payload from outbox where channel = 'message' order by id")
      .all()
      .map(({ payload }) => JSON.parse(payload) as { kind: string; to: string; about: string });
  const toConfirm = () => told().flatMap(({ kind, to }) => (kind === 'role-to-confirm' ? [to] : []));
  const reads = async (who: Identity, id: string) => {
    const seen = await kernel.read(readRoleToConfirm, who, { id });
    return seen.ok ? seen.answer.answer : seen.problem.code;
  };

  it('is told to each who may say yes, once, and never to who gave it or gets it', async () => {
    await makeColmLeadOfOther();
    expect(toConfirm().sort()).toEqual([una.person, moved.person]);
    expect(await give(colm, zoe, 'dsl', [school, other])).toBe('done');
    expect(toConfirm().slice(2).sort()).toEqual(
      [margaret, priya, tom, ruth, una, moved].map((one) => one.person).sort(),
    );
    expect(await give(colm, zoe, 'senco', [school])).toBe('done');
    expect(toConfirm()).toHaveLength(8);
    expect(await act(appointActingLead(10), margaret, { school, person: daniel.person, until: '2026-12-04' })).toBe(
      'done',
    );
    expect(toConfirm().slice(8).sort()).toEqual([priya, tom, colm].map((one) => one.person).sort());
  });

  it('is shown as things stand to whoever may say yes, and to nobody else', async () => {
    expect(await give(ruth, colm, 'trust-lead', [other])).toBe('done');
    const id = told()[0]?.about ?? '';
    expect(await reads(una, id)).toEqual({ waits: true, acting: false });
    expect(await reads(ruth, id)).toEqual({ waits: false, acting: false });
    for (const who of [colm, priya, daniel, stranger]) expect(await reads(who, id)).toBe('not-found');
    const waiting = (await rolesSeen(una))?.find((item) => item.id === id);
    expect(await act(confirmRole, una, { role: id, rev: waiting?.rev ?? 0 })).toBe('done');
    expect(await reads(una, id)).toEqual({ waits: false, acting: false });
    expect(told().at(-1)).toMatchObject({ kind: 'refresh', to: '', about: id });
  });
});

it('lets nobody alone of the trust make a deputy, who reads every case; of a school its head may', async () => {
  const waiting = async (name: string) =>
    (await rolesSeen(margaret))?.find((item) => item.name === name && item.role === 'deputy')?.standing;
  expect(await give(colm, daniel, 'deputy', [school])).toBe('done');
  expect(await waiting(daniel.name)).toBe('waits');
  expect(await give(margaret, zoe, 'deputy', [school])).toBe('done');
  expect(await waiting(zoe.name)).toBe('in-force');
});
