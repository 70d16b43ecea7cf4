import type { Effect } from '../../perform/types.ts';
import { patient } from '../../ports/outbox.ts';
import { schoolDay } from '../../records/school-day.ts';
import type { briefingAudience, receiptState } from './fields.ts';

export type Audience = keyof typeof briefingAudience;
export type ReceiptState = keyof typeof receiptState;

/** People in one act: what is noted of it in the journal has to find room in one column of a list. */
export const mostAsked = 1_000;
/** A day further away than this is a slip of the year. */
const mostDays = 366;

/**
 * Messages that begin in one second. Teams takes 50 requests a second of an app in a tenant (learn.microsoft.com, "Optimize your
 * bot with rate limiting in Teams"); the rest is left to alerts, which wait for no briefing.
 */
export const perSecond = 10;

/** The same messages, some each second. */
export const spread = (effects: readonly Effect[]): readonly Effect[] =>
  effects.map((effect, i) => (i < perSecond ? effect : { ...effect, after: Math.floor(i / perSecond) }));

/** Rows of a briefing are filed one after the other, and let each concern pass. */
export const laneOf = (briefing: string): string => `${patient}${briefing}`;

/** Whether it can still be read, confirmed, chased and withdrawn. */
export const isOut = ({ status }: { readonly status: string }): boolean => status === 'sent';

/** Whether who has not read it can be reminded: nobody was asked or reminded today, by the school’s calendar. */
export const mayChaseToday = (
  { sentAt, chasedAt }: { readonly sentAt: string; readonly chasedAt?: string | null },
  now: string,
): boolean => schoolDay(chasedAt ?? sentAt) < schoolDay(now);

/** Somebody on the staff list who can sign in. */
export interface Colleague {
  readonly personId: string;
  readonly name: string;
  /** Whether Lantern has a chat with them. */
  readonly chat: boolean;
}

/** Who is asked, each once and not whoever sends it; undefined where a name is of nobody on the list. */
export function whoIsAsked(
  asked: { readonly audience: Audience; readonly roles: readonly string[]; readonly people: readonly string[] },
  staff: readonly Colleague[],
  held: readonly { readonly personId: string; readonly role: string }[],
  sender: string,
): readonly Colleague[] | undefined {
  const byId = new Map(staff.map((one) => [one.personId, one] as const));
  if (asked.audience === 'people' && asked.people.some((person) => !byId.has(person))) return undefined;
  const holders = new Set(held.filter(({ role }) => asked.roles.includes(role)).map(({ personId }) => personId));
  const named = new Set(asked.people);
  const isAsked = ({ personId }: Colleague) =>
    asked.audience === 'everybody' ||
    (asked.audience !== 'channels' && (asked.audience === 'roles' ? holders : named).has(personId));
  return [...byId.values()].filter((one) => one.personId !== sender && isAsked(one));
}

type Fault = { readonly name: string; readonly message: string };

/** Why a day cannot be that by which something is read or looked at; empty when it can. @param day `YYYY-MM-DD` */
export function faultsOfDay(name: string, day: string, now: string, most = mostDays): readonly Fault[] {
  const today = schoolDay(now);
  if (day < today) return [{ name, message: 'Choose today or a later day.' }];
  const days = (Date.parse(day) - Date.parse(today)) / 86_400_000;
  return days > most ? [{ name, message: 'This day is too far away. Look at the year again.' }] : [];
}

/** What is known of how a briefing came to one person. */
export interface Reached {
  readonly readAt: string | null;
  readonly openedAt: string | null;
  readonly delivered: boolean;
  readonly chat: boolean;
  readonly present: boolean;
}

/** How far a briefing has come with one person. What they said themselves stands before what Teams says. */
export function stateOf({ readAt, openedAt, delivered, chat, present }: Reached): ReceiptState {
  if (readAt !== null) return 'read';
  if (!present) return 'left';
  if (openedAt !== null) return 'opened';
  if (delivered) return 'delivered';
  return chat ? 'on-its-way' : 'unreachable';
}
