import { z } from 'zod';
import type { Calendar, CalendarEnd, CalendarEvent, CalendarFault, Taken } from '../ports/calendar.ts';
import type { Clock } from '../ports/clock.ts';
import { GraphUnreachable, type Graph, type GraphAnswer, type GraphRequest } from '../ports/graph.ts';
import { askedWait } from './asked-wait.ts';
import { collect } from './pages.ts';

/** Of every meeting: not even its kind stands in a calendar, which assistants and telephones show. */
export const eventSubject = 'Safeguarding meeting';
const plainSubject = 'School event';

const created = z.object({ id: z.string().min(1) });
const owned = z.object({ owner: z.object({ address: z.string().min(3) }) });
const listed = z.object({ id: z.string(), transactionId: z.string().nullish() });
// What else Graph tells of one's own events is left where it is.
const schedules = z.object({
  value: z.array(
    z.object({ scheduleId: z.string(), availabilityView: z.string().nullish(), error: z.unknown().nullish() }),
  ),
});
const fault = z.object({ error: z.object({ code: z.string() }) });
/** Graph’s: so many calendars at once. */
const mostSchedules = 20;
/** How Graph counts: working elsewhere is 0 as well; out of office is 3. What it may count one day is busy. */
const takenOf = (view: string): readonly Taken[] =>
  Array.from(view, (digit) => (digit === '0' ? 'free' : digit === '1' ? 'maybe' : 'busy'));
const duplicate = 'ErrorDuplicateTransactionId';

/** Graph reads it in the zone that stands beside it, so it bears no offset. */
const inUtc = (instant: string) => ({ dateTime: new Date(instant).toISOString().slice(0, 19), timeZone: 'UTC' });

const textOf = ({ body }: CalendarEvent) => ({ body: { contentType: 'text', content: body } });

const subjectOf = ({ plain }: CalendarEvent) => ({ subject: plain ? plainSubject : eventSubject });

const said = ({ startsAt, endsAt, location, online, attendees }: CalendarEvent) => ({
  ...{ start: inUtc(startsAt), end: inUtc(endsAt), location: { displayName: location } },
  attendees: attendees.map((address) => ({ type: 'required', emailAddress: { address } })),
  ...(online && { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' }),
});

/** Nobody sees who else was asked, nor anything in a calendar that they share but that the time is taken. */
const closed = { sensitivity: 'private', hideAttendees: true, allowNewTimeProposals: false };

/**
 * Calendars over Microsoft Graph. Needs Calendars.ReadWrite, for the mailboxes to which the school narrows it.
 * https://learn.microsoft.com/graph/api/user-post-events, event-update, event-cancel, user-list-calendarview, calendar-get,
 * calendar-getschedule
 * @param graph one that asks once: `transactionId` makes a repeated creation harmless, and whoever calls repeats
 * @param patient one that asks again where it only reads
 */
export function createCalendar(graph: Graph, patient: Graph, clock: Clock): Calendar {
  const at = (person: string, rest: string) => `/users/${encodeURIComponent(person)}${rest}`;
  const one = (id: string) => `/events/${encodeURIComponent(id)}`;

  function faultOf({ status, headers, body }: GraphAnswer): CalendarFault {
    const read = fault.safeParse(body);
    const code = read.success ? read.data.error.code : '';
    if (status === 401 || status === 403) return { ok: false, why: 'not-allowed' };
    if (status === 404) return { ok: false, why: 'not-there' };
    if (status < 300 || status === 429 || status >= 500) {
      const wait = askedWait(headers, clock.now());
      return { ok: false, why: 'no-answer', ...(wait !== undefined && { wait }) };
    }
    return code === duplicate ? { ok: false, why: 'taken' } : { ok: false, why: 'refused', status, code };
  }

  /** @param read what is wanted of a good answer; undefined when it is not in it */
  async function ask<T>(
    by: Graph,
    request: GraphRequest,
    read: (body: unknown) => T | undefined,
  ): Promise<CalendarEnd<T>> {
    return heard(async () => {
      const answer = await by.call(request);
      const value = answer.status < 300 ? read(answer.body) : undefined;
      return value === undefined ? faultOf(answer) : { ok: true, value };
    });
  }

  return {
    addressOf: (person) =>
      ask(patient, { method: 'GET', path: at(person, '/calendar?$select=owner') }, (body) => {
        const read = owned.safeParse(body);
        return read.success ? read.data.owner.address : undefined;
      }),
    create: (person, event, transactionId) =>
      ask(
        graph,
        {
          method: 'POST',
          path: at(person, '/events'),
          body: { transactionId, ...subjectOf(event), ...closed, ...textOf(event), ...said(event) },
        },
        (body) => created.safeParse(body).data?.id,
      ),
    change: (person, id, event) =>
      ask(
        graph,
        // The way into an online meeting stands in the body that Teams wrote: whoever replaces it switches the meeting off.
        { method: 'PATCH', path: at(person, one(id)), body: { ...said(event), ...(!event.online && textOf(event)) } },
        () => null,
      ),
    cancel: (person, id) => ask(graph, { method: 'POST', path: at(person, `${one(id)}/cancel`), body: {} }, () => null),
    async freeBusy(person, addresses, { from, to, slotMinutes }) {
      const found = new Map<string, readonly Taken[]>();
      for (let i = 0; i < addresses.length; i += mostSchedules) {
        const some = addresses.slice(i, i + mostSchedules);
        const body = {
          ...{ schedules: some, startTime: inUtc(from), endTime: inUtc(to), availabilityViewInterval: slotMinutes },
        };
        const path = at(person, '/calendar/getSchedule');
        const end = await ask(graph, { method: 'POST', path, body }, (answer) => schedules.safeParse(answer).data);
        if (!end.ok) return end;
        for (const { scheduleId, availabilityView, error } of end.value.value)
          if (!error && availabilityView) found.set(scheduleId, takenOf(availabilityView));
      }
      return { ok: true, value: found };
    },
    find: (person, key, from, to) =>
      heard(async () => {
        const window = `startDateTime=${from}&endDateTime=${to}&$select=id,transactionId&$top=100`;
        const found = await collect(patient, at(person, `/calendarView?${window}`));
        if (!found.ok) return faultOf(found.answer);
        const events = found.values.flatMap((value) => listed.safeParse(value).data ?? []);
        return { ok: true, value: events.find(({ transactionId }) => transactionId === key)?.id };
      }),
  };
}

async function heard<T>(work: () => Promise<CalendarEnd<T>>): Promise<CalendarEnd<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GraphUnreachable) return { ok: false, why: 'no-answer' };
    throw error;
  }
}
