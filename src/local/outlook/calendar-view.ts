import { DateTime } from 'luxon';
import { ok } from '../graph/answer.ts';
import { addressWith, topOf } from '../graph/collection-page.ts';
import { notModelled } from '../graph/graph-fault.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { option, selectFrom } from '../graph/query-option.ts';
import type { TenantCall } from '../graph/tenant-call.ts';
import type { TenantHandler } from '../tenant-route.ts';
import type { EventStore, StoredEvent } from './event-store.ts';
import { mailboxOf } from './mailbox.ts';
import { parameterInvalid } from './outlook-fault.ts';
import { preferenceOf, withPreference } from './preference.ts';
import { presentEvent } from './present-event.ts';
import { occurrencesBefore, type Occurrence } from './recurrence.ts';

/** An event, or one of a series, in a window of time. */
export interface Happening {
  readonly event: StoredEvent;
  /** Absent for an event that is no series. */
  readonly occurrence?: Occurrence;
  readonly start: number;
  readonly end: number;
}

function happeningsOf(event: StoredEvent, to: number): readonly Happening[] {
  const { recurrence, start } = event.asked;
  if (!recurrence) return [{ event, start: event.start, end: event.end }];
  return occurrencesBefore(recurrence, { ...event, timeZone: start.timeZone }, to).map((occurrence) => ({
    event,
    occurrence,
    start: occurrence.start,
    end: occurrence.end,
  }));
}

/** What a mailbox's calendar holds between two moments (milliseconds), earliest first. */
export function happenings(events: EventStore, mailbox: string, from: number, to: number): readonly Happening[] {
  return events
    .ofMailbox(mailbox)
    .flatMap((event) => happeningsOf(event, to))
    .filter(({ start, end }) => start < to && (end > from || (start === end && start >= from)))
    .sort((a, b) => a.start - b.start || (a.event.id < b.event.id ? -1 : 1));
}

const longest = 1_825;

/** A bound of the window; without an offset it is read in UTC. */
function bound(call: TenantCall, name: string): DateTime {
  const value = call.query.get(name);
  if (value === null)
    throw parameterInvalid(
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    );
  // A plus sign that was not encoded arrives as a space.
  const moment = DateTime.fromISO(value.replace(' ', '+').replace(/(\.\d{3})\d+/, '$1'), { zone: 'UTC' });
  if (!moment.isValid) throw parameterInvalid(`The value '${value}' of parameter '${name}' is invalid.`);
  return moment;
}

/** `GET /users/{id}/calendarView`: https://learn.microsoft.com/graph/api/user-list-calendarview */
export const getCalendarView: TenantHandler = (call, tenant) => {
  onlyOptions(call.query, ['startDateTime', 'endDateTime', 'select', 'top', 'skip', 'orderby']);
  const owner = mailboxOf(call, tenant);
  const [from, to] = [bound(call, 'startDateTime'), bound(call, 'endDateTime')];
  if (to <= from) throw parameterInvalid('The end of the window must be after its start.');
  if (to.diff(from, 'days').days > longest) throw parameterInvalid(`The window may be at most ${longest} days long.`);
  const order = option(call.query, 'orderby');
  if (order !== undefined && !/^start\/dateTime( asc)?$/i.test(order)) throw notModelled(`an order by ${order}`);
  const skip = option(call.query, 'skip') ?? '0';
  if (!/^\d{1,6}$/.test(skip)) throw parameterInvalid(`Invalid value '${skip}' for $skip.`);

  const size = topOf(call, { usual: 10, largest: 1_000 });
  const all = happenings(tenant.events, owner.id, from.toMillis(), to.toMillis());
  const end = Number(skip) + size;
  const preference = preferenceOf(call);
  const select = option(call.query, 'select');
  // Documented: these two cannot be selected here.
  if (/createdDateTime|lastModifiedDateTime/.test(select ?? ''))
    throw notModelled('$select of when an event was written');
  return withPreference(
    preference,
    ok({
      '@odata.context': `https://graph.microsoft.com/v1.0/$metadata#users('${owner.id}')/calendarView`,
      value: all
        .slice(Number(skip), end)
        .map(({ event, occurrence }) =>
          selectFrom({ ...presentEvent(event, preference, occurrence) }, select, 'event'),
        ),
      ...(end < all.length && { '@odata.nextLink': addressWith(call, { $skip: String(end) }) }),
    }),
  );
};
