import { afterEach, beforeEach, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { GrantedRole, Identity } from '../../../src/access/types.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { giveStaffConcern } from '../../../src/areas/staff-concerns/give-staff-concern.ts';
import { readStaffNotice } from '../../../src/areas/staff-concerns/read-staff-notice.ts';
import { reportStaffConcern } from '../../../src/areas/staff-concerns/report-staff-concern.ts';
import { saySubject } from '../../../src/areas/staff-concerns/say-subject.ts';
import { settleStaffFiling } from '../../../src/areas/staff-concerns/settle-staff-filing.ts';
import { takeStaffConcern } from '../../../src/areas/staff-concerns/take-staff-concern.ts';
import { readStaffConcern, readStaffDifferences, readStaffReceipt } from '../../../src/areas/staff-concerns/views.ts';
import type { BothSides } from '../../../src/ports/outbox.ts';
import { newForm, people, school, schoolOfTests, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const { daniel, priya, tom, zoe } = people;
const oid = (n: number) => `6b1c7a1e-1111-4111-8111-0000000000${String(n).padStart(2, '0')}`;
const margaret: Identity = { tenant, person: oid(5), name: 'Margaret Eaves', door: 'tab' };
const alan: Identity = { tenant, person: oid(15), name: 'Alan Fairweather', door: 'tab' };
const others = [daniel, priya, tom, zoe, alan, people.kayleigh, people.stranger];

let kernel: Kernel;
let matter: string;
beforeEach(async () => {
  kernel = await startKernel();
  const held = (who: Identity, role: GrantedRole) => ({ personId: who.person, personName: who.name, role });
  const made = {
    ...{ school, duty: schoolOfTests.duty, pupils: [] },
    staff: [{ personId: margaret.person, name: margaret.name, job: 'Head' }],
    roles: [held(margaret, 'head'), held(alan, 'chair-of-governors')],
  };
  expect(await kernel.perform(setUpSchool, setupIdentity(tenant), made, newForm())).toMatchObject({ ok: true });
  const typed = { about: 'adult', who: 'Zoe Lund', words: 'He drove a pupil home alone.', when: 'yesterday' } as const;
  const told = await kernel.perform(reportStaffConcern, daniel, typed, newForm());
  matter = told.ok ? told.answer.id : '';
  await fileAll();
});
afterEach(() => kernel.close());

/** SharePoint takes all that waits; a row that is there keeps its place. */
async function fileAll(): Promise<void> {
  for (let n = 1; ; n++) {
    const tasks = await kernel.filing.claim(50, 60);
    if (tasks.length === 0) return;
    for (const task of tasks) await kernel.filing.confirm(task, { itemId: `${n}`, etag: `"${n}"` });
  }
}
/** The head takes it while somebody writes into its row. */
async function stopTaking(sides: readonly BothSides[]): Promise<void> {
  await kernel.perform(takeStaffConcern, margaret, { concern: matter, rev: 1 }, newForm());
  const [task] = await kernel.filing.claim(1, 60);
  await kernel.filing.conflict(task!, sides);
}
const taken: readonly BothSides[] = [
  { field: 'status', base: 'submitted', ours: 'acknowledged', theirs: 'in-action' },
  { field: 'takenByName', base: null, ours: margaret.name, theirs: 'The deputy, by telephone' },
];
const settle = async (keep: object, who = margaret, rev = 2, form = newForm()) => {
  const result = await kernel.perform(settleStaffFiling, who, { concern: matter, rev, keep }, form);
  return result.ok ? 'done' : result.problem.code;
};
async function differences(who = margaret) {
  const shown = await kernel.read(readStaffDifferences, who, { id: matter });
  return shown.ok ? shown.answer.answer.items : shown.problem.code;
}
async function detail(who = margaret) {
  const shown = await kernel.read(readStaffConcern, who, { id: matter });
  if (!shown.ok) throw new Error(shown.problem.code);
  return shown.answer.answer;
}
const next = async () => (await kernel.filing.claim(1, 60))[0];

it('a staff concern whose filing has stopped says so and shows who manages it both sides; nobody else, and its reporter nothing', async () => {
  await stopTaking(taken);
  expect(await detail()).toMatchObject({ filed: 'stopped', abilities: { settle: true } });
  expect(await differences()).toEqual([
    { field: 'status', before: 'submitted', lantern: 'acknowledged', sharepoint: 'in-action', takeable: true },
    {
      ...{ field: 'takenByName', before: null, lantern: margaret.name },
      ...{ sharepoint: 'The deputy, by telephone', takeable: true },
    },
  ]);
  for (const who of others) {
    expect(await differences(who), who.name).toBe('not-found');
    expect(await settle({ status: 'lantern', takenByName: 'lantern' }, who), who.name).toBe('not-found');
  }
  const receipt = await kernel.read(readStaffReceipt, daniel, { id: matter });
  expect(receipt).toMatchObject({ answer: { answer: { filed: 'received' } } });
  expect(await next()).toBeUndefined();
});

it('goes on as who manages it has chosen, field by field, journalled, and its notice says so', async () => {
  await stopTaking(taken);
  const notice = () => kernel.read(readStaffNotice, margaret, { id: matter });
  expect(await notice()).toMatchObject({ answer: { answer: { stopped: true } } });
  expect(await settle({ status: 'lantern', takenByName: 'sharepoint' })).toBe('done');
  const task = await next();
  expect(task?.payload).toMatchObject({ settled: true, values: { status: 'acknowledged' } });
  expect(Object.keys({ ...task?.payload.values, ...task?.payload.base })).not.toContain('takenByName');
  await kernel.filing.confirm(task!, { itemId: '1', etag: '"2"' });
  await fileAll();
  expect(await detail()).toMatchObject({ takenByName: 'The deputy, by telephone', filed: 'filed', rev: 3 });
  expect((await detail()).abilities.settle).toBe(false);
  expect(await notice()).toMatchObject({ answer: { answer: { stopped: false } } });
  const entry = [...kernel.journalEntries(tenant)].find(({ act }) => act === 'settle-staff-filing');
  expect(entry).toMatchObject({
    ...{ actor: margaret.person, verb: 'decide', about: 'staffConcern', outcome: 'done', subjects: [matter] },
    fields: ['staffConcern.takenByName', 'staffConcern.status'],
  });
  const waiting = await kernel.messages.claim(20, 60);
  expect(waiting.map(({ payload }) => payload)).toContainEqual({ kind: 'refresh', to: '', about: matter });
});

it('is settled once, by a form that comes twice and by one of two who manage it', async () => {
  const given = { concern: matter, rev: 1, person: tom.person, reason: 'Looks into it.' };
  expect(await kernel.perform(giveStaffConcern, margaret, given, newForm())).toMatchObject({ ok: true });
  await fileAll();
  await kernel.perform(takeStaffConcern, margaret, { concern: matter, rev: 2 }, newForm());
  const [task] = await kernel.filing.claim(1, 60);
  await kernel.filing.conflict(task!, taken);
  const keep = { status: 'lantern', takenByName: 'lantern' };
  const form = newForm();
  expect(await Promise.all([settle(keep, tom, 3, form), settle(keep, tom, 3, form)])).toEqual(['done', 'done']);
  expect(await settle(keep, margaret, 3)).not.toBe('done');
  expect((await next())?.payload.base).toMatchObject({ status: 'in-action', takenByName: 'The deputy, by telephone' });
});

it.each([
  ['a line is left open', { status: 'lantern' }],
  ['a field is chosen that nobody disputes', { status: 'lantern', takenByName: 'lantern', managedBy: 'sharepoint' }],
])('stays as it is while %s', async (_why, keep) => {
  await stopTaking(taken);
  expect(await settle(keep)).toBe('invalid-input');
  expect(await settle({ status: 'lantern', takenByName: 'lantern' }, margaret, 1)).toBe('changed-meanwhile');
  expect(await next()).toBeUndefined();
  expect(await detail()).toMatchObject({ filed: 'stopped', rev: 2 });
});

it('who may read it is never taken over from SharePoint, whoever wrote it there', async () => {
  const said = { concern: matter, rev: 1, reason: 'They told me.' };
  expect(await kernel.perform(saySubject, margaret, said, newForm())).toMatchObject({ ok: true });
  const tasks = await kernel.filing.claim(1, 60);
  await kernel.filing.confirm(tasks[0]!, { itemId: '9', etag: '"1"' });
  const [task] = await kernel.filing.claim(1, 60);
  expect(task?.payload.record).toBe('staffConcern');
  await kernel.filing.conflict(task!, [
    { field: 'subjectId', base: zoe.person, ours: null, theirs: margaret.person },
    { field: 'managedBy', base: 'head', ours: 'head', theirs: 'chair' },
  ]);
  expect(await differences()).toMatchObject([{ takeable: false }, { takeable: false }]);
  for (const keep of [
    { subjectId: 'sharepoint', managedBy: 'lantern' },
    { subjectId: 'lantern', managedBy: 'sharepoint' },
  ])
    expect(await settle(keep)).toBe('invalid-input');
  expect(await settle({ subjectId: 'lantern', managedBy: 'lantern' })).toBe('done');
  expect((await next())?.payload.base).toMatchObject({ subjectId: margaret.person, managedBy: 'chair' });
});
