import type { EventRequest } from './event-request.ts';
import type { StoredEvent } from './event-store.ts';
import { propertyInvalid } from './outlook-fault.ts';
import { checkRecurrence } from './recurrence.ts';
import { momentOf } from './time-zone.ts';

/** The moments of an event. @throws GraphFault 400 when they do not go together */
export function momentsOf({ start, end, isAllDay, recurrence }: EventRequest): Pick<StoredEvent, 'start' | 'end'> {
  const moments = { start: momentOf(start), end: momentOf(end) };
  if (moments.end < moments.start) throw propertyInvalid('The end of the event is before its start.');
  const midnights = [start, end].every(({ dateTime }) => /T00:00(:00(\.0+)?)?$/.test(dateTime));
  if (isAllDay && (!midnights || start.timeZone !== end.timeZone || moments.end === moments.start))
    throw propertyInvalid('An all-day event begins and ends at midnight, in the same time zone, a day or more apart.');
  if (recurrence) checkRecurrence(recurrence, moments.start, start.timeZone);
  return moments;
}
