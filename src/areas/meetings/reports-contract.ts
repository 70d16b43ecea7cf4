import type { ReportRule } from './kinds.ts';

/** Where a report stands that was asked for. */
export type ReportState = 'awaited' | 'overdue' | 'in-time' | 'late';

export interface ReportOfPerson {
  readonly state: ReportState;
  /** `YYYY-MM-DD`. */
  readonly dueOn: string;
  /** When they said that they had sent it; it is awaited until somebody says that it came. */
  readonly sentAt?: string;
  /** `YYYY-MM-DD`: when somebody was last reminded. */
  readonly chasedOn?: string;
  /** `YYYY-MM-DD`. */
  readonly receivedOn?: string;
}

/** A report that one was asked for oneself. */
export interface OwnReport extends Pick<ReportOfPerson, 'state' | 'dueOn' | 'sentAt'> {
  /** Whether one can say now that one has sent it. */
  readonly maySay: boolean;
}

/** What can be done about the reports to a meeting. */
export interface MeetingReports {
  readonly mayAsk: boolean;
  readonly mayRecord: boolean;
  /** `YYYY-MM-DD`: by when one that is asked for now should be there. */
  readonly dueOn: string;
  /** Whence that day comes. */
  readonly rule: ReportRule;
}

export interface AskForReportRequest {
  readonly form: string;
  /** Id of `MeetingPersonItem`. */
  readonly invitation: string;
  /** `YYYY-MM-DD`; by the rule of the meeting’s kind where it is not said. */
  readonly dueOn?: string;
}
export interface WithdrawReportRequest {
  readonly form: string;
  readonly invitation: string;
}
export interface RecordReportRequest {
  readonly form: string;
  readonly invitation: string;
  /** `YYYY-MM-DD`. */
  readonly receivedOn: string;
}
export interface ReportSentRequest {
  readonly form: string;
  /** Of `AskedMeeting`. */
  readonly invitation: string;
}
