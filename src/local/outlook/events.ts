import { createHash, randomUUID } from 'node:crypto';
import type { Person } from '../directory/person.ts';
import { created, noContent, ok, type Answer } from '../graph/answer.ts';
import { GraphFault, notModelled } from '../graph/graph-fault.ts';
import { onlyOptions } from '../graph/known-options.ts';
import { option, selectFrom } from '../graph/query-option.ts';
import type { TenantCall } from '../graph/tenant-call.ts';
import type { TenantHandler } from '../tenant-route.ts';
import type { Workloads } from '../workloads.ts';
import { readEventChange, readEventRequest, type EventRequest } from './event-request.ts';
import type { StoredEvent } from './event-store.ts';
import { callOff, invite, newEventId } from './invitations.ts';
import { mailboxOf } from './mailbox.ts';
import { joinUrlOf, withWayIn } from './online-meeting.ts';
import { itemNotFound, outlookInvalid, propertyInvalid } from './outlook-fault.ts';
import { eventETag, presentEvent } from './present-event.ts';
import { checkRecurrence, occurrencesBefore, type Occurrence } from './recurrence.ts';
import { momentOf, preferredZone, zoneOf } from './time-zone.ts';

/** The moments of an event. @throws GraphFault 400 when they do not go together */
function momentsOf({ start, end, isAllDay, recurrence }: EventRequest): Pick<StoredEvent, 'start' | 'end'> {
  const moments = { start: momentOf(start), end: momentOf(end) };
  if (moments.end < moments.start) throw propertyInvalid('The end of the event is before its start.');
  const midnights = [start, end].every(({ dateTime }) => /T00:00(:00(\.0+)?)?$/.test(dateTime));
  if (isAllDay && (!midnights || start.timeZone !== end.timeZone || moments.end === moments.start))
    throw propertyInvalid('An all-day event begins and ends at midnight, in the same time zone, a day or more apart.');
  if (recurrence) checkRecurrence(recurrence, moments.start, start.timeZone);
  return moments;
}

/** Shows it in the zone that `Prefer` asks for. */
function show(call: TenantCall, event: StoredEvent, occurrence?: Occurrence): object {
  onlyOptions(call.query, ['select']);
  const shown = presentEvent(event, preferredZone(call.header('prefer')), occurrence);
  const mailbox = encodeURIComponent(event.mailbox);
  const context = `https://graph.microsoft.com/v1.0/$metadata#users('${mailbox}')/events/$entity`;
  return selectFrom({ '@odata.context': context, ...shown }, option(call.query, 'select'), 'event');
}

/** `Preference-Applied`, where a time zone was asked for. */
export function withPreference(call: TenantCall, answer: Answer): Answer {
  const zone = preferredZone(call.header('prefer'));
  if (!call.header('prefer')?.includes('outlook.timezone')) return answer;
  return { ...answer, headers: { ...answer.headers, 'preference-applied': `outlook.timezone="${zone}"` } };
}

const digestOf = (asked: EventRequest) => createHash('sha256').update(JSON.stringify(asked)).digest('hex');

/**
 * A repeated `transactionId`: the same event is given back and none is made. For another event Exchange was seen to refuse
 * it, naming the first: what it answers is not on its page. https://learn.microsoft.com/graph/api/resources/event
 */
function again(asked: EventRequest, first: StoredEvent): StoredEvent {
  if (digestOf(asked) === first.askedAtFirst) return first;
  throw new GraphFault(
    400,
    'ErrorDuplicateTransactionId',
    "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
  );
}

function makeEvent(
  call: TenantCall,
  { events, directory }: Workloads,
  owner: Person,
  asked: EventRequest,
): StoredEvent {
  const uid = `040000008200E00074C5B7101A82E008${randomUUID().replaceAll('-', '').toUpperCase()}`;
  const joinUrl = asked.isOnlineMeeting ? joinUrlOf(uid) : null;
  const event: StoredEvent = {
    id: newEventId(),
    mailbox: owner.id,
    uid,
    version: 1,
    createdAt: call.at,
    modifiedAt: call.at,
    organizer: { name: owner.displayName, address: owner.mail ?? '' },
    isOrganizer: true,
    isCancelled: false,
    response: 'organizer',
    joinUrl,
    askedAtFirst: digestOf(asked),
    asked: joinUrl === null ? asked : { ...asked, body: withWayIn(asked.body, joinUrl) },
    ...momentsOf(asked),
  };
  events.together(() => {
    events.insert(event);
    invite({ events, directory }, event);
  });
  return event;
}

/** `POST /users/{id}/events`: https://learn.microsoft.com/graph/api/user-post-events */
export const createEvent: TenantHandler = (call, tenant) => {
  const owner = mailboxOf(call, tenant);
  const asked = readEventRequest(call.body);
  zoneOf(asked.end.timeZone);
  const first = asked.transactionId === null ? undefined : tenant.events.byTransaction(owner.id, asked.transactionId);
  const event = first ? again(asked, first) : makeEvent(call, tenant, owner, asked);
  return withPreference(call, created(`/users/${owner.id}/events/${event.id}`, show(call, event)));
};

/** The event that the path names, and which occurrence of it. @throws GraphFault 404 */
function eventOf(call: TenantCall, tenant: Workloads): { event: StoredEvent; day?: string } {
  const owner = mailboxOf(call, tenant);
  const [id = '', day] = (call.params['event'] ?? '').split('.');
  const event = tenant.events.find(owner.id, id);
  if (!event || (day !== undefined && !event.asked.recurrence)) throw itemNotFound();
  return day === undefined ? { event } : { event, day };
}

/** `GET /users/{id}/events/{id}`: https://learn.microsoft.com/graph/api/event-get */
export const getEvent: TenantHandler = (call, tenant) => {
  const { event, day } = eventOf(call, tenant);
  const { recurrence, start } = event.asked;
  if (day === undefined || !recurrence) return withPreference(call, ok(show(call, event)));
  const end = momentOf({ dateTime: `${day}T23:59:59`, timeZone: start.timeZone });
  const found = occurrencesBefore(recurrence, { ...event, timeZone: start.timeZone }, end).find(
    (one) => one.day === day,
  );
  if (!found) throw itemNotFound();
  return withPreference(call, ok(show(call, event, found)));
};

/** @throws GraphFault 412 when the caller saw another version; 501 for one occurrence of a series */
function ownEvent(call: TenantCall, tenant: Workloads): StoredEvent {
  const { event, day } = eventOf(call, tenant);
  if (day !== undefined) throw notModelled('changes to one occurrence of a series');
  const seen = call.header('if-match');
  if (seen !== undefined && seen !== '*' && seen !== eventETag(event))
    throw new GraphFault(
      412,
      'ErrorIrresolvableConflict',
      'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
    );
  return event;
}

/** `PATCH /users/{id}/events/{id}`: https://learn.microsoft.com/graph/api/event-update */
export const updateEvent: TenantHandler = (call, tenant) => {
  const event = ownEvent(call, tenant);
  if (!event.isOrganizer) throw notModelled("changes to an attendee's copy of an event");
  const change = readEventChange(call.body);
  if (event.joinUrl !== null && change.isOnlineMeeting === false)
    throw outlookInvalid('An online meeting cannot be made an ordinary event again by isOnlineMeeting.');
  const asked: EventRequest = Object.assign({ ...event.asked }, change);
  // Documented: who replaces the body of an online meeting without keeping the way in switches the meeting off.
  const kept = event.joinUrl !== null && asked.body.content.includes(event.joinUrl);
  const joinUrl = kept ? event.joinUrl : change.isOnlineMeeting ? joinUrlOf(event.uid) : null;
  const changed: StoredEvent = {
    ...event,
    version: event.version + 1,
    modifiedAt: call.at,
    joinUrl,
    asked: {
      ...asked,
      isOnlineMeeting: joinUrl !== null,
      body: joinUrl === null ? asked.body : withWayIn(asked.body, joinUrl),
    },
    ...momentsOf(asked),
  };
  tenant.events.together(() => {
    tenant.events.replace(changed);
    invite(tenant, changed);
  });
  return withPreference(call, ok(show(call, changed)));
};

/** `DELETE /users/{id}/events/{id}`: https://learn.microsoft.com/graph/api/event-delete */
export const deleteEvent: TenantHandler = (call, tenant) => {
  const event = ownEvent(call, tenant);
  if (event.isOrganizer) tenant.events.together(() => callOff(tenant, event, call.at));
  else tenant.events.remove(event.id);
  return noContent;
};

/** `POST /users/{id}/events/{id}/cancel`: https://learn.microsoft.com/graph/api/event-cancel */
export const cancelEvent: TenantHandler = (call, tenant) => {
  const event = ownEvent(call, tenant);
  if (!event.isOrganizer)
    throw outlookInvalid("Your request can't be completed. You need to be an organizer to cancel a meeting.");
  tenant.events.together(() => callOff(tenant, event, call.at));
  return { status: 202 };
};
