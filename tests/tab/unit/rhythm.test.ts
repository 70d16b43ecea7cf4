import { describe, expect, it } from 'vitest';
import { bankHolidays } from '../../../src/records/working-days.ts';
import { whyOff } from '../../../tab/meetings/days-off.ts';
import { daysOf } from '../../../tab/meetings/rhythm.ts';

describe('the days of a rhythm', () => {
  it.each([
    ['week', '2027-03-08', '2027-03-29', ['2027-03-15', '2027-03-22', '2027-03-29']],
    ['fortnight', '2027-03-08', '2027-04-05', ['2027-03-22', '2027-04-05']],
    // The second Tuesday.
    ['month', '2027-01-12', '2027-04-30', ['2027-02-09', '2027-03-09', '2027-04-13']],
    // The fifth Friday, and the last where there is none.
    ['month', '2027-01-29', '2027-04-30', ['2027-02-26', '2027-03-26', '2027-04-30']],
    ['term', '2026-09-24', '2027-07-31', ['2027-01-28', '2027-05-27']],
    ['', '2027-03-08', '2027-03-29', []],
    ['week', '', '2027-03-29', []],
    ['week', '2027-03-08', '', []],
  ] as const)('%s from %s until %s', (rhythm, day, until, days) => {
    expect(daysOf(rhythm, day, until)).toEqual(days);
  });

  it('are at most those of a school year', () => {
    expect(daysOf('week', '2026-09-07', '2030-01-01')).toHaveLength(39);
  });
});

describe('days that are surely none of school', () => {
  // https://www.gov.uk/bank-holidays
  it.each([
    [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2028, ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26']],
  ])('are the bank holidays of %i', (year, days) => {
    expect([...bankHolidays(year)].sort()).toEqual(days.map((day) => `${year}-${day}`));
  });

  it.each([
    ['2027-03-29', 'bank holiday'],
    ['2027-08-10', 'August'],
    ['2026-12-29', 'Christmas'],
    ['2027-03-28', 'weekend'],
    ['2027-03-24', undefined],
  ])('%s: %s', (day, why) => {
    expect(whyOff(day)).toBe(why);
  });
});
