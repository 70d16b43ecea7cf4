import { DateTime } from 'luxon';

const zone = 'Europe/London';

/** The clock in London is a whole hour from UTC, so all instants of an hour in UTC lie on one day. */
const utcHour = /^\d{4}-\d\d-\d\dT\d\d(?=:[\d:.]*Z$)/;
let latest = { hour: '', day: '' };

/**
 * The day at an English school, `YYYY-MM-DD`. The answer for the latest hour is kept: each look asks for today, and reckoning it in
 * the time zone would be a tenth of what a page of the list costs.
 * @param now an instant
 */
export function schoolDay(now: string): string {
  const hour = utcHour.exec(now)?.[0];
  if (hour !== undefined && hour === latest.hour) return latest.day;
  const day = DateTime.fromISO(now, { zone }).toFormat('yyyy-MM-dd');
  if (hour !== undefined) latest = { hour, day };
  return day;
}

/** What the clock at an English school shows, `HH:mm`. @param now an instant */
export const schoolTime = (now: string): string => DateTime.fromISO(now, { zone }).toFormat('HH:mm');

/** The instant at which a day at an English school is over. @param day `YYYY-MM-DD` */
export function endOfSchoolDay(day: string): string {
  return DateTime.fromISO(day, { zone }).plus({ days: 1 }).startOf('day').toUTC().toISO() ?? day;
}
