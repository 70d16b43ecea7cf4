import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Identity } from '../../../src/access/types.ts';
import { addPerson } from '../../../src/areas/concerns/add-person.ts';
import { compareCandidates } from '../../../src/areas/concerns/compare-candidates.ts';
import { listPersons } from '../../../src/areas/concerns/list-persons.ts';
import { lookUpChildren } from '../../../src/areas/concerns/look-up-children.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { resolveChild } from '../../../src/areas/concerns/resolve-child.ts';
import { sayChildRole } from '../../../src/areas/concerns/say-child-role.ts';
import { listCandidates, readConcern, searchConcerns } from '../../../src/areas/concerns/views.ts';
import { withdrawPerson } from '../../../src/areas/concerns/withdraw-person.ts';
import type { UseCase } from '../../../src/perform/types.ts';
import { newForm, people, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const { daniel, priya, tom, zoe, kayleigh, stranger } = people;
let kernel: Kernel;
beforeEach(async () => {
  kernel = await startKernel();
});
afterEach(() => kernel.close());

const answerOf = <O>(result: { ok: true; answer: { answer: O } } | { ok: false }): O => {
  if (!result.ok) throw new Error('refused');
  return result.answer.answer;
};
const act = <I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: object) =>
  kernel.perform(useCase, who, input, newForm());

async function reported(who: string, words = 'They fell out at lunch.') {
  const result = await act(reportConcern, daniel, { who, words, safeNow: 'yes', when: 'just now' });
  if (!result.ok) throw new Error(result.problem.code);
  return result.answer;
}
const detail = async (id: string) => answerOf(await kernel.read(readConcern, priya, { id }));
const persons = async (id: string) => answerOf(await kernel.read(listPersons, priya, { id })).items;
const found = async (words: string) =>
  answerOf(await kernel.read(searchConcerns, priya, { words })).items.map(({ id }) => id);
const lookUp = async (id: string, words: string) =>
  answerOf(await kernel.read(lookUpChildren, priya, { id, words })).items;
async function idOf(concern: string, words: string): Promise<string> {
  const [child] = await lookUp(concern, words);
  if (!child) throw new Error(`no child is found by ${words}`);
  return child.id;
}

describe('several children in one report', () => {
  it('are offered together when each name fits one child, and all of them are settled in one act', async () => {
    const { concern, asksChild } = await reported('Mia Hughes 9D and Ellie Marsden');
    expect(asksChild).toBe(true);
    const candidates = answerOf(await kernel.read(listCandidates, daniel, { id: concern }));
    const [child, ...others] = candidates.together ?? [];
    expect(others.length).toBe(1);
    expect(await act(resolveChild, daniel, { concern, child, others })).toMatchObject({ ok: true });
    expect(await detail(concern)).toMatchObject({ child: 'Mia Hughes', childState: 'resolved', moreChildren: 1 });
    expect(await persons(concern)).toMatchObject([
      { name: 'Ellie Marsden', role: 'child-of-concern', addedBy: 'Daniel Osei', onRoll: true },
    ]);
    expect(await found('ellie')).toEqual([concern]);
  });

  it('are not offered together where a name fits two, and a form beside one name hides the other child no more', async () => {
    const two = await reported('Mia Hughes and Ellie Marsden');
    expect(two.asksChild).toBe(true);
    expect(answerOf(await kernel.read(listCandidates, daniel, { id: two.concern })).together).toBeUndefined();
    expect((await reported('Mia Hughes, 9D, Ellie Marsden')).childState).toBe('unresolved');
  });

  it('cannot be named twice, or be of no roll that is known', async () => {
    const { concern } = await reported('Mia Hughes 9D and Ellie Marsden');
    const mia = await idOf(concern, 'mia 9d');
    for (const others of [[mia], ['f'.repeat(32)], [await idOf(concern, 'ellie'), await idOf(concern, 'ellie')]])
      expect(await act(resolveChild, priya, { concern, child: mia, others })).toMatchObject({
        problem: { code: 'invalid-input' },
      });
    expect((await detail(concern)).childState).toBe('unresolved');
  });
});

describe('people in a concern', () => {
  it('are found by a search until they are taken off, and the row with its reason stays', async () => {
    const { concern } = await reported('Ellie Marsden');
    const pupil = await idOf(concern, 'jakub');
    const added = await act(addPerson, priya, { concern, pupil, role: 'alleged-to-have-harmed' });
    await act(addPerson, priya, { concern, name: 'Her uncle, “Ray”', role: 'other-adult' });
    if (!added.ok) throw new Error('refused');
    expect(await detail(concern)).toMatchObject({ child: 'Ellie Marsden', moreChildren: 1, persons: 2 });
    expect(await found('jakub')).toEqual([concern]);
    expect(await found('ray')).toEqual([concern]);
    const { person } = added.answer;
    expect(await act(withdrawPerson, tom, { concern, person, reason: ' ' })).toMatchObject({
      problem: { code: 'invalid-input' },
    });
    expect(await act(withdrawPerson, tom, { concern, person, reason: 'It was another boy.' })).toMatchObject({
      ok: true,
    });
    expect((await detail(concern)).moreChildren).toBeUndefined();
    expect(await found('jakub')).toEqual([]);
    expect(await found('ray')).toEqual([concern]);
    expect((await persons(concern)).find(({ id }) => id === person)?.takenOff).toMatchObject({
      by: 'Tom Whitlock',
      reason: 'It was another boy.',
    });
    expect(await act(withdrawPerson, tom, { concern, person, reason: 'Again.' })).toMatchObject({
      problem: { code: 'already-done' },
    });
  });

  it('may have two roles, but not one role twice; another concern’s person is not found', async () => {
    const { concern } = await reported('Ellie Marsden');
    const other = (await reported('Mia Hughes 9A')).concern;
    const pupil = await idOf(concern, 'jakub');
    const added = await act(addPerson, priya, { concern, pupil, role: 'harmed' });
    if (!added.ok) throw new Error('refused');
    expect(await act(addPerson, tom, { concern, pupil, role: 'harmed' })).toMatchObject({
      problem: { code: 'already-done' },
    });
    expect(await act(addPerson, tom, { concern, pupil, role: 'alleged-to-have-harmed' })).toMatchObject({ ok: true });
    expect((await detail(concern)).moreChildren).toBe(1);
    const elsewhere = { concern: other, person: added.answer.person, reason: 'Not here.' };
    expect(await act(withdrawPerson, priya, elsewhere)).toMatchObject({ problem: { code: 'not-found' } });
    expect(await act(addPerson, priya, { concern, name: 'Mr Hale', role: 'staff-subject' })).toMatchObject({
      problem: { code: 'invalid-input' },
    });
  });

  it('both get in when two leads add somebody at once', async () => {
    const { concern } = await reported('Ellie Marsden');
    await Promise.all([
      act(addPerson, priya, { concern, name: 'Her aunt', role: 'other-adult' }),
      act(addPerson, tom, { concern, name: 'Her cousin', role: 'sibling' }),
    ]);
    expect(await found('aunt')).toEqual([concern]);
    expect(await found('cousin')).toEqual([concern]);
  });
});

describe('a role', () => {
  it('is said of one event: the same child is harmed in one and alleged to have harmed in the other', async () => {
    const [monday, wednesday] = [(await reported('Ellie Marsden')).concern, (await reported('Ellie Marsden')).concern];
    const before = await detail(wednesday);
    expect(await act(sayChildRole, tom, { concern: monday, rev: 1, role: 'harmed' })).toMatchObject({ ok: true });
    expect(await detail(wednesday)).toEqual(before);
    await act(sayChildRole, tom, { concern: wednesday, rev: 1, role: 'alleged-to-have-harmed' });
    expect((await persons(monday)).map(({ role }) => role)).toEqual(['harmed']);
    expect((await persons(wednesday)).map(({ role }) => role)).toEqual(['alleged-to-have-harmed']);
    // The child is the concern's own: nobody more.
    expect((await detail(monday)).moreChildren).toBeUndefined();
  });

  it('that was said before stays beside the one that is said now', async () => {
    const { concern } = await reported('Ellie Marsden');
    await act(sayChildRole, tom, { concern, rev: 1, role: 'witness' });
    expect(await act(sayChildRole, priya, { concern, rev: 1, role: 'harmed' })).toMatchObject({
      problem: { code: 'changed-meanwhile' },
    });
    await act(sayChildRole, priya, { concern, rev: 2, role: 'harmed' });
    const [first, now] = await persons(concern);
    expect(first).toMatchObject({ role: 'witness', isChild: true, takenOff: { by: 'Priya Raman' } });
    expect(now).toMatchObject({ role: 'harmed', isChild: true });
    expect(now?.takenOff).toBeUndefined();
  });

  it('follows the child when it is settled later which one it is', async () => {
    const { concern } = await reported('Mia Hughes');
    await act(sayChildRole, priya, { concern, rev: 1, role: 'harmed' });
    const child = await idOf(concern, 'mia 9d');
    await act(addPerson, priya, { concern, pupil: child, role: 'child-of-concern' });
    expect((await detail(concern)).moreChildren).toBe(1);
    await act(resolveChild, priya, { concern, child });
    expect((await detail(concern)).moreChildren).toBeUndefined();
    expect((await persons(concern)).find(({ isChild }) => isChild)?.name).toBe('Mia Hughes');
  });
});

describe('a lead who compares children', () => {
  it('is shown namesakes with what tells them apart, and finds any child of the roll', async () => {
    const { concern } = await reported('Mia Hughs 9A');
    const { items } = answerOf(await kernel.read(compareCandidates, priya, { id: concern }));
    expect(items.map(({ formGroup, formDiffers, why }) => [formGroup, formDiffers, why])).toEqual([
      ['9A', false, 'similar-name'],
      ['9D', true, 'similar-name'],
    ]);
    expect((await lookUp(concern, 'Łuk')).map(({ formGroup }) => formGroup)).toEqual(['8C']);
  });

  it('leaves what was looked up out of the journal, and who was shown in it', async () => {
    const { concern } = await reported('Somebody');
    const id = await idOf(concern, 'obrien');
    const entries = [...kernel.journalEntries(tenant)];
    const look = entries.reverse().find(({ act: verb }) => verb === 'look-up-children');
    expect(look).toMatchObject({ verb: 'search', subjects: [concern, id] });
    expect(JSON.stringify(look)).not.toMatch(/obrien/i);
  });

  it.each([
    ['the reporter', daniel],
    ['a colleague', zoe],
    ['another team', kayleigh],
    ['a stranger', stranger],
  ])('is not %s', async (_who, who) => {
    const { concern } = await reported('Mia Hughes');
    for (const view of [compareCandidates, listPersons])
      expect(await kernel.read(view as typeof listPersons, who, { id: concern })).toMatchObject({
        problem: { code: 'not-found' },
      });
    expect(await kernel.read(lookUpChildren, who, { id: concern, words: 'mia' })).toMatchObject({
      problem: { code: 'not-found' },
    });
    const acts = [
      act(addPerson, who, { concern, name: 'X', role: 'witness' }),
      act(sayChildRole, who, { concern, rev: 1, role: 'harmed' }),
      act(withdrawPerson, who, { concern, person: 'x', reason: 'x' }),
    ];
    for (const result of await Promise.all(acts)) expect(result).toMatchObject({ problem: { code: 'not-found' } });
  });
});
