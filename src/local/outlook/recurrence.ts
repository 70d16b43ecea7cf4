import { DateTime } from 'luxon';
import { z } from 'zod';
import { propertyInvalid } from './outlook-fault.ts';
import { zoneOf } from './time-zone.ts';

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
const day = z.enum(days);
const date = z.iso.date();

/** The patterns that are modelled. https://learn.microsoft.com/graph/api/resources/recurrencepattern */
const pattern = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('weekly'),
    interval: z.int().min(1).max(99),
    daysOfWeek: z.array(day).min(1),
    firstDayOfWeek: day.default('sunday'),
  }),
  z.strictObject({
    type: z.literal('absoluteMonthly'),
    interval: z.int().min(1).max(99),
    dayOfMonth: z.int().min(1).max(31),
  }),
]);

/** https://learn.microsoft.com/graph/api/resources/recurrencerange */
const range = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('endDate'),
    startDate: date,
    endDate: date,
    recurrenceTimeZone: z.string().optional(),
  }),
  z.strictObject({
    type: z.literal('numbered'),
    startDate: date,
    numberOfOccurrences: z.int().min(1).max(999),
    recurrenceTimeZone: z.string().optional(),
  }),
  z.strictObject({ type: z.literal('noEnd'), startDate: date, recurrenceTimeZone: z.string().optional() }),
]);

export const recurrenceSchema = z.strictObject({ pattern, range });
export type Recurrence = z.output<typeof recurrenceSchema>;

type Pattern = Recurrence['pattern'];

/** Days of a pattern from the first one on, in order and without end. */
function* daysOf(rule: Pattern, first: DateTime): Generator<DateTime> {
  if (rule.type === 'absoluteMonthly') {
    for (let month = first.startOf('month'); ; month = month.plus({ months: rule.interval })) {
      // A month that is too short has it on its last day.
      const found = month.set({ day: Math.min(rule.dayOfMonth, month.daysInMonth ?? 28) });
      if (found >= first) yield found;
    }
  }
  const weekBegins = days.indexOf(rule.firstDayOfWeek) + 1;
  const back = (first.weekday - weekBegins + 7) % 7;
  const offsets = rule.daysOfWeek.map((name) => (days.indexOf(name) + 1 - weekBegins + 7) % 7).sort((a, b) => a - b);
  for (let week = first.minus({ days: back }); ; week = week.plus({ weeks: rule.interval })) {
    for (const offset of offsets) {
      const found = week.plus({ days: offset });
      if (found >= first) yield found;
    }
  }
}

/** One occurrence: its day (`2026-11-30`) and its times in milliseconds. */
export interface Occurrence {
  readonly day: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The occurrences of a series that begin before `to`. They keep their hour on the wall when the clocks change.
 * @param start the first one's start and end, in milliseconds, and the zone that the organiser gave
 */
export function occurrencesBefore(
  { pattern: rule, range: bounds }: Recurrence,
  { start, end, timeZone }: { start: number; end: number; timeZone: string },
  to: number,
): readonly Occurrence[] {
  const zone = zoneOf(bounds.recurrenceTimeZone ?? timeZone);
  const wall = DateTime.fromMillis(start, { zone });
  const found: Occurrence[] = [];
  for (const each of daysOf(rule, DateTime.fromISO(bounds.startDate, { zone }))) {
    const name = each.toISODate() ?? '';
    if (bounds.type === 'endDate' && name > bounds.endDate) break;
    if (bounds.type === 'numbered' && found.length >= bounds.numberOfOccurrences) break;
    const begins = each.set({ hour: wall.hour, minute: wall.minute, second: wall.second }).toMillis();
    if (begins >= to) break;
    found.push({ day: name, start: begins, end: begins + (end - start) });
  }
  return found;
}

/** @throws GraphFault 400 for a series that ends before it begins, or whose first day is not that of the event */
export function checkRecurrence({ range: bounds }: Recurrence, start: number, timeZone: string): void {
  const zone = zoneOf(bounds.recurrenceTimeZone ?? timeZone);
  if (bounds.type === 'endDate' && bounds.endDate < bounds.startDate)
    throw propertyInvalid('The recurrence ends before it begins.');
  if (DateTime.fromMillis(start, { zone }).toISODate() !== bounds.startDate)
    throw propertyInvalid('The start date of the recurrence must be the same as the start of the event.');
}
