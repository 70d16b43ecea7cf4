import { afterEach, beforeEach, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { Identity } from '../../../src/access/types.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { takeConcern } from '../../../src/areas/concerns/take-concern.ts';
import { triageConcern } from '../../../src/areas/concerns/triage-concern.ts';
import { listConcerns, readConcern } from '../../../src/areas/concerns/views.ts';
import { listNeedToKnow } from '../../../src/areas/need-to-know/views.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { listStaffConcerns, readStaffConcern } from '../../../src/areas/staff-concerns/views.ts';
import { newForm, people, school, schoolOfTests, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const { daniel, priya, tom } = people;
const margaret: Identity = {
  tenant,
  person: '6b1c7a1e-1111-4111-8111-000000000005',
  name: 'Margaret Eaves',
  door: 'tab',
};

let kernel: Kernel;
let concern: string;
beforeEach(async () => {
  kernel = await startKernel({ now: () => '2026-11-26T09:00:00.000Z' });
  const roles = [{ personId: margaret.person, personName: margaret.name, role: 'head' as const }];
  const made = { school, duty: schoolOfTests.duty, pupils: [], staff: [], roles };
  expect(await kernel.perform(setUpSchool, setupIdentity(tenant), made, newForm())).toMatchObject({ ok: true });
  const report = {
    who: 'Ellie Marsden',
    words: 'She says Mr Whitlock shouted at her.',
    safeNow: 'yes' as const,
    when: '',
  };
  const done = await kernel.perform(reportConcern, daniel, report, newForm());
  if (!done.ok) throw new Error(done.problem.code);
  concern = done.answer.concern;
});
afterEach(() => kernel.close());

const judge = (who: Identity, adult?: { about: 'adult' | 'head'; who: string; words: string }, rev = 1) =>
  kernel.perform(
    triageConcern,
    who,
    {
      ...{ concern, rev, outcome: 'staff-concern-register' as const, urgency: 'routine' as const },
      ...{ reason: 'About an adult.', parents: 'informed' as const, nextStep: 'The head looks into it.' },
      ...(adult && { adult }),
    },
    newForm(),
  );
const sees = async (who: Identity) => {
  const list = await kernel.read(listConcerns, who, { show: 'all' });
  const listed = list.ok && list.answer.answer.items.some(({ id }) => id === concern);
  expect((await kernel.read(readConcern, who, { id: concern })).ok).toBe(listed);
  return listed;
};

it('the part about an adult goes to the head, and the adult no longer sees the concern, though they lead', async () => {
  expect(await sees(tom)).toBe(true);
  expect(await judge(priya, { about: 'adult', who: 'Mr Whitlock', words: 'He shouted.' })).toMatchObject({ ok: true });
  const matters = await kernel.read(listStaffConcerns, margaret, {});
  if (!matters.ok) throw new Error('the head sees none');
  const [matter] = matters.answer.answer.items;
  expect(matter).toMatchObject({ subject: 'Tom Whitlock', reporterName: 'Priya Raman' });
  const shown = await kernel.read(readStaffConcern, margaret, { id: matter?.id });
  expect(shown.ok && shown.answer.answer.words).toMatch(/^From C-2026-0001\nHe shouted\.$/);
  expect([await sees(priya), await sees(tom)]).toEqual([true, false]);
  expect((await kernel.read(readStaffConcern, priya, { id: matter?.id })).ok).toBe(false);
});

it('what they had in hand is in the hands of whoever judges it', async () => {
  expect(await kernel.perform(takeConcern, tom, { concern }, newForm())).toMatchObject({ ok: true });
  expect(await judge(priya, { about: 'adult', who: 'Tom Whitlock', words: 'He shouted.' }, 2)).toMatchObject({
    ok: true,
  });
  const shown = await kernel.read(readConcern, priya, { id: concern });
  expect(shown.ok && shown.answer.answer.takenByName).toBe('Priya Raman');
});

it('that a case names them is nowhere for them to find, and stands for the others on the page of single cases', async () => {
  await judge(priya, { about: 'adult', who: 'Tom Whitlock', words: 'He shouted.' });
  const ofTom = await kernel.read(listNeedToKnow, tom, {});
  expect(ofTom.ok && JSON.stringify(ofTom.answer.answer)).not.toContain('subject');
  const ofPriya = await kernel.read(listNeedToKnow, priya, {});
  expect(ofPriya.ok && JSON.stringify(ofPriya.answer.answer)).toContain('"subject"');
});

it('whoever else leads goes on with the concern, and the head is given nothing', async () => {
  expect(await judge(tom, { about: 'adult', who: 'Priya Raman', words: 'She shouted.' })).toMatchObject({ ok: true });
  expect([await sees(priya), await sees(tom), await sees(margaret)]).toEqual([false, true, false]);
});

it('without that part a judgement is as it was', async () => {
  expect(await judge(priya)).toMatchObject({ ok: true });
  const matters = await kernel.read(listStaffConcerns, margaret, {});
  expect(matters.ok && matters.answer.answer.items).toEqual([]);
});
