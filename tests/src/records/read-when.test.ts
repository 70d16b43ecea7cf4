import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readWhen } from '../../../src/records/read-when.ts';

// A Thursday in winter, 08:05 at the school; and one in summer, when London is an hour ahead of UTC.
const winter = '2026-12-10T08:05:00.000Z';
const summer = '2026-06-11T08:05:00.000Z';

describe('what a reporter writes under "when"', () => {
  it.each([
    ['just now', winter, winter],
    ['', winter, winter],
    ['  Just   Now ', winter, winter],
    ['today 7:50', winter, '2026-12-10T07:50:00.000Z'],
    ['yesterday at 3.15pm', winter, '2026-12-09T15:15:00.000Z'],
    ['yesterday', winter, '2026-12-09T00:00:00.000Z'],
    ['9/12/2026 14:30', winter, '2026-12-09T14:30:00.000Z'],
    ['9 December 2026', winter, '2026-12-09T00:00:00.000Z'],
    ['2026-06-10 14:30', summer, '2026-06-10T13:30:00.000Z'],
    ['today 8:30', summer, '2026-06-11T07:30:00.000Z'],
  ])('reads %j in the time of the school', (typed, now, at) => {
    expect(readWhen(typed, now)).toEqual({ at, inFuture: false });
  });

  it.each(['tomorrow', '11/12/2026 09:00', 'today 23:59'])('keeps and marks %j as the future', (typed) => {
    expect(readWhen(typed, winter).inFuture).toBe(true);
  });

  it.each(['period 3', 'last Tuesday, I think', '31/02/2026', '١٠ ديسمبر', '2026-13-45', 'today 99:99'])(
    'takes no moment from %j',
    (typed) => {
      expect(readWhen(typed, winter)).toEqual({ inFuture: false });
    },
  );

  it('never fails, whatever is written', () => {
    const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.date().map(String));
    const property = fc.property(anything, (typed) => typeof readWhen(typed, winter).inFuture === 'boolean');
    expect(fc.check(property)).toMatchObject({ failed: false });
  });
});
