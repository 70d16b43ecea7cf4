import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { meeting, meetingPerson, type Meeting, type MeetingPerson } from '../record.ts';
import { cardsAnew } from '../rules.ts';
import { noReport } from './report-rules.ts';

const input = z.strictObject({ meeting: z.string(), invitation: z.string() });

interface State {
  readonly subject: MeetingPerson | undefined;
  readonly of: Meeting | undefined;
}

/** Asks somebody no more for a report that has not come; nobody is reminded of it again. */
export const withdrawReportRequest: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'withdraw-report-request',
  input,
  needs: ({ meeting: id, invitation }) => ({ subject: one(meetingPerson, invitation), of: one(meeting, id) }),
  decide({ subject, of }) {
    if (!subject || !of || subject.meetingId !== of.id) return { ok: false, problem: { code: 'not-found' } };
    if (subject.reportDueOn === undefined || subject.reportReceivedOn !== undefined)
      return { ok: false, problem: { code: 'already-done' } };
    const { id, rev, personId } = subject;
    return {
      ok: true,
      change: {
        put: [{ kind: 'update', type: meetingPerson, id, rev, values: noReport }],
        lane: of.id,
        entries: [],
        // The card that asked for it says so no more.
        effects: personId === undefined ? [] : [cardsAnew(of.id, personId)],
      },
      answer: null,
    };
  },
};
