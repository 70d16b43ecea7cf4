const zone = 'Europe/London';
const locale = 'en-GB';

const dayAndTime = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const clockTime = new Intl.DateTimeFormat(locale, {
  timeZone: zone,
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const weekDay = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' });
const calendarDay = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** `Thu, 10 Dec 2026, 08:05`, in the school's time zone. Text that is no instant comes back as it is. */
export function absoluteTime(instant: string): string {
  const time = Date.parse(instant);
  return Number.isNaN(time) ? instant : dayAndTime.format(time);
}

/** `08:05`, in the school's time zone. */
export const timeOfDay = (milliseconds: number): string => clockTime.format(milliseconds);

/** `2026-12-10`: on which day of the school's calendar a moment lies. */
export const schoolDayOf = (time: number): string => calendarDay.format(time);

/** `Thu 10 Dec`, in the school's time zone: of a day of this week, where the year goes without saying. */
export const dayOfWeek = (instant: string): string => weekDay.format(Date.parse(instant)).replace(',', '');

/**
 * `just now`, `5 minutes ago`, `yesterday`: days are counted by the school's calendar, not in spans of 24 hours.
 * @param now the school's time in milliseconds
 * @returns the empty string where nothing sensible can be said: no instant, or one that lies ahead of us
 */
export function relativeTime(instant: string, now: number): string {
  const ago = now - Date.parse(instant);
  if (Number.isNaN(ago) || ago < -2 * minute) return '';
  if (ago < minute) return 'just now';
  if (ago < hour) return relative.format(-Math.floor(ago / minute), 'minute');
  const days = dayNumber(now) - dayNumber(Date.parse(instant));
  if (days === 0 || ago < 6 * hour) return relative.format(-Math.floor(ago / hour), 'hour');
  return relative.format(-days, 'day');
}

const dayNumber = (time: number): number => Date.parse(schoolDayOf(time)) / day;
