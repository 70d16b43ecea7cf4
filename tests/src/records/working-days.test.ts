import { expect, it } from 'vitest';
import { isWorkingDay, workingDaysAfter } from '../../../src/records/working-days.ts';

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
