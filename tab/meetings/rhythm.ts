import { DateTime } from 'luxon';

/** How a meeting is held again. */
export const rhythms = {
  '': 'Not again',
  week: 'Every week',
  fortnight: 'Every two weeks',
  month: 'Every month, on the same weekday',
  term: 'Once a term, every four months',
} as const;
export type Rhythm = keyof typeof rhythms;

/** As many meetings as are called ahead at once. */
export const mostAhead = 39;
const everyWeeks = { week: 1, fortnight: 2 } as const;
const everyMonths = { month: 1, term: 4 } as const;

/** The same weekday of a later month: the second Tuesday; the last one where there is no fifth. */
function sameWeekday(first: DateTime, months: number): DateTime {
  const nth = Math.ceil(first.day / 7);
  const start = first.startOf('month').plus({ months });
  const day = start.plus({ days: ((first.weekday - start.weekday + 7) % 7) + (nth - 1) * 7 });
  return day.month === start.month ? day : day.minus({ weeks: 1 });
}

/**
 * The days after the first on which a meeting is held again, in order.
 * @param day `YYYY-MM-DD` of the first meeting
 * @param until the last day that counts
 */
export function daysOf(rhythm: Rhythm, day: string, until: string): readonly string[] {
  const first = DateTime.fromISO(day, { zone: 'utc' });
  if (rhythm === '' || !first.isValid || until === '') return [];
  const nth = (i: number) =>
    rhythm === 'week' || rhythm === 'fortnight'
      ? first.plus({ weeks: everyWeeks[rhythm] * i })
      : sameWeekday(first, everyMonths[rhythm] * i);
  const days: string[] = [];
  for (let i = 1; days.length < mostAhead; i++) {
    const next = nth(i).toFormat('yyyy-MM-dd');
    if (next > until) break;
    days.push(next);
  }
  return days;
}
