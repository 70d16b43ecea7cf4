import type { Instant } from './clock.ts';

/** What stands in somebody's calendar. */
export interface CalendarEvent {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** The empty string: none. */
  readonly location: string;
  readonly online: boolean;
  /** It is no meeting about safeguarding, but a training session, a visit and the like. */
  readonly plain?: true;
  /** E-mail addresses. */
  readonly attendees: readonly string[];
  /** One line of text. */
  readonly body: string;
}

/**
 * `not-allowed`: Lantern may not use this calendar. `not-there`: nobody has such a mailbox, or there is no such event any more.
 * `taken`: there is an event under this key already, and it says something else. `no-answer`: it may or may not have been done;
 * `wait`: so many seconds are asked for. `refused`: the same will be refused again.
 */
export type CalendarFault =
  | { readonly ok: false; readonly why: 'not-allowed' | 'not-there' | 'taken' }
  | { readonly ok: false; readonly why: 'no-answer'; readonly wait?: number }
  | { readonly ok: false; readonly why: 'refused'; readonly status: number; readonly code: string };
export type CalendarEnd<T> = { readonly ok: true; readonly value: T } | CalendarFault;

/** A time that is asked about, in slots. */
export interface CalendarPeriod {
  readonly from: Instant;
  readonly to: Instant;
  readonly slotMinutes: number;
}

/** How taken somebody is in a slot. */
export type Taken = 'free' | 'maybe' | 'busy';

/** The calendars of the tenant's people, by their Entra object id. Nothing is thrown for what a calendar says. */
export interface Calendar {
  /** The e-mail address of whoever's calendar it is. */
  addressOf(person: string): Promise<CalendarEnd<string>>;
  /** Makes an event once for each key. @returns its id */
  create(person: string, event: CalendarEvent, key: string): Promise<CalendarEnd<string>>;
  change(person: string, id: string, event: CalendarEvent): Promise<CalendarEnd<null>>;
  /** Calls it off; its attendees are told. */
  cancel(person: string, id: string): Promise<CalendarEnd<null>>;
  /**
   * How taken people are, slot by slot, and nothing else of what they do. Whose calendar cannot be read is missing in the answer.
   * @param person in whose name it is asked
   * @param addresses e-mail addresses, which are the keys of the answer
   */
  freeBusy(
    person: string,
    addresses: readonly string[],
    period: CalendarPeriod,
  ): Promise<CalendarEnd<ReadonlyMap<string, readonly Taken[]>>>;
  /** The id of the event that was made under a key and begins between two moments; undefined when there is none. */
  find(person: string, key: string, from: Instant, to: Instant): Promise<CalendarEnd<string | undefined>>;
}
