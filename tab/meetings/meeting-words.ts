import type { MeetingItem } from '../../src/areas/meetings/contract.ts';
import { meetingKind } from '../../src/areas/meetings/fields.ts';
import { schoolDate } from '../actions/school-date.ts';
import { schoolDayOf, timeOfDay } from '../components/school-time.ts';

type Times = Pick<MeetingItem, 'startsAt' | 'endsAt'>;

/** A kind that this build does not know yet is shown as it is. */
export const kindText = (kind: MeetingItem['kind']): string => meetingKind[kind] ?? kind;

/** `14:00–15:00`, in the school's time zone. */
export const hoursText = ({ startsAt, endsAt }: Times): string =>
  `${timeOfDay(Date.parse(startsAt))}–${timeOfDay(Date.parse(endsAt))}`;

/** On which day of the school's calendar it begins. */
export const dayOf = ({ startsAt }: Pick<Times, 'startsAt'>): string => schoolDayOf(Date.parse(startsAt));

/** `Today, Thu, 10 Dec 2026`. @param now the school's time in milliseconds */
export function dayText(day: string, now: number): string {
  const near = { [schoolDayOf(now)]: 'Today', [schoolDayOf(now + 24 * 3_600_000)]: 'Tomorrow' }[day];
  return near === undefined ? schoolDate(day) : `${near}, ${schoolDate(day)}`;
}

/** Minutes that it lasts. */
export const lengthOf = ({ startsAt, endsAt }: Times): number =>
  Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);

/** Where it is, in one line. */
export function placeText({ location, online }: Pick<MeetingItem, 'location' | 'online'>): string {
  if (location === undefined || location === '') return online ? 'In Teams' : 'No place yet';
  return online ? `${location}, and in Teams` : location;
}

/** `3 children`, `1 child`. */
export const counted = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
