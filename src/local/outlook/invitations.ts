import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Directory } from '../directory/directory.ts';
import { hasMailbox } from '../directory/person.ts';
import type { EventStore, StoredEvent } from './event-store.ts';

/** An opaque id, as long and as meaningless as Exchange's. */
export const newEventId = () => `AAMkA${Buffer.from(`${randomUUID()}${randomUUID()}`).toString('base64url')}`;

interface Parts {
  readonly events: EventStore;
  readonly directory: Directory;
}

const unanswered = { response: 'notResponded', answeredAt: null } as const;

/** An answer holds for the time that was answered about, and no other. */
export const sameTime = (one: StoredEvent, other: StoredEvent) =>
  one.start === other.start && one.end === other.end && isDeepStrictEqual(one.asked.recurrence, other.asked.recurrence);

/**
 * Brings the calendars of the tenant's own attendees to what the organiser's event says: new ones get it, it changes for
 * those who had it, and it is cancelled for those who are no longer invited. Others are sent a mail, which is not kept.
 */
export function invite({ events, directory }: Parts, organised: StoredEvent): void {
  const copies = events.copies(organised.uid).filter(({ isOrganizer }) => !isOrganizer);
  const invited = organised.asked.attendees
    .flatMap(({ emailAddress }) => directory.personAt(emailAddress.address) ?? [])
    .filter((person) => hasMailbox(person) && person.id !== organised.mailbox);
  for (const { id: mailbox } of invited) {
    const copy = copies.find((candidate) => candidate.mailbox === mailbox);
    const answer = copy && sameTime(copy, organised) ? copy : unanswered;
    const { response, answeredAt } = answer;
    const theirs = { mailbox, isOrganizer: false, response, answeredAt, answers: {} };
    if (copy) events.replace({ ...organised, ...theirs, id: copy.id });
    else events.insert({ ...organised, ...theirs, id: newEventId() });
  }
  for (const copy of copies)
    if (!invited.some(({ id }) => id === copy.mailbox))
      events.replace({ ...copy, isCancelled: true, version: organised.version, modifiedAt: organised.modifiedAt });
}

/** Takes the organiser's event away; attendees keep theirs, marked as cancelled. */
export function callOff({ events }: Parts, organised: StoredEvent, at: string): void {
  events.remove(organised.id);
  for (const copy of events.copies(organised.uid))
    events.replace({ ...copy, isCancelled: true, version: copy.version + 1, modifiedAt: at });
}
