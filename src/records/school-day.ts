import { DateTime } from 'luxon';

/** The day at an English school, `YYYY-MM-DD`. @param now an instant */
export function schoolDay(now: string): string {
  return DateTime.fromISO(now, { zone: 'Europe/London' }).toFormat('yyyy-MM-dd');
}
