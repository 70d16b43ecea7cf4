import type { invitedAs, meetingKind } from './fields.ts';

/** Somebody who can chair or minute a meeting, or be asked to it. */
export interface Colleague {
  /** Entra object id. */
  readonly person: string;
  readonly school: string;
  readonly name: string;
  readonly job?: string;
}

/** What the form of a meeting asks for follows from its kind. */
export interface KindOffered {
  readonly id: keyof typeof meetingKind;
  /** Another body holds it, and chairs it. */
  readonly byOtherBody: boolean;
  readonly about: 'child' | 'children' | 'work';
}

export interface CallForm {
  readonly people: readonly Colleague[];
  readonly kinds: readonly KindOffered[];
  /** Whether Lantern may ask when people are free. */
  readonly freeTimes: boolean;
}

export interface FreeTimesRequest {
  readonly school: string;
  /** `YYYY-MM-DD`, a day at the school. */
  readonly day: string;
  /** How long the meeting takes. */
  readonly minutes: number;
  /** Entra object ids. */
  readonly people: readonly string[];
}

/** A time for a meeting; who of those asked about is not free then, by Entra object id. */
export interface FreeTime {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly busy: readonly string[];
  /** Has said neither yes nor no to something at that time. */
  readonly maybe: readonly string[];
}

export interface FreeTimes {
  readonly times: readonly FreeTime[];
  /** Whose calendar could not be read. */
  readonly unread: readonly string[];
}

/** Somebody outside the school’s staff. */
export interface Guest {
  readonly as: Exclude<keyof typeof invitedAs, 'staff'>;
  readonly name: string;
  readonly agency?: string;
  readonly email?: string;
}

export interface CallMeetingRequest {
  /** 32 hexadecimal digits, made once for each form; a second arrival gets the first answer. */
  readonly form: string;
  readonly school: string;
  readonly kind: keyof typeof meetingKind;
  /** Instants. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location?: string;
  readonly online?: boolean;
  /** Of a meeting that another body holds: which. */
  readonly heldBy?: string;
  /** Entra object ids. */
  readonly chair?: string;
  readonly minuteTaker?: string;
  readonly staff: readonly string[];
  readonly guests: readonly Guest[];
  /** Ids of children of the roll. */
  readonly children: readonly string[];
  /** School days, `YYYY-MM-DD`, on which it is held again at the same time. */
  readonly alsoOn?: readonly string[];
}

export interface CalledMeeting {
  readonly meeting: string;
  readonly ref: string;
}

export interface ChangeMeetingRequest {
  readonly form: string;
  readonly rev: number;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly location: string;
  readonly online: boolean;
  readonly reason: string;
  /** Those of the series that are to come after it are moved by as much. */
  readonly andLater?: boolean;
}

export interface CancelMeetingRequest {
  readonly form: string;
  readonly rev: number;
  readonly reason: string;
  /** Those of the series that are to come after it, too. */
  readonly andLater?: boolean;
}
