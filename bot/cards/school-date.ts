import { DateTime } from 'luxon';

/** "Thu 10 Dec 2026": a day at the school, given as `YYYY-MM-DD`. */
export const schoolDate = (day: string): string =>
  DateTime.fromISO(day, { zone: 'Europe/London', locale: 'en-GB' }).toFormat('ccc d LLL yyyy');
