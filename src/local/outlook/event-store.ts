import type { State } from '../state.ts';
import type { EventRequest } from './event-request.ts';

/** What an attendee answered, and when. */
export interface Answered {
  readonly response: 'accepted' | 'tentativelyAccepted' | 'declined';
  readonly time: string;
}

/** An event as one mailbox keeps it: the organiser's own, or an attendee's copy of it. */
export interface StoredEvent {
  readonly id: string;
  /** Object id of the mailbox's owner. */
  readonly mailbox: string;
  /** The same in every calendar. */
  readonly uid: string;
  /** Rises with every change. */
  readonly version: number;
  readonly createdAt: string;
  readonly modifiedAt: string;
  readonly organizer: { readonly name: string; readonly address: string };
  readonly isOrganizer: boolean;
  readonly isCancelled: boolean;
  /** What the owner of the mailbox answered. */
  readonly response: 'organizer' | 'notResponded' | Answered['response'];
  readonly answeredAt: string | null;
  /** Answers by address in small letters: the organiser's event knows them. */
  readonly answers: Readonly<Record<string, Answered>>;
  readonly joinUrl: string | null;
  /** What was asked for; `body` with the way into the online meeting, when there is one. */
  readonly asked: EventRequest;
  /** Digest of what its maker asked for, however it was changed since. */
  readonly askedAtFirst: string;
  /** Moments in milliseconds. */
  readonly start: number;
  readonly end: number;
}

export interface EventStore {
  insert(event: StoredEvent): void;
  replace(event: StoredEvent): void;
  remove(id: string): void;
  find(mailbox: string, id: string): StoredEvent | undefined;
  byTransaction(mailbox: string, transactionId: string): StoredEvent | undefined;
  ofMailbox(mailbox: string): readonly StoredEvent[];
  /** The event in all calendars. */
  copies(uid: string): readonly StoredEvent[];
  /** Carries out several writes, all or none. */
  together(work: () => void): void;
}

const read = (definition: string) => JSON.parse(definition) as StoredEvent;

export function createEventStore(state: State): EventStore {
  const insert = state.prepare(
    'insert into event (id, mailbox, uid, transaction_id, definition) values (?, ?, ?, ?, ?)',
  );
  const replace = state.prepare('update event set definition = ? where id = ?');
  const remove = state.prepare('delete from event where id = ?');
  const find = state
    .prepare<[string, string], string>('select definition from event where mailbox = ? and id = ?')
    .pluck();
  const byTransaction = state
    .prepare<[string, string], string>('select definition from event where mailbox = ? and transaction_id = ?')
    .pluck();
  const ofMailbox = state.prepare<[string], string>('select definition from event where mailbox = ?').pluck();
  const copies = state.prepare<[string], string>('select definition from event where uid = ?').pluck();
  const maybe = (definition: string | undefined) => (definition === undefined ? undefined : read(definition));
  return {
    insert(event) {
      const transactionId = event.isOrganizer ? event.asked.transactionId : null;
      insert.run(event.id, event.mailbox, event.uid, transactionId, JSON.stringify(event));
    },
    replace: (event) => void replace.run(JSON.stringify(event), event.id),
    remove: (id) => void remove.run(id),
    find: (mailbox, id) => maybe(find.get(mailbox, id)),
    byTransaction: (mailbox, transactionId) => maybe(byTransaction.get(mailbox, transactionId)),
    ofMailbox: (mailbox) => ofMailbox.all(mailbox).map(read),
    copies: (uid) => copies.all(uid).map(read),
    together: (work) => state.transaction(work)(),
  };
}
