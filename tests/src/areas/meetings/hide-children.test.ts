import { describe, expect, it } from 'vitest';
import { createHiding } from '../../../../src/areas/meetings/redact/hide-children.ts';
import { childLabel, type HiddenChild } from '../../../../src/areas/meetings/redact/who-is-hidden.ts';

const ellie: HiddenChild = {
  label: 'Child A',
  givenName: 'Eleanor',
  knownAs: 'Ellie',
  middleNames: 'Rose',
  familyName: 'Marsden',
  formerNames: 'Ellie Pike',
  formGroup: '7B',
  birthDate: '2014-03-14',
  upn: 'A820432110001',
  family: ['Dawn Hartley', 'Ray Marsden'],
};
const will: HiddenChild = { label: 'Child B', givenName: 'Will', familyName: 'O’Brien-Reyes', formGroup: '10 Oak' };
const hide = createHiding([ellie, will], ['Priya Raman', 'Daniel Osei', 'Mark Will']);

it.each([
  ['Ellie Marsden was late.', 'Child A was late.'],
  ['Marsden, Ellie (7B) was late', 'Child A (a form) was late'],
  ['ELLIE and ellie’s mum, Dawn Hartley', 'Child A and Child A’s mum, a relative of Child A'],
  ['Ellies mum rang', 'Child A mum rang'],
  ['Mrs Marsden rang Mrs Hartley', 'somebody of the family of Child A rang somebody of the family of Child A'],
  ['Eleanor Rose Marsden, formerly Ellie Pike', 'Child A, formerly Child A'],
  ['E. Marsden; Ellie M.; E.M.; EM; E M', 'Child A; Child A.; Child A; Child A; Child A'],
  ['e.m. came', 'Child A came'],
  ['ERM left', 'Child A left'],
  ['E said no. E. said yes', 'Child A said no. Child A said yes'],
  ['born 14/3/2014, 14.03.14, 14th of March, March 14th 2014', 'born a date, a date, a date, a date'],
  ['UPN A820432110001, Year 7 B', 'UPN a number, a form'],
  ['Will O Brien Reyes will come. Will will not.', 'Child B will come. Child B will not.'],
  ['OBrien-Reyes and Reyes', 'Child B and Child B'],
  ['Option B and group E stay', 'Option B and group E stay'],
  ['Mark Will and Priya Raman agreed', 'Mark Will and Priya Raman agreed'],
  ['Nell Marsden and Nellie; e_marsden, 14emarsden', 'Child A and Child A; Child A, Child A'],
  ['will_o’brien-reyes; will’s coat; Will’s turn', 'Child B; Child B’s coat; Child B’s turn'],
  ['E-M, E/M, EMs coat, É.M., m e', 'Child A, Child A, Child A coat, Child A, m e'],
  ['El\u200blie Mars\u00adden', 'Child A'],
  ['born the fourteenth of March, 14032014, 140314 and 3/14/2014', 'born the a date, a date, a date and a date'],
  ['14 March 2027 and 15 March 2014', 'a date and 15 March 2014'],
  ['A820 4321 10001 and yr7b, Y7-B and 7/B', 'a number and a form, a form and a form'],
  ['the Marsdens, the Pikes', 'the Child A, the Child A'],
  ['a T-shirt, an X-ray, an E-reader', 'a T-shirt, an X-ray, an E-reader'],
  [
    'see C-2026-0146, ring 01632 960 123 or x.y@z.example',
    'see a record, ring a telephone number or an e-mail address',
  ],
])('%s', (written, shown) => {
  expect(hide(written)).toBe(shown);
});

it('leaves a text alone in which nobody is named', () => {
  const text = 'A I read in the morning is agreed: the office will ring home by Friday, 12 December at 3 pm.';
  expect(hide(text)).toBe(text);
});

it('says “a child” where two of them share the name', () => {
  const both = createHiding([ellie, { label: 'Child C', givenName: 'Tom', familyName: 'Marsden' }]);
  expect(both('Marsden, and Tom Marsden')).toBe('a child, and Child C');
});

it('counts on after Z', () => {
  expect([0, 25, 26, 27, 52].map(childLabel)).toEqual(['Child A', 'Child Z', 'Child AA', 'Child AB', 'Child BA']);
});

it('hides a name of two letters, and leaves the particle of a name alone', () => {
  const small = createHiding([{ label: 'Child A', givenName: 'Jo Anne', familyName: 'de la Cruz' }]);
  expect(small('Jo ate de la soup; Jos coat; Jo de la Cruz')).toBe('Child A ate de la soup; Child A coat; Child A');
});

it('takes a month beside its day for no child', () => {
  const may = createHiding([{ label: 'Child A', givenName: 'May', familyName: 'Lam' }]);
  expect(may('May came on 12 May, and May 7th; in May')).toBe('Child A came on 12 May, and May 7th; in Child A');
});

it('takes a word that a short name and a letter would make for the word, and the name and its letter for the name', () => {
  const sam = createHiding([], [], { others: [{ label: 'another child', givenName: 'Sam', familyName: 'Ellery' }] });
  expect(sam('the same rule; Sam E, sam e and SamE')).toBe(
    'the same rule; another child, another child and another child',
  );
});

describe('where all of a school may be spoken of', () => {
  const tom: HiddenChild = { label: 'another child', givenName: 'Tom', familyName: 'Tarrant', birthDate: '2013-05-02' };
  const other: HiddenChild = { ...tom, givenName: 'Ellie', familyName: 'Smith', upn: 'X1', family: ['Kay Smith'] };
  const among = createHiding([], ['Tom Whitlock'], { others: [tom, other], named: [ellie], relatives: ['Una Vane'] });

  it.each([
    ['Ellie Marsden, Ellie and EM stay', 'Ellie Marsden, Ellie and EM stay'],
    ['Ellie Smith, Smith and Tarrant go', 'another child, another child and another child go'],
    ['Tom Whitlock stays; Tom may be either', 'Tom Whitlock stays; somebody may be either'],
    ['TT and T. said so, the TA too', 'somebody and somebody said so, the TA too'],
    ['on 2 May, born 2 May 2013', 'on 2 May, born a date'],
    ['Kay Smith and Una Vane came', 'a relative of another child and a relative came'],
  ])('%s', (written, shown) => {
    expect(among(written)).toBe(shown);
  });
});

it.each([
  'é',
  '1',
  '1 ',
  ' ',
  '@',
  'a@',
  'a.',
  '’',
  '-',
  'E ',
  'E.',
  'A. ',
  'March ',
  '\u200b',
  '0 ',
  '14',
  'of ',
  '/',
])('takes a long run of “%s” no longer than a text of its length', (piece) => {
  const before = process.cpuUsage();
  hide(`x${piece.repeat(100_000 / piece.length)}x`);
  expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000);
});
