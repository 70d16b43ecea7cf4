import { DateTime } from 'luxon';

const zone = 'Europe/London';

/**
 * The instant of a wall clock at the school.
 * @param day `YYYY-MM-DD`
 * @param time `HH:MM`
 * @returns undefined where one of them is missing or is none
 */
export function schoolInstant(day: string, time: string): string | undefined {
  if (day === '' || time === '') return undefined;
  return DateTime.fromISO(`${day}T${time}`, { zone }).toUTC().toISO() ?? undefined;
}

/** Day and time of an instant as a clock and a calendar at the school show them. */
export function schoolWall(instant: string): { readonly day: string; readonly time: string } {
  const at = DateTime.fromISO(instant, { zone });
  return { day: at.toFormat('yyyy-MM-dd'), time: at.toFormat('HH:mm') };
}
