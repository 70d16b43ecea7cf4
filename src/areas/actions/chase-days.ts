import { DateTime } from 'luxon';
import { schoolDay } from '../../records/school-day.ts';
import { isWorkingDay } from '../../records/working-days.ts';

const zone = 'Europe/London';
const dayBefore = 2;
/** Mornings from when reminders go out, by the clock at the school: nobody is written to at night. */
const morning = { hour: 8, minute: 30 } as const;
const evening = { hour: 18, minute: 0 } as const;

const at = (day: string) => DateTime.fromISO(day, { zone: 'utc' });
const text = (day: DateTime) => day.toFormat('yyyy-MM-dd');
const works = (day: DateTime) => isWorkingDay(text(day));

/** So many working days on, or back. */
function workingDaysFrom(day: string, count: number): DateTime {
  let found = at(day);
  for (let left = Math.abs(count); left > 0;) {
    found = found.plus({ days: Math.sign(count) });
    if (works(found)) left--;
  }
  return found;
}

/** Whether reminders go out now: on a working day, in the hours of a school. */
export function isTimeToChase(now: string): boolean {
  const here = DateTime.fromISO(now, { zone });
  return works(here) && here >= here.set(morning) && here < here.set(evening);
}

/** The furthest day on which something may be due of which somebody is reminded now. */
export const chasedUpTo = (now: string): string => text(workingDaysFrom(schoolDay(now), dayBefore));

/** What is known of an action when it is chased. */
export interface Chased {
  readonly dueOn: string;
  readonly createdAt: string;
  /** When its owner was last reminded: `YYYY-MM-DD`. */
  readonly chasedOn?: string | null | undefined;
}

/**
 * The day whose reminder is to go out now: two working days before an action is due, the first working day after, and each week from there.
 * Where several have passed it is the last, so that nobody is reminded twice of one thing; none where it has gone out, or where the
 * action was set only since.
 */
export function chaseDay({ dueOn, createdAt, chasedOn }: Chased, now: string): string | undefined {
  const today = schoolDay(now);
  const after = workingDaysFrom(dueOn, 1);
  const weeks = Math.floor(at(today).diff(after, 'weeks').weeks);
  const day = weeks >= 0 ? text(after.plus({ weeks })) : text(workingDaysFrom(dueOn, -dayBefore));
  if (day > today || day <= schoolDay(createdAt)) return undefined;
  return (chasedOn ?? '') < day ? day : undefined;
}
