import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createPageMarks } from '../../../src/journal-desk/page-mark.ts';

const marks = createPageMarks(Buffer.alloc(32, 1));

it('gives back the number to whom it was given, and says nothing of it', () => {
  fc.assert(
    fc.property(fc.nat({ max: 2 ** 40 }), (n) => {
      const mark = marks.seal('priya', n);
      expect(marks.open('priya', mark)).toBe(n);
      expect(marks.open('tom', mark)).toBeUndefined();
      expect(mark).not.toBe(marks.seal('priya', n));
    }),
  );
});

it('opens nothing that was altered, cut, made under another key or made up', () => {
  const mark = marks.seal('priya', 12);
  const bytes = Buffer.from(mark, 'base64url');
  for (let i = 0; i < bytes.length; i++) {
    const altered = Buffer.from(bytes);
    altered[i]! ^= 1;
    expect(marks.open('priya', altered.toString('base64url'))).toBeUndefined();
  }
  expect(createPageMarks(Buffer.alloc(32, 2)).open('priya', mark)).toBeUndefined();
  for (const made of ['', '12', mark.slice(1), `${mark}AA`]) expect(marks.open('priya', made)).toBeUndefined();
});
