import { schoolDay } from '../../../records/school-day.ts';
import { workingDaysAfter } from '../../../records/working-days.ts';
import type { OfficialMinutes, OfficialStep } from '../contract.ts';
import { meetingKinds } from '../kinds.ts';
import { isMeetingActOpen, isOfOtherBody, type MeetingKind } from '../rules.ts';

/** What a meeting’s record says of the other body’s own minutes; from the store what is not there is null. */
export interface OfficialFacts {
  readonly kind: MeetingKind;
  readonly status: string;
  readonly officialDueOn?: string | null;
  readonly officialReceivedOn?: string | null;
  readonly officialCheck?: OfficialMinutes['check'] | null;
  readonly inaccuraciesSentOn?: string | null;
}

/** When the minutes of a meeting are due by the rule of its kind; nothing where the kind has none, and a person says it. */
export function officialDueOf({ kind, startsAt }: { readonly kind: MeetingKind; readonly startsAt: string }) {
  const { official } = meetingKinds[kind];
  return official && workingDaysAfter(schoolDay(startsAt), official.workingDays);
}

/** What has to be done next about the official minutes of a meeting; nothing of one that the school holds, or that was not held. */
export function officialStepOf(said: OfficialFacts, today: string): OfficialStep | undefined {
  if (!isOfOtherBody(said.kind) || !isMeetingActOpen(said.status, 'record-official-minutes')) return undefined;
  if (said.officialReceivedOn) {
    if (said.officialCheck === 'accurate') return 'done';
    if (said.officialCheck !== 'inaccurate') return 'check';
    return said.inaccuraciesSentOn ? 'done' : 'send';
  }
  if (!said.officialDueOn) return 'say-when';
  return said.officialDueOn < today ? 'chase' : 'wait';
}

/** Days after which it is said again that they have not come. */
const chaseEvery = 7;

/** The last day on which it must have been said for it not to be said again. */
export const chasedBefore = (today: string): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - chaseEvery * 86_400_000).toISOString().slice(0, 10);

/** Whether it is to be said that they have not come: the day after they are due, then weekly; a later day that somebody sets begins anew. */
export function isChaseDue(
  said: OfficialFacts & { readonly officialChasedOn?: string | null },
  today: string,
): boolean {
  const { officialDueOn: due, officialChasedOn: chased } = said;
  if (officialStepOf(said, today) !== 'chase' || !due) return false;
  return !chased || chased <= due || chased <= chasedBefore(today);
}
