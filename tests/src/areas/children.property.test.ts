import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bornApart } from '../../../src/areas/people/names/born-apart.ts';
import { childrenNamed } from '../../../src/areas/people/names/children-named.ts';
import { closestChildren } from '../../../src/areas/people/names/closest-children.ts';
import { compareChild } from '../../../src/areas/people/names/compare-child.ts';
import { editDistance } from '../../../src/areas/people/names/edit-distance.ts';
import { findChildren } from '../../../src/areas/people/names/find-children.ts';
import { matchChild } from '../../../src/areas/people/match-child.ts';
import { similarTo } from '../../../src/areas/people/names/similar-to.ts';
import { soundOf } from '../../../src/areas/people/names/sound-of.ts';
import { othersNamed } from '../../../src/areas/concerns/others-named.ts';

const word = fc.string({ unit: fc.constantFrom(...'abcdeilnorst'), minLength: 1, maxLength: 9 });
const child = (id: string, givenName: string, familyName: string, formGroup = '7B', over = {}) => ({
  ...{ id, givenName, familyName, formGroup, yearGroup: `Year ${/^\d+/.exec(formGroup)?.[0] ?? ''}` },
  ...{ knownAs: null, formerNames: null, leftAt: null, ...over },
});
const roll = [
  child('leo', 'Leo', 'Tarrant', '8D'),
  child('ellie', 'Ellie', 'Marsden', '7B'),
  child('leo-m', 'Leo', 'Marsden', '9A'),
  child('catherine', 'Catherine', 'Obi', '10C'),
  child('mia-a', 'Mia', 'Hughes', '9A'),
  child('mia-d', 'Mia', 'Hughes', '9D'),
  child('elizabeth', 'Elizabeth', 'Byrne', '9D', { knownAs: 'Betsy', formerNames: 'Elizabeth Kowalska' }),
  child('gone', 'Toby', 'Ellery', '6A', { leftAt: '2026-01-01T00:00:00.000Z' }),
];
const ids = (children: readonly { readonly id: string }[]) => children.map(({ id }) => id);

describe('the distance between two spellings', () => {
  it('is nothing for the same word, the same both ways, and at most the longer word', () => {
    fc.assert(
      fc.property(word, word, (one, other) => {
        const distance = editDistance(one, other, 20);
        expect(distance).toBe(editDistance(other, one, 20));
        expect(distance === 0).toBe(one === other);
        expect(distance).toBeLessThanOrEqual(Math.max(one.length, other.length));
      }),
    );
  });

  it('is one after one slip of any kind, and counting stops where it is told', () => {
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom(...'xyz'), (text, at, letter) => {
        const i = at % text.length;
        const [head, tail] = [text.slice(0, i), text.slice(i + 1)];
        for (const slip of [head + tail, head + letter + tail, `${head}${letter}${text.slice(i)}`])
          expect(editDistance(text, slip, 2)).toBe(1);
        const swapped = `${head}${text[i + 1] ?? ''}${text[i] ?? ''}${text.slice(i + 2)}`;
        expect(editDistance(text, swapped, 2)).toBe(swapped === text ? 0 : 1);
      }),
    );
    fc.assert(
      fc.property(word, word, fc.nat(4), (one, other, most) => {
        expect(editDistance(one, other, most)).toBe(Math.min(editDistance(one, other, 20), most + 1));
      }),
    );
  });
});

describe('a similar name', () => {
  it.each([
    ['catherine', 'kathryn'],
    ['mohammed', 'muhammad'],
    ['stephen', 'steven'],
    ['sean', 'shaun'],
    ['aimee', 'amy'],
    ['geoffrey', 'jeffrey'],
    ['mia', 'mya'],
    ['marsden', 'marsdne'],
    ['ellie', 'elie'],
  ])('%s and %s, both ways', (one, other) => {
    expect(similarTo([one])(other)).toBe(true);
    expect(similarTo([other])(one)).toBe(true);
  });

  it.each([
    ['leo', 'noah'],
    ['tom', 'tim-bob'],
    ['marsden', 'hughes'],
    ['the', 'thea'],
    ['boy', 'bo'],
  ])('%s and %s are none', (one, other) => {
    expect(similarTo([one])(other)).toBe(false);
  });

  it('is never the name itself, and sounds fail on no word', () => {
    fc.assert(
      fc.property(word, fc.string(), (name, text) => {
        expect(similarTo([name])(name)).toBe(false);
        expect(soundOf(text)).toMatch(/^[a-z]*$/);
      }),
    );
  });
});

describe('children who are named one after the other', () => {
  it.each([
    ['Leo Tarrant and Ellie Marsden', ['leo', 'ellie']],
    ['Ellie and Leo Marsden', ['ellie', 'leo-m']],
    ['Leo Tarrant 8D, Ellie Marsden 7B', ['leo', 'ellie']],
    ['Leo Tarrant 8D with his friend Ellie Marsden', ['leo', 'ellie']],
    ['Mia Hughes 9D & Leo Tarrant', ['mia-d', 'leo']],
    ['Mia Hughes and Leo Tarrant', []],
    ['Marsden, Ellie 7B', []],
    ['Leo Tarrant', []],
    ['Toby Ellery and Leo Tarrant', []],
    ['', []],
  ])('%s', (typed, expected) => {
    expect(ids(childrenNamed(typed, roll))).toEqual(expected);
  });

  it('are each somebody whom the whole text fits, whatever is written', () => {
    const piece = fc.constantFrom('Leo', 'Ellie', 'Mia', 'Tarrant', 'Marsden', 'Hughes', 'and', ',', '9A', '7B', '&');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const named = childrenNamed(pieces.join(' '), roll);
        expect(named.length).not.toBe(1);
        expect(new Set(named).size).toBe(named.length);
        // A form narrows only the name beside it, so it is left out here.
        const names = pieces.filter((text) => !/\d/.test(text)).join(' ');
        for (const one of named) expect(matchChild(names, roll)).toContain(one);
      }),
    );
  });
});

describe('the children whom a lead compares', () => {
  it.each([
    ['Kathryn Obi', ['catherine']],
    ['Elly Marsdn', ['ellie', 'leo-m']],
    ['Betsy Byrne', ['elizabeth']],
    ['Elizabeth Kowalska', ['elizabeth']],
    ['the boy in 9A', []],
  ])('for %s', (typed, expected) => {
    expect(ids(closestChildren(typed, roll, 8))).toEqual(expected);
  });

  it.each([
    ['Mia Hughes 9A', 'mia-d', 'name', [false, true]],
    ['Betsy Byrne Y9', 'elizabeth', 'known-as', [false, false]],
    ['Lizzie Kowalska Y7', 'elizabeth', 'former-name', [true, false]],
    ['Kathryn Obi', 'catherine', 'similar-name', [false, false]],
    ['Thomas Obi', 'catherine', 'family-name', [false, false]],
    ['Catherine', 'catherine', 'given-name', [false, false]],
    ['Spud', 'catherine', 'looked-up', [false, false]],
  ])('%s and %s: %s', (typed, id, why, differs) => {
    const found = roll.find((one) => one.id === id);
    if (!found) throw new Error('nobody');
    const { yearDiffers, formDiffers, ...compared } = compareChild(typed)(found);
    expect(compared.why).toBe(why);
    expect([yearDiffers, formDiffers]).toEqual(differs);
  });

  it('say every letter of their names, whatever was written', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...roll), (typed, one) => {
        const { given, family } = compareChild(typed)(one);
        const said = (parts: typeof given) => parts.map(({ text }) => text).join('');
        expect([said(given), said(family)]).toEqual([one.givenName, one.familyName]);
      }),
    );
  });

  it.each([
    ['ell', ['ellie', 'gone']],
    ['mia 9d', ['mia-d']],
    ['kowal', ['elizabeth']],
    ['katherin', ['catherine']],
    ['qqq', []],
  ])('are found by looking up %s', (typed, expected) => {
    expect(ids(findChildren(typed, roll, 8))).toEqual(expected);
  });
});

describe('a date of birth', () => {
  const born = (id: string, birthDate: string | null, givenName = 'Mia') => ({
    ...{ id, givenName, familyName: 'Hughes', birthDate },
  });

  it('is shown to no more than tells namesakes apart, and never of anybody else', () => {
    expect([...bornApart([born('a', '2013-01-02'), born('b', '2012-01-02'), born('c', '2013-01-02', 'Zoe')])]).toEqual([
      ['a', '2013'],
      ['b', '2012'],
    ]);
    expect(bornApart([born('a', '2013-01-02'), born('b', '2013-04-02')]).get('b')).toBe('2013-04');
    expect(bornApart([born('a', '2013-01-02'), born('b', '2013-01-09')]).get('b')).toBe('2013-01-09');
    expect(bornApart([born('a', '2013-01-02'), born('b', '2013-01-02'), born('c', null)]).size).toBe(0);
  });

  it('shortened, tells as many apart as the whole would', () => {
    const date = fc.tuple(
      fc.integer({ min: 2010, max: 2012 }),
      fc.constantFrom('01', '02'),
      fc.constantFrom('03', '04'),
    );
    fc.assert(
      fc.property(fc.array(date, { maxLength: 6 }), (dates) => {
        const children = dates.map((parts, i) => born(String(i), parts.join('-')));
        const shown = bornApart(children);
        const whole = new Set(children.map(({ birthDate }) => birthDate)).size;
        if (whole > 1) expect(new Set(shown.values()).size).toBe(whole);
        else expect(shown.size).toBe(0);
      }),
    );
  });
});

describe('what a concern says of the others in it', () => {
  const person = fc.record({
    name: fc.constantFrom('Ellie Marsden', 'Leo Tarrant', 'Ray'),
    role: fc.constantFrom('child-of-concern', 'harmed', 'sibling', 'other-adult'),
    pupilId: fc.constantFrom('a', 'b', undefined),
  });

  it('counts each child once and not its own, and tells of nobody what they are in it', () => {
    fc.assert(
      fc.property(fc.array(person), fc.constantFrom('a', undefined), (others, own) => {
        const said = othersNamed(others as never, own);
        const pupils = new Set(others.map(({ pupilId }) => pupilId).filter((id) => id !== undefined && id !== own));
        expect(said.moreChildren).toBeGreaterThanOrEqual(pupils.size);
        expect(said.moreChildren).toBeLessThanOrEqual(others.length);
        expect(said.othersNamed).not.toMatch(/harmed|concern|adult|sibling/);
        for (const { name } of others) expect(said.othersNamed.split('\n')).toContain(name);
      }),
    );
  });
});
