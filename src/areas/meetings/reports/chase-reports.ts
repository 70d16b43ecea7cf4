import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { isTimeToChase } from '../../../records/chase-days.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { meeting, meetingPerson, type Meeting } from '../record.ts';
import { toldOf } from '../rules.ts';
import { reportsAwaited, type AwaitedRow } from './report-queries.ts';
import { areReportsAwaited, reportChaseDay } from './report-rules.ts';

const input = z.strictObject({ meeting: z.string() });

interface State {
  readonly subject: Meeting | undefined;
  readonly awaited: readonly AwaitedRow[];
}

/**
 * Lantern's own act: it reminds of the reports to a meeting whose day for it has come, and notes that it has. Staff are reminded
 * themselves. Of somebody outside, and of whoever says that it is sent, whoever called the meeting is told, once for all of them.
 */
export const chaseReports: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'chase-reports',
  input,
  needs: ({ meeting: id }) => ({ subject: one(meeting, id), awaited: rows(reportsAwaited, { meeting: id }) }),
  decide({ subject, awaited }, _asked, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    const due = awaited.filter((report) => reportChaseDay(report, now) !== undefined);
    if (!isTimeToChase(now) || !areReportsAwaited(subject, now) || due.length === 0)
      return { ok: false, problem: { code: 'already-done' } };
    const own = due.filter(({ personId, reportSentAt }) => personId !== null && reportSentAt === null);
    const staff = own.map(({ personId }) => personId ?? undefined);
    const caller = due.length > own.length ? [subject.calledById] : [];
    const values = { reportChasedOn: schoolDay(now) };
    return {
      ok: true,
      change: {
        put: due.map(({ id, rev }) => ({ kind: 'update', type: meetingPerson, id, rev, values })),
        entries: [],
        effects: [
          ...toldOf('report-due', subject.id, staff, actor.person),
          ...toldOf('reports-awaited', subject.id, caller, actor.person),
        ],
      },
      answer: null,
    };
  },
};
