import type { Effect } from '../../perform/types.ts';
import { schoolDay } from '../../records/school-day.ts';
import { yearOf } from '../../records/reference.ts';
import type { attendance, meetingKind, meetingStatus } from './fields.ts';
import { meetingKinds } from './kinds.ts';
import { meetingCounterOf } from './meeting-counter-of.ts';

export type MeetingKind = keyof typeof meetingKind;
export type MeetingStatus = keyof typeof meetingStatus;
/** What is done to a meeting as a whole. */
export type MeetingAct =
  | 'change-meeting'
  | 'cancel-meeting'
  | 'arrange-agenda'
  | 'refresh-agenda'
  | 'add-agenda-point'
  | 'hold-meeting'
  | 'write-minutes'
  | 'agree-minutes'
  | 'keep-note'
  | 'expect-official-minutes'
  | 'record-official-minutes'
  | 'publish-minutes'
  | 'add-minute-addendum'
  | 'send-minutes-outside';

const before = {
  'change-meeting': 'unchanged',
  'cancel-meeting': 'cancelled',
  'arrange-agenda': 'unchanged',
  'refresh-agenda': 'unchanged',
  'add-agenda-point': 'unchanged',
  'hold-meeting': 'held',
} as const;
const during = {
  // Somebody comes late: who was there is said until the minutes are agreed.
  'hold-meeting': 'unchanged',
  'arrange-agenda': 'unchanged',
  'add-agenda-point': 'unchanged',
  'write-minutes': 'minutes-draft',
} as const;

/** Of a meeting that another body holds: its own minutes come when they come, whether the school has written anything or not. */
const official = { 'expect-official-minutes': 'unchanged', 'record-official-minutes': 'unchanged' } as const;
const after = { 'add-minute-addendum': 'unchanged', 'send-minutes-outside': 'unchanged' } as const;

/** State x act -> next state. Minutes that were agreed are changed no more: after that there are addenda only. */
export const meetingTransitions: Readonly<
  Record<MeetingStatus, Readonly<Partial<Record<MeetingAct, MeetingStatus | 'unchanged'>>>>
> = {
  proposed: before,
  invited: before,
  confirmed: before,
  rearranged: before,
  cancelled: {},
  held: { ...during, ...official },
  'minutes-draft': { ...during, ...official, 'agree-minutes': 'minutes-agreed', 'keep-note': 'note-kept' },
  'minutes-agreed': { ...after, 'publish-minutes': 'minutes-published' },
  'minutes-published': after,
  // What the school noted for itself of another body’s meeting is sent to nobody.
  'note-kept': { ...official, 'add-minute-addendum': 'unchanged' },
};

/** Whether an act can be done to a meeting as it stands; a status that this version does not know admits none. */
export const isMeetingActOpen = (status: string, act: MeetingAct): boolean =>
  Object.hasOwn(meetingTransitions, status) && meetingTransitions[status as MeetingStatus][act] !== undefined;

/** Whether it is still to come: neither held nor cancelled. */
export const isToCome = (status: string): boolean => isMeetingActOpen(status, 'cancel-meeting');

/** Whether its day at the school has come: nobody can say earlier that it was held. */
export const isDayOf = ({ startsAt }: { readonly startsAt: string }, now: string): boolean =>
  schoolDay(startsAt) <= schoolDay(now);

/** Whether another body holds meetings of the kind: its minutes are the official ones, and never agreed by a chair of ours. */
export const isOfOtherBody = (kind: MeetingKind): boolean => meetingKinds[kind].heldBy === 'other-body';

/** Whether minutes of the kind may go to a channel at all, in whatever rendering. */
export const goesToChannel = (kind: MeetingKind): boolean => meetingKinds[kind].toChannel;

/** Kinds whose minutes may go to a channel. */
export const kindsForChannels: readonly MeetingKind[] = (Object.keys(meetingKinds) as MeetingKind[]).filter(
  goesToChannel,
);

/** Kinds whose minutes are never published: those who were there have them, and the children’s files. */
export const neverPublished = (Object.keys(meetingKinds) as MeetingKind[]).filter((kind) => !goesToChannel(kind));

/** Kinds about an adult, whose notes lie in no child’s file. */
export const aboutAdults = (Object.keys(meetingKinds) as MeetingKind[]).filter((kind) => meetingKinds[kind].aboutAdult);

/** Whether minutes are as they will be: published, agreed where their kind is never published, or kept as a note. Then they go into the children’s files. */
export const areMinutesFinal = ({ status, kind }: { readonly status: string; readonly kind: MeetingKind }): boolean =>
  status === 'minutes-published' ||
  (status === 'note-kept' && !aboutAdults.includes(kind)) ||
  (status === 'minutes-agreed' && neverPublished.includes(kind));

/** What is said of those to whom the minutes of a meeting belong: they were there, or would have been. */
export const attending: readonly string[] = ['attended', 'apologies'] satisfies (keyof typeof attendance)[];

/** Whether somebody can say that they have read the minutes: once these are as they will be, and once. */
export const isAcknowledgementOpen = (held: {
  readonly status: string;
  readonly kind: MeetingKind;
  readonly acknowledgedAt?: string | null | undefined;
}): boolean => areMinutesFinal(held) && (held.acknowledgedAt ?? null) === null;

/** Whether somebody who was asked can still say that they come, or do not: until it is over, called off or gone through. */
export const isAnswerOpen = (
  {
    status,
    endsAt,
    attendance: said,
  }: { readonly status: string; readonly endsAt: string; readonly attendance: string },
  now: string,
): boolean => isToCome(status) && endsAt > now && answerable.includes(said);

/** What somebody has said who has not come yet, nor stayed away. */
const answerable: readonly string[] = ['asked', 'accepted', 'declined'] satisfies (keyof typeof attendance)[];

/** Counter of the meetings of a year. */
export const meetingCounter = (now: string): string => meetingCounterOf(yearOf(now));

/** What somebody says who calls or moves a meeting. */
export interface MeetingTimes {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Hours that a meeting takes at most: longer is a slip of the date. */
export const mostHours = 12;

type Fault = { readonly name: string; readonly message: string };

/** Why a meeting cannot be at this time; empty when it can. One that was held already may be entered within its school day. */
export function faultsOfTimes({ startsAt, endsAt }: MeetingTimes, now: string): readonly Fault[] {
  const length = Date.parse(endsAt) - Date.parse(startsAt);
  if (length <= 0) return [{ name: 'endsAt', message: 'Choose an end after the beginning.' }];
  if (length > mostHours * 3_600_000) return [{ name: 'endsAt', message: 'Choose an end on the same day.' }];
  return schoolDay(startsAt) < schoolDay(now) ? [{ name: 'startsAt', message: 'Choose today or a later day.' }] : [];
}

/** The cards about a meeting that lie in chats, everybody's or one person's: they tell what is so, and offer what is possible. */
export const cardsAnew = (meeting: string, to = ''): Effect => ({ kind: 'refresh', to, about: meeting });

/** Who is told of a change, each once, and not whoever made it. */
export const toldOf = (kind: string, meeting: string, people: readonly (string | undefined)[], by: string): Effect[] =>
  [...new Set(people)]
    .filter((person): person is string => person !== undefined && person !== by)
    .map((to) => ({ kind, to, about: meeting }));
