import { DateTime } from 'luxon';
import { demoDays } from '../clock/demo-days.ts';

const firstDay = '2026-09-02';
const halfTerm = { from: '2026-10-26', to: '2026-10-30' };
/** Days on which staff are in and children are not. */
const inset: ReadonlySet<string> = new Set(['2026-09-02', '2026-12-04']);

/** Days with lessons this term before the demonstration begins, oldest first, as `2026-09-03`. */
export function schoolDays(): readonly string[] {
  const end = demoDays.begins.slice(0, 10);
  const found: string[] = [];
  for (let day = DateTime.fromISO(firstDay); day.toFormat('yyyy-MM-dd') < end; day = day.plus({ days: 1 })) {
    const date = day.toFormat('yyyy-MM-dd');
    const off = day.weekday > 5 || inset.has(date) || (date >= halfTerm.from && date <= halfTerm.to);
    if (!off) found.push(date);
  }
  return found;
}

/** How much is reported on a day: most on Mondays, and in the first days after half-term; little in the first week. */
export function weightOf(date: string): number {
  const weekday = [1.7, 1, 0.9, 1, 1.2][DateTime.fromISO(date).weekday - 1] ?? 0;
  const season = date < '2026-09-10' ? 0.5 : date > halfTerm.to && date <= '2026-11-06' ? 1.6 : 1;
  return weekday * season;
}
