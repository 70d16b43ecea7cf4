import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from '../../../src/records/split-text.ts';

const lone = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

describe('a text that is longer than a column', () => {
  it('is cut into pieces that fit and joined are the text, without cutting a character in two', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 20 }), (whole, max) => {
        const pieces = splitText(whole, max);
        expect(pieces.join('')).toBe(whole);
        for (const piece of pieces) {
          expect(piece.length).toBeLessThanOrEqual(max);
          expect(piece).not.toMatch(lone);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is left whole when it fits exactly', () => {
    expect(splitText('a'.repeat(10), 10)).toEqual(['a'.repeat(10)]);
    expect(splitText('a'.repeat(11), 10)).toEqual(['a'.repeat(10), 'a']);
    expect(splitText('', 10)).toEqual(['']);
  });
});
