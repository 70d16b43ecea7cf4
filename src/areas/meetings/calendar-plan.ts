import type { CalendarChild, CalendarMeeting, CalendarPerson } from './calendar-queries.ts';
import { meetingKinds } from './kinds.ts';
import { isOfOtherBody, isToCome, mostHours, type MeetingKind } from './rules.ts';

/** What a calendar is to say of a meeting: no kind, nobody whom it is about, no reason. */
export interface EventPlan {
  readonly startsAt: string;
  readonly endsAt: string;
  /** As it was written: whoever tells a calendar takes the names of children out. */
  readonly location: string;
  readonly online: boolean;
  /** Only where it is no meeting, but a training session, a visit and the like. */
  readonly plain?: true;
  /** Entra object ids of staff, in order. */
  readonly staff: readonly string[];
  /** Addresses of guests, in order. */
  readonly guests: readonly string[];
}

export interface PlannedEvent {
  readonly meeting: CalendarMeeting;
  /** Ids of the children whom it is about: none of them may be named where it stands. */
  readonly about: readonly string[];
  /** Absent: it was called off. */
  readonly plan?: EventPlan;
}

export interface CalendarFacts {
  readonly meetings: readonly CalendarMeeting[];
  readonly people: readonly CalendarPerson[];
  readonly children: readonly CalendarChild[];
  readonly conflicts: readonly { readonly personId: string; readonly childId: string | null }[];
  readonly now: string;
}

/** From when on meetings are looked at: one that goes on may have begun so long ago. */
export const calendarFrom = (now: string): string => new Date(Date.parse(now) - mostHours * 3_600_000).toISOString();

/**
 * What calendars should say: of each meeting that the school holds and that is not over. Another body invites to its own.
 * Whoever is kept from a child of the meeting is not on its list, though they were asked before.
 */
export function planEvents({ meetings, people, children, conflicts, now }: CalendarFacts): readonly PlannedEvent[] {
  const kept = new Set(conflicts.map(({ personId, childId }) => `${personId} ${childId ?? ''}`));
  const childrenOf = byMeeting(children);
  const peopleOf = byMeeting(people);
  return meetings.flatMap((meeting): readonly PlannedEvent[] => {
    const { id, kind, status, startsAt, endsAt, location, online, calledById } = meeting;
    if (isOfOtherBody(kind) || endsAt <= now) return [];
    const about = (childrenOf.get(id) ?? []).map(({ childId }) => childId);
    if (status === 'cancelled') return [{ meeting, about }];
    if (!isToCome(status)) return [];
    const asked = peopleOf.get(id) ?? [];
    const staff = asked.flatMap(({ personId }) => personId ?? []).filter((person) => person !== calledById);
    const free = staff.filter((person) => !about.some((child) => kept.has(`${person} ${child}`)));
    const guests = asked.flatMap(({ personId, email }) => (personId === null && email !== null ? [email] : []));
    const list = { staff: inOrder(free), guests: inOrder(guests) };
    const plan = { startsAt, endsAt, location: location ?? '', online: Boolean(online), ...isPlain(kind), ...list };
    return [{ meeting, about, plan }];
  });
}

const isPlain = (kind: MeetingKind) => (meetingKinds[kind].plain ? { plain: true as const } : {});

const inOrder = (all: readonly string[]): readonly string[] => [...new Set(all)].sort();

function byMeeting<R extends { readonly meetingId: string }>(rows: readonly R[]): ReadonlyMap<string, readonly R[]> {
  const grouped = new Map<string, R[]>();
  for (const row of rows) {
    const group = grouped.get(row.meetingId);
    if (group) group.push(row);
    else grouped.set(row.meetingId, [row]);
  }
  return grouped;
}
