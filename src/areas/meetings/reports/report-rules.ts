import { schoolDay } from '../../../records/school-day.ts';
import { workingDaysBefore } from '../../../records/working-days.ts';
import { chaseDay } from '../../../records/chase-days.ts';
import type { ReportState } from '../contract.ts';
import type { invitedAs } from '../fields.ts';
import { meetingKinds, usualReport, type ReportRule } from '../kinds.ts';
import { isToCome, type MeetingKind } from '../rules.ts';

/** What is known of a report; from the store what is not there is null. */
export interface ReportFacts {
  readonly reportDueOn?: string | null;
  readonly reportAskedAt?: string | null;
  readonly reportSentAt?: string | null;
  readonly reportReceivedOn?: string | null;
  readonly reportChasedOn?: string | null;
}

/** The fields of a report that nobody asks for any more. */
export const noReport = {
  ...{ reportDueOn: null, reportAskedAt: null, reportSentAt: null },
  ...{ reportReceivedOn: null, reportChasedOn: null },
} as const;

/** From when reports to a meeting should be there. */
export const reportRuleOf = (kind: MeetingKind): ReportRule => meetingKinds[kind].report ?? usualReport;

/**
 * By when a report to a meeting should be there that is asked for now: by the rule of its kind, or today where that day is gone.
 * @returns `YYYY-MM-DD`
 */
export function reportDayOf(
  { kind, startsAt }: { readonly kind: MeetingKind; readonly startsAt: string },
  today: string,
): string {
  const day = workingDaysBefore(schoolDay(startsAt), reportRuleOf(kind).workingDays);
  return day < today ? today : day;
}

/** Whether anybody still waits for reports to a meeting: it is to come, and not over. */
export const areReportsAwaited = (
  { status, endsAt }: { readonly status: string; readonly endsAt: string },
  now: string,
): boolean => isToCome(status) && endsAt > now;

/** Whether somebody can be asked for a report: a family says what it has to say itself. */
export const writesReports = (as: keyof typeof invitedAs): boolean => as === 'staff' || as === 'professional';

/** Where a report stands; nothing where none was asked for. */
export function reportStateOf(
  { reportDueOn: dueOn, reportReceivedOn: receivedOn }: ReportFacts,
  today: string,
): ReportState | undefined {
  if (!dueOn) return undefined;
  if (receivedOn) return receivedOn <= dueOn ? 'in-time' : 'late';
  return dueOn < today ? 'overdue' : 'awaited';
}

/** The day whose reminder of a report is to go out now (`chaseDay`); none for one that has come. */
export function reportChaseDay(said: ReportFacts, now: string): string | undefined {
  const { reportDueOn: dueOn, reportAskedAt: createdAt, reportChasedOn: chasedOn } = said;
  if (!dueOn || !createdAt || said.reportReceivedOn) return undefined;
  return chaseDay({ dueOn, createdAt, chasedOn }, now);
}

/** Whether somebody can say that they have sent their report: it was asked for, has not come, and they have not said so. */
export const isReportToSend = (said: ReportFacts): boolean =>
  Boolean(said.reportDueOn) && !said.reportReceivedOn && !said.reportSentAt;
