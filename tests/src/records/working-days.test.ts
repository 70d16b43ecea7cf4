import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isWorkingDay, workingDaysAfter, workingDaysBefore } from '../../../src/records/working-days.ts';

// As gov.uk lists them for England and Wales.
it.each([
  ['2025', '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26'],
  ['2026', '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28'],
  ['2027', '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28'],
  ['2028', '01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26'],
])('has the bank holidays of %s, with those held instead of one at a weekend', (year, days) => {
  const free = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(Number(year), 0, 1 + i)))
    .filter((date) => date.getUTCFullYear() === Number(year) && ![0, 6].includes(date.getUTCDay()))
    .map((date) => date.toISOString().slice(0, 10))
    .filter((day) => !isWorkingDay(day));
  expect(free).toEqual(days.split(' ').map((day) => `${year}-${day}`));
});

it('counts over Christmas without weekends and bank holidays, and not the day itself', () => {
  expect(workingDaysAfter('2026-12-10', 15)).toBe('2027-01-05');
  expect(workingDaysAfter('2026-12-11', 1)).toBe('2026-12-14');
  expect(workingDaysAfter('2026-12-12', 1)).toBe('2026-12-14');
  expect(workingDaysAfter('2026-12-24', 1)).toBe('2026-12-29');
  expect(workingDaysAfter('2026-12-10', 0)).toBe('2026-12-10');
});

it('counts back over Easter in the same way', () => {
  expect(workingDaysBefore('2026-12-23', 3)).toBe('2026-12-18');
  expect(workingDaysBefore('2026-04-08', 3)).toBe('2026-04-01');
  expect(workingDaysBefore('2026-12-14', 0)).toBe('2026-12-14');
});

it('has as many working days between a day and the one so many before it as it says, and from a working day leads back', () => {
  const day = fc
    .integer({ min: Date.UTC(2024, 0, 1) / 86_400_000, max: Date.UTC(2035, 11, 31) / 86_400_000 })
    .map((days) => new Date(days * 86_400_000).toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.integer({ min: 1, max: 40 }), (from, count) => {
      const before = workingDaysBefore(from, count);
      expect(isWorkingDay(before)).toBe(true);
      let worked = 0;
      for (let at = Date.parse(before); at < Date.parse(from); at += 86_400_000)
        if (isWorkingDay(new Date(at).toISOString().slice(0, 10))) worked++;
      expect(worked).toBe(count);
      if (isWorkingDay(from)) expect(workingDaysAfter(before, count)).toBe(from);
    }),
  );
});
