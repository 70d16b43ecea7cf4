import { expect, it } from 'vitest';
import { schools } from '../../../src/local/cast.ts';
import { demoDays } from '../../../src/local/clock/demo-days.ts';
import { birthDateOf } from '../../../src/local/trust/birth-date-of.ts';
import { householdsOf } from '../../../src/local/trust/households.ts';
import { theTrust } from '../../../src/local/trust/the-trust.ts';
import { matchChild } from '../../../src/areas/people/match-child.ts';

const trust = theTrust('whole');
const { past, rolls, staff } = trust;

it('is the same trust at every start', () => {
  // As text: what followed upon a concern is a function.
  expect(JSON.stringify(theTrust('whole'))).toBe(JSON.stringify(trust));
});

it('has the children and the concerns that it says it has', () => {
  expect([rolls.harrowmere.length, rolls.brackenfold.length]).toEqual([480, 120]);
  expect(past.length).toBeGreaterThanOrEqual(300);
  expect(past.length).toBeLessThanOrEqual(320);
});

it('has two of one name at one school only where it means to', () => {
  for (const { id } of schools) {
    const names = rolls[id].map(([given, family]) => `${given} ${family}`);
    const twice = names.filter((name, n) => names.indexOf(name) !== n);
    expect(twice).toEqual(id === 'harrowmere' ? ['Mia Hughes'] : []);
  }
});

it('has twelve families with children at both schools', () => {
  const families = ['Ellery', 'Marsden', 'Begum-Clarke', 'Blythe', 'Preece', 'Adeyemi'];
  const more = ['Brook', 'Iqbal', 'Nowak', 'Murtagh', 'Bramley', 'Mensah'];
  for (const family of [...families, ...more])
    for (const { id } of schools)
      expect(
        rolls[id].some((row) => row[1] === family),
        `${family} at ${id}`,
      ).toBe(true);
});

it('gives brothers and sisters the same parent at both schools, and two of one name parents of their own', () => {
  const [harrowmere, brackenfold] = schools.map(({ id }) => householdsOf(rolls[id]));
  const at = (households: typeof harrowmere, school: 'harrowmere' | 'brackenfold', given: string) =>
    (households ?? []).filter(({ of }) => of.some(({ pupil }) => rolls[school][pupil]?.[0] === given));
  const [ellie, alfie] = [at(harrowmere, 'harrowmere', 'Ellie'), at(brackenfold, 'brackenfold', 'Alfie')];
  expect(ellie.map(({ contact }) => contact)).toEqual(alfie.map(({ contact }) => contact));
  expect(at(harrowmere, 'harrowmere', 'Nell')).toEqual(at(harrowmere, 'harrowmere', 'Orla'));
  const mias = (harrowmere ?? []).filter(({ contact }) => contact.familyName === 'Hughes');
  expect(mias.map(({ of }) => of.length)).toEqual([1, 1, 1]);
  // A number of its own for everybody: a family is known by it.
  const everyone = [...(harrowmere ?? []), ...(brackenfold ?? [])].map(({ contact }) => contact);
  const people = new Set(everyone.map(({ email }) => email));
  expect(new Set(everyone.map(({ phone }) => phone)).size).toBe(people.size);
});

it('has nobody on the roll who is too old or too young for their year', () => {
  for (const { id } of schools)
    for (const row of rolls[id]) {
      const year = row[2] === 'Nursery' ? -1 : row[2] === 'Reception' ? 0 : parseInt(row[2]);
      const born = birthDateOf(row);
      expect(born >= `${2021 - year}-09-01` && born < `${2022 - year}-09-01`, `${row.join(' ')} ${born}`).toBe(true);
    }
});

it('tells every concern once, in order, before the demonstration begins, on a day with lessons', () => {
  const at = past.map((told) => told.at);
  expect(at).toEqual(at.toSorted());
  expect(at.at(-1)! < demoDays.begins).toBe(true);
  expect(new Set(past.map(({ key }) => key)).size).toBe(past.length);
  const days = new Set(at.map((moment) => moment.slice(0, 10)));
  for (const day of days) expect(new Date(day).getUTCDay() % 6, day).not.toBe(0);
  for (const off of ['2026-10-26', '2026-10-30', '2026-12-04']) expect(days).not.toContain(off);
});

it('leaves nothing to be filled in in a text, and repeats none', () => {
  const words = past.map((told) => told.words);
  for (const text of words) expect(text).not.toMatch(/[{}[\]|]|undefined/);
  expect(new Set(words).size).toBe(words.length);
  // Between any two uses of a text something differs beside the name.
  expect(new Set(words.map((text) => text.slice(0, 40))).size).toBeGreaterThan(150);
});

it('has somebody at the school behind every report, and a child on its roll', () => {
  const people = new Map(
    staff.flatMap((one) => [[one.name, one], ...('key' in one ? [[one.key, one] as const] : [])] as const),
  );
  const childrenOf = (school: 'harrowmere' | 'brackenfold') =>
    rolls[school].map(([givenName, familyName, formGroup, knownAs]) => ({
      ...{ id: '', yearGroup: '', givenName, familyName, formGroup, knownAs: knownAs ?? null },
    }));
  const lists = { harrowmere: childrenOf('harrowmere'), brackenfold: childrenOf('brackenfold') };
  for (const { reporter, who, key, taken } of past) {
    const school = people.get(reporter)?.school;
    expect(school, `${reporter} in ${key}`).toBeDefined();
    expect(matchChild(who, lists[school!]).length, who).toBe(who === 'Mia Hughes' ? 2 : 1);
    if (taken) expect(people.get(taken.by)?.school, key).toBe(school);
  }
});

it('reports most on Mondays', () => {
  const on = (weekday: number) => past.filter(({ at }) => new Date(at.slice(0, 10)).getUTCDay() === weekday).length;
  for (const other of [2, 3, 4, 5]) expect(on(1)).toBeGreaterThan(on(other));
});

it('says of Leo what he was in each of two reports, and in neither what he was in the other', async () => {
  const said = async (key: string) => {
    const acts: unknown[] = [];
    const later = past.find((told) => told.key === key)?.later ?? [];
    for (const { run } of later)
      await run((useCase, input) => {
        // What an act would refuse must not stand in the demonstration.
        acts.push([useCase.verb, (useCase.input.parse(input) as { readonly role: string }).role]);
        return Promise.resolve(undefined as never);
      }, 'c'.repeat(32));
    return acts;
  };
  expect(await said('leo-harmed')).toEqual([
    ['say-child-role', 'harmed'],
    ['add-person', 'alleged-to-have-harmed'],
  ]);
  expect(await said('leo-harming')).toEqual([
    ['say-child-role', 'alleged-to-have-harmed'],
    ['add-person', 'harmed'],
  ]);
});
