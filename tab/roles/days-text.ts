import { weekday, type Weekday } from '../../src/areas/people/fields.ts';

const weekdays = Object.entries(weekday) as readonly [Weekday, string][];

/** Days as they are said, in the order of the week: “Mondays and Tuesdays”; “every day” where none is named. */
export function daysText(days: readonly Weekday[] = []): string {
  const names = weekdays.flatMap(([day, name]) => (days.includes(day) ? [`${name}s`] : []));
  const last = names.at(-1);
  if (last === undefined) return 'every day';
  return names.length === 1 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
