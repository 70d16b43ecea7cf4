import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { changeBetween, placeAfter, type DeltaStep } from '../../../tab/meetings/text-change.ts';

const applied = (text: string, { at, remove, insert }: NonNullable<ReturnType<typeof changeBetween>>) =>
  text.slice(0, at) + insert + text.slice(at + remove);

it.each([
  ['', 'a', 1, { at: 0, remove: 0, insert: 'a' }],
  ['aa', 'aaa', 1, { at: 0, remove: 0, insert: 'a' }],
  ['aa', 'aaa', 2, { at: 1, remove: 0, insert: 'a' }],
  ['aaa', 'aa', 1, { at: 1, remove: 1, insert: '' }],
  ['She came.', 'She came late.', 13, { at: 8, remove: 0, insert: ' late' }],
  ['one two', 'one three', 9, { at: 5, remove: 2, insert: 'hree' }],
  ['😀', '😃', 2, { at: 0, remove: 2, insert: '😃' }],
  ['a😀', 'a😀😃', 5, { at: 3, remove: 0, insert: '😃' }],
])('from “%s” to “%s” with the caret at %i', (before, after, caret, change) => {
  expect(changeBetween(before, after, caret)).toEqual(change);
});

it('is nothing where nothing was done', () => {
  expect(changeBetween('same', 'same', 2)).toBeUndefined();
});

/** Whether it holds no half of a character. */
const isWhole = (said: string) => !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(said);
const text = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😃'), maxLength: 8 });

it('always leads to what stands there, and never cuts a character in two', () => {
  fc.assert(
    fc.property(text, text, fc.nat(16), (before, after, place) => {
      const change = changeBetween(before, after, Math.min(place, after.length));
      if (!change) {
        expect(after).toBe(before);
        return;
      }
      expect(applied(before, change)).toBe(after);
      expect(isWhole(change.insert)).toBe(true);
      expect(isWhole(before.slice(change.at, change.at + change.remove))).toBe(true);
    }),
    { numRuns: 5_000 },
  );
});

it('a caret stays between the letters between which it was, whatever somebody else does', () => {
  fc.assert(
    fc.property(text, fc.nat(16), fc.nat(16), fc.nat(4), text, (start, place, at, remove, insert) => {
      const caret = Math.min(place, start.length);
      const document = new Y.Doc();
      const shared = document.getText('t');
      shared.insert(0, start);
      const kept = Y.createRelativePositionFromTypeIndex(shared, caret, -1);
      let delta: readonly DeltaStep[] = [];
      shared.observe((event) => (delta = event.delta as readonly DeltaStep[]));
      document.transact(() => {
        const from = Math.min(at, shared.length);
        shared.delete(from, Math.min(remove, shared.length - from));
        shared.insert(from, insert);
      });
      const found = Y.createAbsolutePositionFromRelativePosition(kept, document)?.index ?? -1;
      expect(placeAfter(caret, delta)).toBe(caret === 0 ? 0 : found);
    }),
    { numRuns: 3_000 },
  );
});
