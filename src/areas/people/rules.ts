import type { Right } from '../../access/types.ts';
import { leadRoles, weekday, type Weekday } from './fields.ts';

/** What is the leads' alone. */
export const leads: readonly Right[] = leadRoles.map((role) => ({ role, reach: 'school' }));

/** Whether a role answers for concerns. */
export const isLead = ({ role }: { readonly role: string }): boolean => leadRoles.some((leading) => leading === role);

const weekdays = Object.keys(weekday) as readonly Weekday[];

/** Days as the roles list has them, in the order of the week: “Mon, Tue”. */
export const daysAsText = (days: readonly Weekday[]): string => weekdays.filter((day) => days.includes(day)).join(', ');

/**
 * The days that a text of the roles list names; none for a text that cannot be read as a whole, which means every day. Whoever
 * types it in SharePoint may write “monday; TUE”.
 */
export function daysIn(text: string | null | undefined): readonly Weekday[] {
  const words = (text ?? '')
    .toLowerCase()
    .split(/[,;]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');
  const meant = words.map((word) =>
    weekdays.find((day) => word === day.toLowerCase() || word === weekday[day].toLowerCase()),
  );
  return meant.includes(undefined) ? [] : weekdays.filter((day) => meant.includes(day));
}

/** Somebody's role, with the days on which they are asked first. */
export interface WithDays {
  readonly personId: string;
  readonly days?: string | null | undefined;
}

/**
 * Who is asked first today: whose day it is, and if it is nobody's, all of them. Days say who is asked, never what anybody may see,
 * and never leave a message without somebody who gets it.
 * @param today the day at the school, `YYYY-MM-DD`
 */
export function askedFirst<T extends WithDays>(all: readonly T[], today: string): readonly T[] {
  // `getUTCDay` counts from Sunday.
  const day = [undefined, ...weekdays][new Date(`${today}T00:00:00Z`).getUTCDay()];
  const theirs = all.filter(({ days }) => {
    const named = daysIn(days);
    return named.length === 0 || (day !== undefined && named.includes(day));
  });
  return theirs.length > 0 ? theirs : all;
}

/** A week of days, whichever of them comes first. @param today `YYYY-MM-DD` */
export const weekFrom = (today: string): readonly string[] =>
  Array.from({ length: 7 }, (_, n) => new Date(Date.parse(today) + n * 86_400_000).toISOString().slice(0, 10));
