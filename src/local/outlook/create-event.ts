import { createHash, randomUUID } from 'node:crypto';
import type { Person } from '../directory/person.ts';
import { created } from '../graph/answer.ts';
import { GraphFault } from '../graph/graph-fault.ts';
import { onlyOptions } from '../graph/known-options.ts';
import type { TenantCall } from '../graph/tenant-call.ts';
import type { TenantHandler } from '../tenant-route.ts';
import type { Workloads } from '../workloads.ts';
import { withWayIn } from './event-body.ts';
import { momentsOf } from './event-moments.ts';
import { readEventRequest, type EventRequest } from './event-request.ts';
import type { StoredEvent } from './event-store.ts';
import { invite, newEventId } from './invitations.ts';
import { mailboxOf } from './mailbox.ts';
import { joinUrlOf } from './join-url.ts';
import { preferenceOf, withPreference } from './preference.ts';
import { showEvent } from './show-event.ts';

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

/** Puts an event into somebody's calendar and those of whom they ask. */
export function makeEvent(
  call: Pick<TenantCall, 'at'>,
  { events, directory }: Pick<Workloads, 'events' | 'directory'>,
  owner: Person,
  asked: EventRequest,
  id = newEventId(),
): StoredEvent {
  const uid = `040000008200E00074C5B7101A82E008${randomUUID().replaceAll('-', '').toUpperCase()}`;
  const joinUrl = asked.isOnlineMeeting ? joinUrlOf(uid) : null;
  const event: StoredEvent = {
    id,
    mailbox: owner.id,
    uid,
    version: 1,
    createdAt: call.at,
    modifiedAt: call.at,
    organizer: { name: owner.displayName, address: owner.mail ?? '' },
    isOrganizer: true,
    isCancelled: false,
    response: 'organizer',
    answeredAt: null,
    answers: {},
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
  onlyOptions(call.query, []);
  const preference = preferenceOf(call);
  const owner = mailboxOf(call, tenant);
  const asked = readEventRequest(call.body);
  const first = asked.transactionId === null ? undefined : tenant.events.byTransaction(owner.id, asked.transactionId);
  const event = first ? again(asked, first) : makeEvent(call, tenant, owner, asked);
  return withPreference(
    preference,
    created(`/users/${owner.id}/events/${event.id}`, showEvent(call, preference, event)),
  );
};
