import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { GrantedRole, Identity } from '../../../src/access/types.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { addStaffNote } from '../../../src/areas/staff-concerns/add-staff-note.ts';
import { closeStaffConcern } from '../../../src/areas/staff-concerns/close-staff-concern.ts';
import { judgeStaffConcern } from '../../../src/areas/staff-concerns/judge-staff-concern.ts';
import { giveStaffConcern } from '../../../src/areas/staff-concerns/give-staff-concern.ts';
import { reportStaffConcern } from '../../../src/areas/staff-concerns/report-staff-concern.ts';
import { staffRefOf } from '../../../src/areas/staff-concerns/rules.ts';
import { saySubject } from '../../../src/areas/staff-concerns/say-subject.ts';
import { takeStaffConcern } from '../../../src/areas/staff-concerns/take-staff-concern.ts';
import {
  listColleagues,
  listGivenMatters,
  listOwnStaffReports,
  listStaffConcerns,
  readStaffAlert,
  readStaffConcern,
  readStaffReceipt,
} from '../../../src/areas/staff-concerns/views.ts';
import type { UseCase } from '../../../src/perform/types.ts';
import { newForm, people, school, schoolOfTests, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const { daniel, priya, tom, zoe } = people;
const oid = (n: number) => `6b1c7a1e-1111-4111-8111-0000000000${String(n).padStart(2, '0')}`;
const margaret: Identity = { tenant, person: oid(5), name: 'Margaret Eaves', door: 'tab' };
const alan: Identity = { tenant, person: oid(15), name: 'Alan Fairweather', door: 'tab' };
const leila: Identity = { tenant, person: oid(16), name: 'Leila Novak', door: 'tab' };
const everybody = [daniel, priya, tom, zoe, margaret, alan, leila, people.kayleigh, people.stranger];

let kernel: Kernel;
beforeEach(async () => {
  kernel = await startKernel({ now: () => '2026-11-26T09:00:00.000Z' });
  const held = (who: Identity, role: GrantedRole) => ({ personId: who.person, personName: who.name, role });
  const made = {
    school,
    duty: schoolOfTests.duty,
    pupils: [],
    staff: [{ personId: margaret.person, name: margaret.name, job: 'Head' }],
    roles: [held(margaret, 'head'), held(alan, 'chair-of-governors'), held(leila, 'tenant-admin')],
    agencies: [{ name: 'Kestrel Vale LADO', kind: 'lado' as const, phone: '01632 960777' }],
  };
  expect(await kernel.perform(setUpSchool, setupIdentity(tenant), made, newForm())).toMatchObject({ ok: true });
});
afterEach(() => kernel.close());

async function act<I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: I): Promise<string> {
  const result = await kernel.perform(useCase, who, input, newForm());
  return result.ok ? 'done' : (result.problem.fields?.[0]?.name ?? result.problem.code);
}
async function report(who: Identity, about: 'adult' | 'head', typed: string, words = 'I saw it at the gate.') {
  const result = await kernel.perform(
    reportStaffConcern,
    who,
    { about, who: typed, words, when: 'today 8:15' },
    newForm(),
  );
  if (!result.ok) throw new Error(`not reported: ${result.problem.code}`);
  return result.answer;
}
async function detail(who: Identity, id: string) {
  const shown = await kernel.read(readStaffConcern, who, { id });
  if (!shown.ok) throw new Error(`not shown: ${shown.problem.code}`);
  return shown.answer.answer;
}
const sees = async (who: Identity, id: string) => (await kernel.read(readStaffConcern, who, { id })).ok;
async function listed(who: Identity): Promise<readonly string[]> {
  const pages = [await kernel.read(listStaffConcerns, who, {}), await kernel.read(listGivenMatters, who, {})];
  return pages.flatMap((page) => (page.ok ? page.answer.answer.items.map((item) => item.id) : []));
}
async function whoSee(id: string): Promise<readonly string[]> {
  const seeing: string[] = [];
  for (const who of everybody) {
    const opens = await sees(who, id);
    expect((await listed(who)).includes(id), `${who.name}: list and record agree`).toBe(opens);
    if (opens) seeing.push(who.name);
  }
  return seeing;
}
async function messages() {
  const tasks = await kernel.messages.claim(20, 60);
  for (const task of tasks) await kernel.messages.confirm(task, 'sent');
  return tasks.map(({ payload }) => payload);
}

describe('a concern about an adult', () => {
  it('goes to the head alone: not to the safeguarding leads, not to the settings, not to whom it is about', async () => {
    const { id, ref, managedBy, told, lado } = await report(zoe, 'adult', 'Mr Daniel Osei');
    expect({ managedBy, told, lado }).toEqual({ managedBy: 'head', told: true, lado: undefined });
    expect(ref).toMatch(/^S-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(await whoSee(id)).toEqual(['Margaret Eaves']);
    expect(await detail(margaret, id)).toMatchObject({
      ...{ subject: 'Daniel Osei', subjectState: 'resolved', words: 'I saw it at the gate.', status: 'submitted' },
      ...{ occurredAt: '2026-11-26T08:15:00.000Z', ladoContact: { name: 'Kestrel Vale LADO', phone: '01632 960777' } },
    });
  });

  it.each([
    ['said to be about the head', 'head', ''],
    ['the name is the head’s', 'adult', 'Margaret Eaves'],
    ['the name may be the head’s', 'adult', 'Mrs Eaves'],
  ] as const)('goes to the chair of governors past the head: %s', async (_why, about, typed) => {
    const { id, managedBy, lado } = await report(daniel, about, typed);
    expect({ managedBy, lado }).toEqual({
      managedBy: 'chair',
      lado: { name: 'Kestrel Vale LADO', phone: '01632 960777' },
    });
    expect(await whoSee(id)).toEqual(['Alan Fairweather']);
  });

  it('about somebody whose name fits several, or nobody, waits for who manages it to say who is meant', async () => {
    const { id } = await report(daniel, 'adult', 'the tall one from catering');
    expect(await detail(margaret, id)).toMatchObject({
      subject: 'the tall one from catering',
      subjectState: 'unresolved',
    });
  });

  it('is never refused for what is written, and nothing of it is cut off', async () => {
    const long = `${'x'.repeat(63_999)}the end`;
    const { id } = await report(daniel, 'adult', 'n'.repeat(400), long);
    const { words, subject } = await detail(margaret, id);
    expect(words.startsWith(long)).toBe(true);
    expect(words).toContain(`Adult, as written: ${'n'.repeat(400)}`);
    expect(subject).toBe('n'.repeat(255));
  });

  it('waits for a chair of governors where none is named, and says so to the reporter with the LADO’s number', async () => {
    const bare = await startKernel();
    const answer = await bare.perform(
      reportStaffConcern,
      daniel,
      { about: 'head', who: '', words: 'x', when: '' },
      newForm(),
    );
    expect(answer).toMatchObject({ ok: true, answer: { told: false, managedBy: 'chair' } });
    bare.close();
  });

  it('tells who manages it, without a word of it, and gives the reporter a receipt in the form’s place', async () => {
    const input = { about: 'adult' as const, who: 'Daniel Osei', words: 'x', when: '', card: 'card-1' };
    const done = await kernel.perform(reportStaffConcern, zoe, input, newForm());
    if (!done.ok) throw new Error(done.problem.code);
    expect(await messages()).toEqual([
      expect.objectContaining({ kind: 'staff-concern-reported', to: margaret.person, about: done.answer.id }),
      expect.objectContaining({ kind: 'staff-receipt', to: zoe.person, about: done.answer.id, replaces: 'card-1' }),
    ]);
    expect((await kernel.read(readStaffAlert, margaret, { id: done.answer.id })).ok).toBe(true);
    expect((await kernel.read(readStaffAlert, priya, { id: done.answer.id })).ok).toBe(false);
  });
});

describe('the adult whom it is about', () => {
  it('cannot reach it by any verb, whatever roles they hold: head, chair and case manager among them', async () => {
    const { id } = await report(zoe, 'adult', 'somebody');
    await act(giveStaffConcern, margaret, { concern: id, rev: 1, person: tom.person, reason: 'Knows the matter.' });
    expect(await whoSee(id)).toEqual(['Tom Whitlock', 'Margaret Eaves']);
    const { items } = await colleagues(margaret, id);
    const rev = (await detail(margaret, id)).rev;
    const said = { concern: id, rev, colleague: items.get('Tom Whitlock') ?? '', reason: 'Seen on camera.' };
    expect(await act(saySubject, margaret, said)).toBe('done');
    expect(await whoSee(id)).toEqual(['Margaret Eaves']);
    for (const attempt of [
      act(takeStaffConcern, tom, { concern: id, rev: rev + 1 }),
      act(addStaffNote, tom, { concern: id, words: 'It was not me.' }),
      act(closeStaffConcern, tom, { concern: id, rev: rev + 1, outcome: 'unfounded', reason: 'x' }),
    ])
      expect(await attempt).toBe('not-found');
    expect((await kernel.read(listColleagues, tom, { id })).ok).toBe(false);
  });

  it('is told the same as for a matter that is not there: refusal, list and journal row are alike', async () => {
    const { id } = await report(zoe, 'adult', 'Daniel Osei');
    const none = 'f'.repeat(32);
    expect(await kernel.read(readStaffConcern, daniel, { id })).toEqual(
      await kernel.read(readStaffConcern, daniel, { id: none }),
    );
    const refusals = [...kernel.journalEntries(tenant)].filter(({ outcome }) => outcome === 'refused').slice(-2);
    expect(refusals.map(({ subjects, fields, digest }) => ({ subjects, fields, digest }))).toEqual([
      { subjects: [], fields: ['not-found'], digest: '' },
      { subjects: [], fields: ['not-found'], digest: '' },
    ]);
    const page = await kernel.read(listOwnStaffReports, daniel, {});
    expect(page.ok && page.answer.answer.items).toEqual([]);
  });

  it('keeps the receipt of what they reported about themselves, and no more', async () => {
    const { id } = await report(margaret, 'adult', 'Margaret Eaves');
    expect(await whoSee(id)).toEqual(['Alan Fairweather']);
    expect((await kernel.read(readStaffReceipt, margaret, { id })).ok).toBe(true);
  });

  it('when it turns out to be the head, the chair goes on with it and is told', async () => {
    const { id } = await report(zoe, 'adult', 'the one in the blue coat');
    await messages();
    const { items } = await colleagues(margaret, id);
    const said = { concern: id, rev: 1, colleague: items.get('Margaret Eaves') ?? '', reason: 'The coat is mine.' };
    expect(await act(saySubject, margaret, { ...said, toHead: true })).toBe('toHead');
    expect(await act(saySubject, margaret, said)).toBe('done');
    expect(await whoSee(id)).toEqual(['Alan Fairweather']);
    expect(await messages()).toEqual([expect.objectContaining({ kind: 'staff-concern-reported', to: alan.person })]);
  });

  it('when it is not the head, the chair passes it on', async () => {
    const { id } = await report(zoe, 'adult', 'Eaves');
    const { items } = await colleagues(alan, id);
    const said = { concern: id, rev: 1, colleague: items.get('Daniel Osei') ?? '', reason: 'A slip.', toHead: true };
    expect(await act(saySubject, alan, said as never)).toBe('done');
    expect(await whoSee(id)).toEqual(['Margaret Eaves']);
  });
});

describe('who manages it', () => {
  it('takes, judges with the LADO where the harm threshold may be met, and closes it with an outcome', async () => {
    const { id } = await report(zoe, 'adult', 'Daniel Osei');
    expect(await act(closeStaffConcern, margaret, { concern: id, rev: 1, outcome: 'unfounded', reason: 'x' })).toBe(
      'already-done',
    );
    expect(await act(takeStaffConcern, margaret, { concern: id, rev: 1 })).toBe('done');
    const judged = { concern: id, rev: 2, kind: 'allegation' as const, reason: 'He may have harmed a child.' };
    expect(await act(judgeStaffConcern, margaret, { ...judged, lado: 'not-needed' })).toBe('lado');
    expect(await act(judgeStaffConcern, margaret, { ...judged, lado: 'told' })).toBe('done');
    const closing = { concern: id, rev: 3, reason: 'The LADO’s meeting found no evidence.' };
    expect(await act(closeStaffConcern, margaret, { ...closing, outcome: 'low-level-recorded' })).toBe('outcome');
    expect(await act(closeStaffConcern, margaret, { ...closing, outcome: 'unsubstantiated' })).toBe('done');
    const { status, outcome, notes } = await detail(margaret, id);
    expect({ status, outcome }).toEqual({ status: 'closed', outcome: 'unsubstantiated' });
    expect(notes.map(({ what, words, by }) => [what, words, by])).toEqual([
      ['judged', 'He may have harmed a child.', 'Margaret Eaves'],
      ['closed', 'The LADO’s meeting found no evidence.', 'Margaret Eaves'],
    ]);
  });

  it('gives it to one person, for this one matter, and never to whom it is about', async () => {
    const [one, another] = [await report(zoe, 'adult', 'Daniel Osei'), await report(zoe, 'adult', 'Daniel Osei')];
    const given = { concern: one.id, rev: 1, reason: 'Investigates.' };
    expect(await act(giveStaffConcern, margaret, { ...given, person: daniel.person })).toBe('person');
    expect(await act(giveStaffConcern, margaret, { ...given, person: priya.person })).toBe('done');
    expect(await listed(priya)).toEqual([one.id]);
    expect(await sees(priya, another.id)).toBe(false);
    expect(await act(addStaffNote, priya, { concern: one.id, words: 'Spoke with the witness.' })).toBe('done');
  });

  it('reads what the reporter adds later, and is told', async () => {
    const { id } = await report(zoe, 'adult', 'Daniel Osei');
    await messages();
    expect(await act(addStaffNote, zoe, { concern: id, words: 'It happened again.' })).toBe('done');
    expect(await messages()).toEqual([expect.objectContaining({ kind: 'staff-note-added', to: margaret.person })]);
    expect((await detail(margaret, id)).notes).toMatchObject([
      { what: 'note', words: 'It happened again.', by: 'Zoe Lund' },
    ]);
  });
});

it('references come from chance: of two in a row neither tells of the other', () => {
  expect(staffRefOf('00000000000000000000000000000000')).toBe('S-0000-0000');
  expect(staffRefOf('ffffffffff0000000000000000000000')).toBe('S-ZZZZ-ZZZZ');
  expect(staffRefOf('0123456789abcdef0123456789abcdef')).toMatch(/^S-/);
});

async function colleagues(who: Identity, id: string) {
  const shown = await kernel.read(listColleagues, who, { id });
  if (!shown.ok) throw new Error(shown.problem.code);
  return { items: new Map(shown.answer.answer.map((one) => [one.name, one.id])) };
}
