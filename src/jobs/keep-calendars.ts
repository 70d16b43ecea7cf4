import { calendarIdentity } from '../access/actor.ts';
import { calendarFrom, planEvents, type EventPlan, type PlannedEvent } from '../areas/meetings/calendar-plan.ts';
import { childrenForCalendars, meetingsForCalendars, peopleForCalendars } from '../areas/meetings/calendar-queries.ts';
import { recordEvent } from '../areas/meetings/record-event.ts';
import { conflictsOfSchool } from '../areas/need-to-know/queries.ts';
import { formFrom, sha256 } from '../perform/digest.ts';
import type { Perform } from '../perform/perform.ts';
import type { Store } from '../perform/store.ts';
import type { Calendar, CalendarEnd, CalendarFault } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Query } from '../records/query.ts';
import { createPlaces } from './places-in-calendars.ts';

export interface LookAtCalendarsParts {
  readonly tenant: string;
  readonly schools: readonly { readonly id: string }[];
  readonly store: Pick<Store, 'rows'>;
  /** The one that school matters run on. */
  readonly clock: Clock;
}

export interface DueEvent extends PlannedEvent {
  /** Digest of what the calendar is to be told. */
  readonly told: string;
}

export interface CalendarsLook {
  /** Where a calendar does not say yet what it should. */
  readonly due: readonly DueEvent[];
  /** Meetings to come that stand in a calendar, as they are. */
  readonly kept: number;
}

const digestOf = (plan: EventPlan | undefined) => sha256(JSON.stringify(plan ?? null));

/** Holds what calendars were told against the meetings that there are. It changes nothing, asks Graph nothing, and shows nobody anything. */
export async function lookAtCalendars({ tenant, schools, store, clock }: LookAtCalendarsParts): Promise<CalendarsLook> {
  const now = clock.now();
  const from = calendarFrom(now);
  const rowsOf = async <V extends object, R>(query: Query<V, R>, values: V) =>
    (await store.rows(tenant, query, values)) as readonly R[];
  const meetings = await rowsOf(meetingsForCalendars, { from });
  const people = await rowsOf(peopleForCalendars, { from });
  const children = await rowsOf(childrenForCalendars, { from });
  const conflicts = [];
  for (const { id } of schools) conflicts.push(...(await rowsOf(conflictsOfSchool, { school: id })));
  const planned = planEvents({ meetings, people, children, conflicts, now });
  const all = planned.map((one) => ({ ...one, told: digestOf(one.plan) }));
  const due = all.filter(({ meeting, told }) => meeting.eventTold !== told);
  return { due, kept: all.length - due.length };
}

export interface KeepCalendarsParts extends LookAtCalendarsParts {
  readonly calendar: Calendar;
  readonly perform: Perform;
  /** Where whoever works here opens a meeting. */
  readonly linkTo: (meeting: string, person: string) => string;
  /** The machine’s: how long is waited. */
  readonly machine: Clock;
  readonly log: Log;
}

/** What is refused now is asked again after so long: somebody has to mend it first. */
const againMs = 15 * 60_000;
const restMs = 30_000;
const longestRestMs = 10 * 60_000;
/** An address seldom changes; whoever has none may be given a mailbox. */
const addressMs = 24 * 3_600_000;
/** How far a meeting may have been moved before its event was known. */
const searchDays = 730;
const dayMs = 86_400_000;

/**
 * Keeps an event for each meeting that the school holds, in the calendar of whoever called it: made, changed, called off as the
 * meeting is. What was told is noted by an act of its own; killed between the two, the meeting’s id makes the second creation the
 * first one.
 * @returns a job; it says how many calendars were told
 */
export function createKeepCalendars(parts: KeepCalendarsParts): () => Promise<number> {
  const { tenant, calendar, perform, linkTo, machine, log } = parts;
  const us = calendarIdentity(tenant);
  const placeOf = createPlaces(parts);
  const later = new Map<string, number>();
  const addresses = new Map<string, { readonly until: number; readonly address: string | undefined }>();
  let restUntil = 0;
  const now = () => Date.parse(machine.now());

  /** Whoever’s calendar Lantern may not use, or who has none, is told in chat alone. */
  async function addressOf(person: string): Promise<CalendarEnd<string | undefined>> {
    const known = addresses.get(person);
    if (known && known.until > now()) return { ok: true, value: known.address };
    const found = await calendar.addressOf(person);
    if (!found.ok && found.why === 'no-answer') return found;
    const address = found.ok ? found.value : undefined;
    addresses.set(person, { address, until: now() + (address === undefined ? againMs : addressMs) });
    return { ok: true, value: address };
  }

  async function attendeesOf({ staff, guests }: EventPlan): Promise<CalendarEnd<readonly string[]>> {
    const all: string[] = [];
    for (const person of staff) {
      const address = await addressOf(person);
      if (!address.ok) return address;
      if (address.value !== undefined) all.push(address.value);
    }
    return { ok: true, value: [...all, ...guests] };
  }

  /** The event that was made under a meeting, and that nobody could note. */
  const lost = ({ id, calledById }: DueEvent['meeting']) =>
    calendar.find(calledById, id, calendarFrom(parts.clock.now()), new Date(now() + searchDays * dayMs).toISOString());

  async function callOff(meeting: DueEvent['meeting']): Promise<CalendarEnd<string | undefined>> {
    const known = meeting.eventId === null ? await lost(meeting) : ({ ok: true, value: meeting.eventId } as const);
    if (!known.ok || known.value === undefined) return known;
    return gone(await calendar.cancel(meeting.calledById, known.value), meeting.id);
  }

  /** @returns the event’s id, where it was not known before */
  async function tell({ meeting, about, plan }: DueEvent): Promise<CalendarEnd<string | undefined>> {
    const { id, calledById, eventId } = meeting;
    if (!plan) return callOff(meeting);
    const attendees = await attendeesOf(plan);
    if (!attendees.ok) return attendees;
    const location = await placeOf(meeting.school, plan.location, about);
    const what = location === plan.location ? 'What it is about stands' : 'Where it is and what it is about stand';
    const body = `${what} in Lantern, for those who need to know: ${linkTo(id, calledById)}`;
    const event = { ...plan, location, attendees: attendees.value, body };
    if (eventId !== null) return gone(await calendar.change(calledById, eventId, event), id);
    const made = await calendar.create(calledById, event, id);
    if (made.ok || made.why !== 'taken') return made;
    const found = await lost(meeting);
    if (!found.ok) return found;
    if (found.value === undefined) return made;
    const changed = await calendar.change(calledById, found.value, event);
    return changed.ok ? { ok: true, value: found.value } : changed;
  }

  /** An event that whoever owns the calendar has taken away stays away: it is theirs. */
  function gone(end: CalendarEnd<null>, meeting: string): CalendarEnd<string | undefined> {
    if (end.ok) return done;
    if (end.why !== 'not-there') return end;
    log.info('calendar.event-gone', { meeting });
    return done;
  }

  function wait(meeting: string, fault: CalendarFault): void {
    if (fault.why === 'no-answer') {
      const ms = Math.min(longestRestMs, Math.max(restMs, (fault.wait ?? 0) * 1_000));
      restUntil = now() + ms;
      return log.warn('calendar.no-answer', { meeting });
    }
    later.set(meeting, now() + againMs);
    const how = fault.why === 'refused' ? { status: fault.status, code: fault.code } : {};
    log.warn('calendar.not-told', { meeting, reason: fault.why, ...how });
  }

  async function keep(one: DueEvent): Promise<boolean> {
    const { meeting, told } = one;
    const end = await tell(one);
    if (!end.ok) {
      wait(meeting.id, end);
      return false;
    }
    later.delete(meeting.id);
    const event = end.value === undefined ? {} : { event: end.value };
    const form = formFrom(JSON.stringify(['event', meeting.id, meeting.rev, told]));
    const noted = await perform(recordEvent, us, { meeting: meeting.id, ...event, told }, form);
    if (!noted.ok) log.warn('calendar.not-noted', { meeting: meeting.id, code: noted.problem.code });
    return noted.ok;
  }

  return async () => {
    if (now() < restUntil) return 0;
    const { due } = await lookAtCalendars(parts);
    let done = 0;
    for (const one of due) {
      if ((later.get(one.meeting.id) ?? 0) > now()) continue;
      if (await keep(one)) done++;
      if (now() < restUntil) break;
    }
    return done;
  };
}

const done = { ok: true, value: undefined } as const;
