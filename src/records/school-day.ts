import { DateTime } from 'luxon';

const zone = 'Europe/London';

/** The day at an English school, `YYYY-MM-DD`. @param now an instant */
export function schoolDay(now: string): string {
  return DateTime.fromISO(now, { zone }).toFormat('yyyy-MM-dd');
}

/** The instant at which a day at an English school is over. @param day `YYYY-MM-DD` */
export function endOfSchoolDay(day: string): string {
  return DateTime.fromISO(day, { zone }).plus({ days: 1 }).startOf('day').toUTC().toISO() ?? day;
}
