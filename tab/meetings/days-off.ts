import { DateTime } from 'luxon';
import { bankHolidays } from '../../src/records/working-days.ts';

/**
 * Why a day is surely none of school: `undefined` says nothing of a school's own holidays, which Lantern does not know.
 * @param day `YYYY-MM-DD`
 */
export function whyOff(day: string): string | undefined {
  const date = DateTime.fromISO(day, { zone: 'utc' });
  if (date.weekday > 5) return 'weekend';
  if (bankHolidays(date.year).has(day)) return 'bank holiday';
  if (date.month === 8) return 'August';
  return (date.month === 12 && date.day >= 24) || (date.month === 1 && date.day === 1) ? 'Christmas' : undefined;
}
