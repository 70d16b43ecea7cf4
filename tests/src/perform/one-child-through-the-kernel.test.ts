import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setupIdentity } from '../../../src/access/actor.ts';
import type { Identity } from '../../../src/access/types.ts';
import { addPerson } from '../../../src/areas/concerns/add-person.ts';
import { listConcernsOfChild } from '../../../src/areas/concerns/list-concerns-of-child.ts';
import { listRelatedConcerns } from '../../../src/areas/concerns/list-related-concerns.ts';
import { lookUpChildren } from '../../../src/areas/concerns/look-up-children.ts';
import { reportConcern } from '../../../src/areas/concerns/report-concern.ts';
import { resolveChild } from '../../../src/areas/concerns/resolve-child.ts';
import { listCandidates } from '../../../src/areas/concerns/views.ts';
import { listFamily } from '../../../src/areas/people/list-family.ts';
import { listSameChild } from '../../../src/areas/people/list-same-child.ts';
import { mergeChildren } from '../../../src/areas/people/merge-children.ts';
import { readChild } from '../../../src/areas/people/read-child.ts';
import { setUpSchool } from '../../../src/areas/people/set-up-school.ts';
import { unmergeChildren } from '../../../src/areas/people/unmerge-children.ts';
import type { UseCase, View } from '../../../src/perform/types.ts';
import { newForm, people, school, startKernel, tenant, type Kernel } from '../../support/kernel.ts';

const { daniel, priya, tom, kayleigh, stranger } = people;
const ruth: Identity = { tenant, person: '6b1c7a1e-1111-4111-8111-000000000012', name: 'Ruth Appleyard', door: 'tab' };
const other = 'brackenfold';
const born = { birthDate: '2014-03-09' };
const child = (givenName: string, familyName: string, formGroup: string, over: object = {}) => ({
  ...{ givenName, familyName, formGroup, yearGroup: `Year ${parseInt(formGroup)}`, ...over },
});
const claire = { givenName: 'Claire', familyName: 'Hale', phone: '01632 960310' };
const of = [0, 1, 2].map((pupil) => ({ pupil, relationship: 'parent' as const }));

/** Eleanor Hale stands twice in the lists, the second time as the office calls her; Ewan is her twin, and Juno her sister. */
const atHarrowmere = {
  ...{ school, staff: [], roles: [], contacts: [{ contact: claire, of }] },
  duty: { personId: priya.person, personName: priya.name, phone: '01632 960114' },
  pupils: [
    child('Eleanor', 'Hale', '8B', { ...born, formerNames: 'Eleanor Vane' }),
    child('Nell', 'Hale', '8C', { ...born, knownAs: 'Elenor', formerNames: 'Nell Pike\nEleanor Vane' }),
    child('Juno', 'Hale', '10C', { birthDate: '2012-05-01' }),
    child('Ewan', 'Hale', '8B', born),
    child('Eleanor', 'Hale', '9A', { birthDate: '2013-01-01' }),
  ],
};
const atBrackenfold = {
  ...{ school: other, staff: [{ personId: ruth.person, name: ruth.name }] },
  roles: [{ personId: ruth.person, personName: ruth.name, role: 'dsl' as const }],
  duty: { personId: ruth.person, personName: ruth.name, phone: '01632 960220' },
  pupils: [child('Eleanor', 'Hale', '4A', born)],
};

let kernel: Kernel;
beforeEach(async () => {
  kernel = await startKernel({ otherSchools: [other] });
  for (const each of [atHarrowmere, atBrackenfold])
    expect(await kernel.perform(setUpSchool, setupIdentity(tenant), each, newForm())).toMatchObject({ ok: true });
});
afterEach(() => kernel.close());

const act = <I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: object) =>
  kernel.perform(useCase, who, input, newForm());
async function done<I, S, O>(useCase: UseCase<I, S, O>, who: Identity, input: object): Promise<O> {
  const result = await act(useCase, who, input);
  if (!result.ok) throw new Error(`${useCase.verb}: ${JSON.stringify(result.problem)}`);
  return result.answer;
}
const look = async <P extends object, R, O>(view: View<P, R, O>, params: object, who = priya) => {
  const seen = await kernel.read(view, who, params);
  return seen.ok ? seen.answer.answer : undefined;
};
const rowOf = (givenName: string, form: string) =>
  kernel.database.sqlite
    .prepare('select * from pupil where givenName = ? and formGroup = ?')
    .get(givenName, form) as Record<'id' | 'formerNames' | 'mergedInto' | 'mergedReason', string> & { rev: number };
const eleanor = () => rowOf('Eleanor', '8B');
const nell = () => rowOf('Nell', '8C');
const both = (goesOn = eleanor(), merged = nell()) => ({
  ...{ child: goesOn.id, rev: goesOn.rev, other: merged.id, otherRev: merged.rev },
  reason: 'The office entered her twice.',
});
const report = async (who: string) =>
  (await done(reportConcern, daniel, { who, words: 'No coat.', safeNow: 'yes', when: 'just now' })).concern;
/** A concern about each of the two, decided before anybody saw that they are one. */
async function reported() {
  const [one, two] = [await report('Eleanor 8B'), await report('Nell 8C')];
  await done(resolveChild, priya, { concern: one, child: eleanor().id });
  await done(resolveChild, priya, { concern: two, child: nell().id });
  return [one, two] as const;
}

describe('a second record of a child', () => {
  it('is offered where the day of birth and the name agree: no twin, no namesake, nobody of another school', async () => {
    const same = await look(listSameChild, { id: eleanor().id });
    expect(same).toEqual({
      merged: [],
      maybe: [
        {
          ...{ id: nell().id, rev: 1, name: 'Nell (Elenor) Hale', givenName: 'Nell', familyName: 'Hale' },
          ...{ knownAs: 'Elenor', formerNames: ['Nell Pike', 'Eleanor Vane'], yearGroup: 'Year 8', formGroup: '8C' },
          ...born,
        },
      ],
    });
    expect((await look(listSameChild, { id: rowOf('Ewan', '8B').id }))?.maybe).toEqual([]);
    expect([...kernel.journalEntries(tenant)].at(-2)?.subjects).toEqual([eleanor().id, nell().id]);
    for (const who of [daniel, kayleigh, stranger, ruth])
      expect(await look(listSameChild, { id: eleanor().id }, who)).toBeUndefined();
  });

  it('is shown with the first once a lead has said so, and both stand by themselves again when it is taken back', async () => {
    const [one, two] = await reported();
    const third = await report('Juno Hale');
    await done(addPerson, priya, { concern: third, pupil: nell().id, role: 'witness' });
    const shown = async (id: string) => {
      const page = await look(listConcernsOfChild, { id });
      return {
        about: page?.about.map((concern) => concern.id).sort(),
        named: page?.named.map(({ id: named }) => named),
      };
    };
    const related = async (id: string) => (await look(listRelatedConcerns, { id }))?.items.map((item) => item.id);
    expect(await shown(eleanor().id)).toEqual({ about: [one], named: [] });
    expect(await related(one)).toEqual([]);

    await done(mergeChildren, priya, both());
    expect(await shown(eleanor().id)).toEqual({ about: [one, two].sort(), named: [third] });
    expect([await related(one), await related(two)]).toEqual([[two], [one]]);
    const same = await look(listSameChild, { id: eleanor().id });
    expect(same).toMatchObject({ merged: [{ id: nell().id, reason: 'The office entered her twice.' }], maybe: [] });
    expect(same).not.toHaveProperty('goesOnAs');
    expect(await look(listSameChild, { id: nell().id })).toMatchObject({
      ...{ goesOnAs: { id: eleanor().id }, merged: [], maybe: [] },
    });

    await done(unmergeChildren, tom, { ...both(), reason: 'Cousins with one birthday.' });
    expect(await shown(eleanor().id)).toEqual({ about: [one], named: [] });
    expect(await shown(nell().id)).toEqual({ about: [two], named: [third] });
    expect(await related(one)).toEqual([]);
    expect([eleanor().formerNames, nell().mergedInto]).toEqual(['Eleanor Vane', null]);
    expect(nell().mergedReason).toBe('Cousins with one birthday.');
    expect((await look(listSameChild, { id: nell().id }))?.maybe).toMatchObject([{ id: eleanor().id }]);
  });

  it('gives its names to the first, and is itself no longer offered to anybody', async () => {
    const asked = await report('Nell Hal');
    await done(mergeChildren, priya, both());
    expect(eleanor().formerNames).toBe('Nell Hale\nElenor Hale\nNell Pike\nEleanor Vane');
    const found = await look(lookUpChildren, { id: asked, words: 'Nell' });
    expect(found?.items.map(({ id }) => id)).toEqual([eleanor().id]);
    const candidates = (await look(listCandidates, { id: asked }))?.items.map(({ id }) => id);
    expect(candidates).toContain(eleanor().id);
    expect(candidates).not.toContain(nell().id);
    // A card from before may still hold the other record.
    expect(await act(resolveChild, priya, { concern: asked, child: nell().id })).toMatchObject({
      problem: { code: 'invalid-input' },
    });
    expect(await act(addPerson, priya, { concern: asked, pupil: nell().id, role: 'witness' })).toMatchObject({
      problem: { code: 'invalid-input' },
    });
    const concern = await report('Nell Pike');
    const about = await look(listConcernsOfChild, { id: eleanor().id });
    expect(about?.about.map(({ id }) => id)).toEqual([concern]);
  });

  it('is no sister of herself; what the roster says beside either record stands on one page, once', async () => {
    const names = async (id: string) => (await look(listFamily, { id }))?.children.map(({ name }) => name);
    expect(await names(eleanor().id)).toEqual(['Juno Hale', 'Nell (Elenor) Hale']);
    await done(mergeChildren, priya, both());
    expect(await names(eleanor().id)).toEqual(['Juno Hale']);
    expect(await names(nell().id)).toEqual(['Juno Hale']);
    expect(await names(rowOf('Juno', '10C').id)).toEqual(['Eleanor Hale']);
    expect((await look(readChild, { id: eleanor().id }))?.contacts.map(({ name }) => name)).toEqual(['Claire Hale']);
    kernel.database.sqlite.prepare('delete from relationship where pupilId = ?').run(eleanor().id);
    expect((await look(readChild, { id: eleanor().id }))?.contacts.map(({ name }) => name)).toEqual(['Claire Hale']);
    expect(await names(eleanor().id)).toEqual(['Juno Hale']);
  });
});

describe('to say that two records are one child', () => {
  const codeOf = (result: { ok: true } | { ok: false; problem: { code: string } }) =>
    result.ok ? 'done' : result.problem.code;
  const code = async (input: object, who = priya) => codeOf(await act(mergeChildren, who, input));
  const undone = async (input: object, who = priya) => codeOf(await act(unmergeChildren, who, input));

  it('is for a lead of their school; to others, and for a record of another school, there is nothing', async () => {
    const beyond = rowOf('Eleanor', '4A');
    for (const who of [daniel, kayleigh, stranger, ruth]) expect(await code(both(), who)).toBe('not-found');
    expect(await code(both(eleanor(), beyond))).toBe('not-found');
    expect(await code(both(beyond, nell()), ruth)).toBe('not-found');
    expect(await code({ ...both(), other: 'f'.repeat(32) })).toBe('not-found');
    await done(mergeChildren, priya, both());
    for (const who of [daniel, kayleigh, stranger, ruth]) expect(await undone(both(), who)).toBe('not-found');
  });

  it('needs a reason, two records, and that both are as they were seen', async () => {
    expect(await code({ ...both(), reason: '  ' })).toBe('invalid-input');
    expect(await code(both(eleanor(), eleanor()))).toBe('invalid-input');
    expect(await code({ ...both(), rev: 2 })).toBe('changed-meanwhile');
    expect(await code({ ...both(), otherRev: 2 })).toBe('changed-meanwhile');
    expect(await undone(both())).toBe('already-done');
    const seen = both();
    await done(mergeChildren, priya, seen);
    expect(await code(both())).toBe('already-done');
    expect(await undone(seen)).toBe('changed-meanwhile');
  });

  it('makes no chain', async () => {
    const third = rowOf('Eleanor', '9A');
    await done(mergeChildren, priya, both());
    expect(await code(both(third, eleanor()))).toBe('invalid-input');
    expect(await code(both(third, nell()))).toBe('invalid-input');
    expect(await code(both(nell(), third))).toBe('invalid-input');
    // Several may go on as one.
    expect(await code(both(eleanor(), third))).toBe('done');
  });

  it('is decided once, whoever presses at the same moment', async () => {
    const third = rowOf('Eleanor', '9A');
    const answers = await Promise.all([code(both(eleanor(), nell())), code(both(third, eleanor()), tom)]);
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1);
  });
});
