import { noContent, ok } from '../graph/answer.ts';
import { GraphFault, notModelled } from '../graph/graph-fault.ts';
import { onlyOptions } from '../graph/known-options.ts';
import type { TenantCall } from '../graph/tenant-call.ts';
import type { TenantHandler } from '../tenant-route.ts';
import type { Workloads } from '../workloads.ts';
import { withWayIn } from './event-body.ts';
import { momentsOf } from './event-moments.ts';
import { readEventChange, type EventRequest } from './event-request.ts';
import type { StoredEvent } from './event-store.ts';
import { callOff, invite, sameTime } from './invitations.ts';
import { mailboxOf } from './mailbox.ts';
import { joinUrlOf } from './join-url.ts';
import { itemNotFound, outlookInvalid } from './outlook-fault.ts';
import { eventETag } from './present-event.ts';
import { occurrencesBefore } from './recurrence.ts';
import { preferenceOf, withPreference } from './preference.ts';
import { showEvent } from './show-event.ts';
import { momentOf } from './time-zone.ts';

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
  onlyOptions(call.query, ['select']);
  const preference = preferenceOf(call);
  const { event, day } = eventOf(call, tenant);
  const { recurrence, start } = event.asked;
  if (day === undefined || !recurrence) return withPreference(preference, ok(showEvent(call, preference, event)));
  const end = momentOf({ dateTime: `${day}T23:59:59`, timeZone: start.timeZone });
  const found = occurrencesBefore(recurrence, { ...event, timeZone: start.timeZone }, end).find(
    (one) => one.day === day,
  );
  if (!found) throw itemNotFound();
  return withPreference(preference, ok(showEvent(call, preference, event, found)));
};

/** @throws GraphFault 412 when the caller saw another version; 501 for one occurrence of a series */
export function ownEvent(call: TenantCall, tenant: Workloads): StoredEvent {
  onlyOptions(call.query, []);
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
  const preference = preferenceOf(call);
  const event = ownEvent(call, tenant);
  if (!event.isOrganizer) throw notModelled("changes to an attendee's copy of an event");
  const change = readEventChange(call.body);
  if (event.joinUrl !== null && change.isOnlineMeeting === false)
    throw outlookInvalid('An online meeting cannot be made an ordinary event again by isOnlineMeeting.');
  const asked: EventRequest = Object.assign({ ...event.asked }, change);
  // Documented: who replaces the body of an online meeting without keeping the way in switches the meeting off.
  const kept = event.joinUrl !== null && asked.body.content.includes(event.joinUrl);
  const joinUrl = kept ? event.joinUrl : change.isOnlineMeeting ? joinUrlOf(event.uid) : null;
  const moved: StoredEvent = {
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
  const answers = sameTime(event, moved) ? event.answers : {};
  const changed = { ...moved, answers };
  tenant.events.together(() => {
    tenant.events.replace(changed);
    invite(tenant, changed);
  });
  return withPreference(preference, ok(showEvent(call, preference, changed)));
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
