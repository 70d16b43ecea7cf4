import type { Actor } from '../../../access/types.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { isLead } from '../../people/rules.ts';
import type { attendance } from '../fields.ts';

/**
 * Days after a meeting on which whoever stands on the list of a paper can still read it: as long as minutes take to be agreed. After
 * that whoever needs it asks for the case.
 */
const openDays = 14;
const dayMs = 86_400_000;

/** The end from when on a meeting’s papers can still be read. @param now an instant */
export const papersSince = (now: string): string => new Date(Date.parse(now) - openDays * dayMs).toISOString();

/** The last day on which the papers of a meeting can be read, `YYYY-MM-DD`. */
export const papersUntil = ({ endsAt }: { readonly endsAt: string }): string =>
  schoolDay(new Date(Date.parse(endsAt) + openDays * dayMs).toISOString());

/** Whether papers can be laid before a meeting, and read by the list: it is not called off, and not long over. */
export const arePapersOpen = (
  { status, endsAt }: { readonly status: string; readonly endsAt: string },
  now: string,
): boolean => status !== 'cancelled' && endsAt > papersSince(now);

/** What is said of somebody who may read: whoever does not come has no need to know. */
export const reading: readonly string[] = [
  ...(['asked', 'accepted', 'apologies', 'attended'] satisfies (keyof typeof attendance)[]),
];

/** Whether somebody leads a meeting: as a lead of its school, or as who chairs or minutes it; and is not kept from it. */
export function leadsMeeting(
  { person, grants, kept }: Actor,
  of: { readonly id: string; readonly school: string; readonly chairId?: string; readonly minuteTakerId?: string },
): boolean {
  if (kept.meetings.includes(of.id)) return false;
  return (
    of.chairId === person ||
    of.minuteTakerId === person ||
    grants.some((grant) => grant.school === of.school && isLead(grant))
  );
}
