import { DateTime } from 'luxon';
import { z } from 'zod';
import type { View } from '../../perform/types.ts';
import type { Taken } from '../../ports/calendar.ts';
import { peopleByName } from '../roles/queries.ts';
import type { FreeTime } from './contract.ts';
import { mostHours } from './rules.ts';

const zone = 'Europe/London';
/** Between which hours of the clock at the school a meeting is proposed. */
const [opens, closes] = [8, 18];
/** How closely calendars are looked at, and how far apart the beginnings are that are proposed. */
export const slotMinutes = 15;
const stepMinutes = 30;
/** Times that are proposed: more than one can choose between. */
const most = 8;

/** What is asked. Nobody beyond the staff of a school where one may call meetings is looked for. */
export const freeTimesInput = z.strictObject({
  school: z.string(),
  day: z.iso.date('Choose a day.'),
  minutes: z
    .int()
    .min(5)
    .max(mostHours * 60),
  people: z.array(z.string()).min(1, 'Choose who is asked.').max(60),
});

const params = z.strictObject({ school: z.string(), people: z.array(z.string()).max(60) });
type Row = { id: string; school: string; personId: string | null };

/** Who of some people works at a school where one may call meetings: whose calendars may be asked when they are free. */
export const lookUpFreeTimes: View<z.infer<typeof params>, Row, readonly string[]> = {
  ...{ verb: 'look-up-free-times', shape: 'page', fields: ['personId'], params, query: peopleByName },
  values: () => ({}),
  present(rows, { params: { school, people } }) {
    const asked = rows.filter((row) => row.school === school && people.includes(row.personId ?? ''));
    return { answer: asked.flatMap(({ personId }) => personId ?? []), ids: asked.map(({ id }) => id) };
  },
};

/** The hours of a day at the school that are looked at. */
export function hoursOf(day: string): { readonly from: string; readonly to: string } {
  const at = (hour: number) => DateTime.fromISO(day, { zone }).set({ hour }).toUTC().toISO() ?? day;
  return { from: at(opens), to: at(closes) };
}

/**
 * The times of a day that suit best: when nobody is busy, then when fewest are; in the order of the day.
 * @param taken of each person, the slots from the beginning of `hoursOf` on
 */
export function freeTimesOf(
  { day, minutes }: { readonly day: string; readonly minutes: number },
  taken: ReadonlyMap<string, readonly Taken[]>,
  now: string,
): readonly FreeTime[] {
  const { from, to } = hoursOf(day);
  const [first, last, length] = [Date.parse(from), Date.parse(to), minutes * 60_000];
  const times: FreeTime[] = [];
  for (let starts = first; starts + length <= last; starts += stepMinutes * 60_000) {
    if (starts < Date.parse(now)) continue;
    const slot = (at: number) => (at - first) / (slotMinutes * 60_000);
    const within = [...taken].map(
      ([person, slots]) => [person, slots.slice(slot(starts), Math.ceil(slot(starts + length)))] as const,
    );
    const busy = within.flatMap(([person, slots]) => (slots.includes('busy') ? [person] : []));
    const maybe = within.flatMap(([person, slots]) =>
      slots.includes('maybe') && !busy.includes(person) ? [person] : [],
    );
    const iso = (at: number) => new Date(at).toISOString();
    times.push({ startsAt: iso(starts), endsAt: iso(starts + length), busy, maybe });
  }
  return times
    .toSorted((one, other) => one.busy.length - other.busy.length || one.maybe.length - other.maybe.length)
    .slice(0, most)
    .toSorted((one, other) => one.startsAt.localeCompare(other.startsAt));
}
