import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, fullName, matchChild, similarChildren } from '../../../src/areas/people/match-child.ts';

const child = (id: string, givenName: string, familyName: string, formGroup = '7A', knownAs: string | null = null) => ({
  id,
  givenName,
  familyName,
  knownAs,
  formGroup,
  yearGroup: `Year ${parseInt(formGroup)}`,
});
const roll = [
  child('ellie', 'Ellie', 'Marsden', '7B'),
  child('mia-a', 'Mia', 'Hughes', '9A'),
  child('mia-d', 'Mia', 'Hughes', '9D'),
  child('jakub', 'Jakub', "O'Brien-Łukasz", '8C'),
  child('alex', 'Alexandra', 'Winter', '10A', 'Alex'),
  child('sean', 'Seán', 'Ó Broin', '7D'),
  child('lily', 'Lily-Mae', 'Dunmore', '7B'),
  child('iqbal', 'Muhammad', 'Iqbal', '7A'),
  child('iqbal-shah', 'Muhammad', 'Iqbal-Shah', '7B'),
];
const matched = (typed: string) => matchChild(typed, roll).map(({ id }) => id);

describe('which children a typed name may mean', () => {
  it.each([
    ['Ellie Marsden', ['ellie']],
    ['Marsden, Ellie (7B)', ['ellie']],
    ['ELLIE   MARSDEN', ['ellie']],
    ['Mia Hughes', ['mia-a', 'mia-d']],
    ['Mia Hughes 9D', ['mia-d']],
    ['mia hughes 9 d', ['mia-a', 'mia-d']],
    ['Jakub O’Brien-Łukasz', ['jakub']],
    ["jakub o'brien lukasz", ['jakub']],
    ['Jakub OBrien Lukasz', ['jakub']],
    ['Alex Winter', ['alex']],
    ['Alexandra Winter', ['alex']],
    ['Sean O Broin', ['sean']],
    ['Lily-Mae Dunmore', ['lily']],
    ['Muhammad Iqbal', ['iqbal']],
    ['Ellie', []],
    ['Hughes', []],
    ['Ellie M', []],
    ['nobody I know', []],
    ['', []],
  ])('%j: %j', (typed, ids) => {
    expect(matched(typed)).toEqual(ids);
  });

  it('finds every child by the name that the roll shows', () => {
    for (const one of roll) expect(matched(fullName(one))).toContain(one.id);
  });

  it('finds a child whatever the order, case and accents of the words', () => {
    const one = fc.constantFrom(...roll);
    fc.assert(
      fc.property(one, fc.boolean(), fc.boolean(), (sought, turned, plain) => {
        const words = turned ? `${sought.familyName}, ${sought.givenName}` : `${sought.givenName} ${sought.familyName}`;
        const typed = plain ? fold(words).join(' ') : words.toUpperCase();
        expect(matched(typed)).toContain(sought.id);
      }),
    );
  });

  it('offers children with a name in common when none fits, nearest first, and no others', () => {
    expect(similarChildren('Mia Winter', roll, 3).map(({ id }) => id)).toEqual(['mia-a', 'mia-d', 'alex']);
    expect(similarChildren('nobody I know', roll, 8)).toEqual([]);
  });
});
