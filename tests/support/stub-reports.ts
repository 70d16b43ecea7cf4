import type { Express, Request } from 'express';
import {
  meetingPaths as paths,
  type AskForReportRequest,
  type MeetingListItem,
  type MeetingPersonItem,
  type MeetingReports,
  type RecordReportRequest,
  type ReportOfPerson,
  type ReportSentRequest,
  type WithdrawReportRequest,
} from '../../src/areas/meetings/contract.ts';
import { reportDayOf, reportRuleOf, reportStateOf } from '../../src/areas/meetings/reports/report-rules.ts';

const today = '2026-12-10';

/** Reports to meetings from memory, by the rules by which Lantern says where each stands. @param sent called with whose own was said to be sent */
export function serveStubReports(app: Express, sent: (invitation: string) => void) {
  const held = new Map<string, ReportOfPerson | undefined>([
    ['mp1', { state: 'overdue', dueOn: '2026-12-08', chasedOn: '2026-12-09' }],
    ['mp2', { state: 'late', dueOn: '2026-12-07', receivedOn: '2026-12-08' }],
  ]);
  app.post(paths.askForReport, (request: Request, response) => {
    const { invitation, dueOn = today } = request.body as AskForReportRequest;
    if (dueOn < today) {
      const fields = [{ name: 'dueOn', message: 'Choose today or a later day.' }];
      return void response.status(400).json({ code: 'invalid-input', message: 'Look again.', fields });
    }
    held.set(invitation, { state: 'awaited', dueOn });
    return void response.json(null);
  });
  app.post(paths.withdrawReport, (request: Request, response) => {
    held.set((request.body as WithdrawReportRequest).invitation, undefined);
    response.json(null);
  });
  app.post(paths.recordReport, (request: Request, response) => {
    const { invitation, receivedOn } = request.body as RecordReportRequest;
    const dueOn = held.get(invitation)?.dueOn ?? today;
    const state = reportStateOf({ reportDueOn: dueOn, reportReceivedOn: receivedOn }, today) ?? 'awaited';
    held.set(invitation, { state, dueOn, receivedOn });
    response.json(null);
  });
  app.post(paths.reportSent, (request: Request, response) => {
    sent((request.body as ReportSentRequest).invitation);
    response.json(null);
  });
  return {
    of: ({ report, ...person }: MeetingPersonItem): MeetingPersonItem => {
      const now = held.has(person.id) ? held.get(person.id) : report;
      return { ...person, ...(now && { report: now }) };
    },
    reports: (meeting: MeetingListItem, may: boolean): MeetingReports => ({
      ...{ mayAsk: may, mayRecord: meeting.status !== 'cancelled' },
      ...{ dueOn: reportDayOf(meeting, today), rule: reportRuleOf(meeting.kind) },
    }),
  };
}
