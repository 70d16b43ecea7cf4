import { expect, it } from 'vitest';
import { createChildFinder, wordsOfAddress } from '../../../../src/areas/briefings/names-a-child.ts';

const child = (givenName: string, familyName: string, more: { knownAs?: string; formerNames?: string } = {}) => ({
  ...{ givenName, familyName, knownAs: more.knownAs ?? null, formerNames: more.formerNames ?? null },
});
const find = createChildFinder(
  [
    child('Ellie', 'Marsden'),
    child('Anne-Marie', 'O’Brien', { knownAs: 'Annie' }),
    child('José', 'de la Cruz Romero'),
    child('Will', 'Young'),
    child('Grace', 'Tallis'),
    child('Kacey', 'Brook', { formerNames: 'Kacey Anne Lowe\nK Brook' }),
  ],
  ['Grace Tallis'],
);

it.each([
  ['Talk to Ellie Marsden today.', 'Ellie Marsden'],
  ['talk to ELLIE  MARSDEN today', 'ELLIE  MARSDEN'],
  ['Ellie Marsden’s mother rang.', 'Ellie Marsden'],
  ['Marsden, Ellie (7B)', 'Marsden, Ellie'],
  ['Ellie Rose Marsden', 'Ellie Rose Marsden'],
  ['Ellie Rose May Marsden', 'Ellie Rose May Marsden'],
  ['Ellie-Marsden', 'Ellie-Marsden'],
  ['Annie OBrien', 'Annie OBrien'],
  ['anne marie o’brien', 'anne marie o’brien'],
  ['Anne O’Brien', 'Anne O’Brien'],
  ['Jose de la Cruz Romero', 'Jose de la Cruz Romero'],
  ['Ask Will Young.', 'Will Young'],
  ['Kacey Anne Lowe came back', 'Kacey Anne Lowe'],
])('“%s” names a child', (text, said) => {
  expect(find(text)).toBe(said);
});

it.each([
  'Ellie came to see me.',
  'The Marsden building is shut.',
  'Ellie came with Mrs Marsden.',
  'The school will young people trust.',
  'Ask Grace Tallis, the designated teacher.',
  'Ellie: Marsden\n\nEllie, then Marsden',
  '',
])('“%s” names none', (text) => {
  expect(find(text)).toBeUndefined();
});

it.each([
  'https://harrowmere.example/files/Ellie_Marsden.pdf',
  'https://harrowmere.example/files/Ellie%20Marsden.pdf',
  'https://harrowmere.example/?child=Ellie+Marsden',
  'https://harrowmere.example/Ellie-Marsden/%E0%A4%A',
])('%s names a child', (url) => {
  expect(find(wordsOfAddress(url))).toBeDefined();
});

it('looks through the longest text against the largest roll in a moment', () => {
  const roll = Array.from({ length: 2_500 }, (_, i) => child(`Given${String(i)}`, `Family${String(i)}`));
  const began = performance.now();
  expect(createChildFinder(roll, [])('A word and another '.repeat(210))).toBeUndefined();
  expect(performance.now() - began).toBeLessThan(1_000);
});
