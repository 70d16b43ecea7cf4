import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, it } from 'vitest';
import { endOfSchoolDay, schoolDay } from '../../../src/records/school-day.ts';

const reckoned = (instant: string) => DateTime.fromISO(instant, { zone: 'Europe/London' }).toFormat('yyyy-MM-dd');

it('is the day in London, whatever was asked before', () => {
  const near = fc.constantFrom(
    // Both changes of the clock, both ends of a day in summer and in winter.
    ...['2026-03-29T00:59:59.999Z', '2026-10-25T00:30:00.000Z', '2026-07-01T22:59:59.999Z', '2026-12-31T23:59:59.999Z'],
  );
  const instant = fc.oneof(
    fc.date({ min: new Date('1995-01-01'), max: new Date('2060-01-01'), noInvalidDate: true }),
    fc.tuple(near, fc.integer({ min: -7_200_000, max: 7_200_000 })).map(([at, ms]) => new Date(Date.parse(at) + ms)),
  );
  fc.assert(
    fc.property(fc.array(instant, { minLength: 2, maxLength: 40 }), (instants) => {
      for (const each of instants) expect(schoolDay(each.toISOString())).toBe(reckoned(each.toISOString()));
    }),
  );
});

it('reckons an instant that is not written in UTC', () => {
  expect(schoolDay('2026-07-01T23:30:00.000Z')).toBe('2026-07-02');
  expect(schoolDay('2026-07-01T23:30:00.000+01:00')).toBe('2026-07-01');
});

it('knows when a day is over, also the shortest and the longest one', () => {
  expect(endOfSchoolDay('2026-03-29')).toBe('2026-03-29T23:00:00.000Z');
  expect(endOfSchoolDay('2026-10-25')).toBe('2026-10-26T00:00:00.000Z');
});
