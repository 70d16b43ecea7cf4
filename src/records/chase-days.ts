import { DateTime } from 'luxon';
import { schoolDay } from './school-day.ts';
import { isWorkingDay, workingDaysAfter, workingDaysBefore } from './working-days.ts';

const zone = 'Europe/London';
const dayBefore = 2;
/** Mornings from when reminders go out, by the clock at the school: nobody is written to at night. */
const morning = { hour: 8, minute: 30 } as const;
const evening = { hour: 18, minute: 0 } as const;

const at = (day: string) => DateTime.fromISO(day, { zone: 'utc' });
const text = (day: DateTime) => day.toFormat('yyyy-MM-dd');
const works = (day: DateTime) => isWorkingDay(text(day));

/** Whether reminders go out now: on a working day, in the hours of a school. */
export function isTimeToChase(now: string): boolean {
  const here = DateTime.fromISO(now, { zone });
  return works(here) && here >= here.set(morning) && here < here.set(evening);
}

/** The furthest day on which something may be due of which somebody is reminded now. */
export const chasedUpTo = (now: string): string => workingDaysAfter(schoolDay(now), dayBefore);

/** What is known of something that is due, of which somebody is reminded: an action, a report that was asked for. */
export interface Chased {
  readonly dueOn: string;
  readonly createdAt: string;
  /** When they were last reminded of it: `YYYY-MM-DD`. */
  readonly chasedOn?: string | null | undefined;
}

/**
 * The day whose reminder is to go out now: two working days before something is due, the first working day after, and each week from there.
 * Where several have passed it is the last, so that nobody is reminded twice of one thing; none where it has gone out, or where it
 * was asked for only since.
 */
export function chaseDay({ dueOn, createdAt, chasedOn }: Chased, now: string): string | undefined {
  const today = schoolDay(now);
  const after = at(workingDaysAfter(dueOn, 1));
  const weeks = Math.floor(at(today).diff(after, 'weeks').weeks);
  const day = weeks >= 0 ? text(after.plus({ weeks })) : workingDaysBefore(dueOn, dayBefore);
  if (day > today || day <= schoolDay(createdAt)) return undefined;
  return (chasedOn ?? '') < day ? day : undefined;
}
