import type { Presenting } from '../../../perform/types.ts';
import { schoolDay } from '../../../records/school-day.ts';
import type { MeetingReports, OwnReport, ReportOfPerson } from '../contract.ts';
import type { AskedRow } from '../invitation-queries.ts';
import type { MeetingPersonRow, MeetingRow } from '../queries.ts';
import { areReportsAwaited, isReportToSend, reportDayOf, reportRuleOf, reportStateOf } from './report-rules.ts';

/** What is shown of a report that somebody was asked for. */
export const reportFields = ['reportDueOn', 'reportSentAt', 'reportReceivedOn', 'reportChasedOn'] as const;

/** Where the report stands that somebody was asked for; nothing where they were asked for none. */
export function presentReport(row: MeetingPersonRow, now: string): ReportOfPerson | undefined {
  const state = reportStateOf(row, schoolDay(now));
  if (state === undefined || row.reportDueOn === null) return undefined;
  return {
    ...{ state, dueOn: row.reportDueOn },
    ...(row.reportSentAt !== null && { sentAt: row.reportSentAt }),
    ...(row.reportChasedOn !== null && { chasedOn: row.reportChasedOn }),
    ...(row.reportReceivedOn !== null && { receivedOn: row.reportReceivedOn }),
  };
}

/** The same for whoever was asked. */
export function presentOwnReport(row: AskedRow, { may, now }: Presenting<object>): OwnReport | undefined {
  const state = reportStateOf(row, schoolDay(now));
  if (state === undefined || row.reportDueOn === null) return undefined;
  return {
    ...{ state, dueOn: row.reportDueOn },
    ...(row.reportSentAt !== null && { sentAt: row.reportSentAt }),
    maySay: areReportsAwaited(row, now) && isReportToSend(row) && may('say-report-sent', row),
  };
}

/** What can be done now about the reports to a meeting. */
export function presentReports(row: MeetingRow, { may, now }: Presenting<object>): MeetingReports {
  const of = { ...row, meetingId: row.id };
  return {
    mayAsk: areReportsAwaited(row, now) && may('ask-for-report', of),
    mayRecord: row.status !== 'cancelled' && may('record-report', of),
    ...{ dueOn: reportDayOf(row, schoolDay(now)), rule: reportRuleOf(row.kind) },
  };
}
