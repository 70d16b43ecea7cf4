import type { Invitation, OwnReport } from '../../src/areas/meetings/contract.ts';
import { meetingKind } from '../../src/areas/meetings/fields.ts';
import type { Card } from '../../src/ports/card.ts';
import { card } from '../cards/card.ts';
import { schoolDate } from '../cards/school-date.ts';
import { atSchool, facts, heading, line } from '../cards/text.ts';

export interface ReportView {
  readonly invitation: Invitation;
  readonly report: OwnReport;
  /** Whether it is a reminder. */
  readonly again: boolean;
  readonly sent: Readonly<Record<string, unknown>>;
  readonly link: string;
}

const came = (state: OwnReport['state']) => state === 'in-time' || state === 'late';

function titleOf({ state, sentAt }: OwnReport, again: boolean): string {
  if (came(state)) return 'Your report has come';
  if (sentAt !== undefined) return 'You have said that your report is sent';
  if (state === 'overdue') return 'Your report is overdue';
  return again ? 'Your report is due soon' : 'You are asked for a report';
}

/** Asks a member of staff for a report to a meeting, or reminds them of it. Nobody whom the meeting is about. */
export function reportCard({ invitation, report, again, sent, link }: ReportView): Card {
  const { kind, startsAt, ref, calledByName } = invitation;
  return card(
    [
      {
        type: 'Container',
        style: report.state === 'overdue' && report.sentAt === undefined ? 'warning' : 'accent',
        items: [heading(titleOf(report, again))],
      },
      facts([
        ['By', schoolDate(report.dueOn)],
        ['To', meetingKind[kind]],
        ['When', atSchool(startsAt)],
        ['Called by', calledByName],
        ['Meeting', ref],
      ]),
      ...(report.maySay
        ? [line('Hand it to whoever called the meeting, or put it into the file. Please write nothing of it here.')]
        : []),
    ],
    [
      ...(report.maySay
        ? [
            {
              ...({ type: 'Action.Execute', title: 'I have sent it', verb: 'report-sent', data: sent } as const),
              ...({ associatedInputs: 'none', style: 'positive' } as const),
            },
          ]
        : []),
      { type: 'Action.OpenUrl', title: 'Open in Lantern', url: link },
    ],
  );
}
