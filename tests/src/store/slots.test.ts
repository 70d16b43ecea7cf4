import { expect, it } from 'vitest';
import { bound, slots } from '../../../src/store/slots.ts';

const slot = slots as unknown as (name: string) => unknown;

it('fills slots by name, in their order, and leaves constants as they are', () => {
  expect(bound([slot('b'), 7, slot('a'), slot('b')], { a: 'first', b: null, c: 'spare' })).toEqual([
    null,
    7,
    'first',
    null,
  ]);
});

it('does not ask a question without one of its values', () => {
  expect(() => bound([slot('today')], { person: 'somebody' })).toThrow('“today”');
});
