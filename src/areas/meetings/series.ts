import { DateTime } from 'luxon';
import { schoolDay } from '../../records/school-day.ts';
import type { MeetingTimes } from './rules.ts';

const zone = 'Europe/London';

/** Meetings that are made ahead of the first one at most: every week of a school year. */
export const mostAhead = 39;
/** How far ahead the last of them is at most. */
const mostDays = 400;

/** The same hours of the clock at the school on another day, though summer time begins or ends between the two. */
export function sameHoursOn({ startsAt, endsAt }: MeetingTimes, day: string): MeetingTimes {
  const at = (instant: string) => {
    const { hour, minute, second, millisecond } = DateTime.fromISO(instant, { zone });
    const moment = DateTime.fromISO(day, { zone }).set({ hour, minute, second, millisecond });
    return moment.toUTC().toISO() ?? instant;
  };
  return { startsAt: at(startsAt), endsAt: at(endsAt) };
}

/** Where a later meeting goes when an earlier one of its series is moved: as many days on, at the new hours. */
export function movedAlong(later: MeetingTimes, before: MeetingTimes, now: MeetingTimes): MeetingTimes {
  const dayOf = ({ startsAt }: MeetingTimes) => DateTime.fromISO(schoolDay(startsAt), { zone: 'utc' });
  const days = dayOf(now).diff(dayOf(before), 'days').days;
  return sameHoursOn(now, dayOf(later).plus({ days }).toFormat('yyyy-MM-dd'));
}

/** Why a meeting cannot be held again on these days; undefined when it can. */
export function faultOfDays(first: MeetingTimes, days: readonly string[]): string | undefined {
  const from = schoolDay(first.startsAt);
  const last = DateTime.fromISO(from, { zone }).plus({ days: mostDays }).toFormat('yyyy-MM-dd');
  if (new Set(days).size < days.length) return 'Choose each day once.';
  if (days.some((day) => day <= from)) return 'Choose days after the first meeting.';
  return days.some((day) => day > last) ? 'Choose days within a year.' : undefined;
}
