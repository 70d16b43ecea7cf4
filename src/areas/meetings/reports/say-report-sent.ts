import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { meeting, meetingPerson, type Meeting, type MeetingPerson } from '../record.ts';
import { cardsAnew, toldOf } from '../rules.ts';
import { areReportsAwaited, isReportToSend } from './report-rules.ts';

const input = z.strictObject({ meeting: z.string(), invitation: z.string() });

interface State {
  readonly subject: MeetingPerson | undefined;
  readonly of: Meeting | undefined;
}

/**
 * Somebody says that they have sent the report they were asked for: they are reminded no more. It is awaited all the same until
 * somebody says that it came, and whoever called the meeting is told to look for it.
 */
export const sayReportSent: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'say-report-sent',
  input,
  needs: ({ meeting: id, invitation }) => ({ subject: one(meetingPerson, invitation), of: one(meeting, id) }),
  decide({ subject, of }, _asked, { actor, now }) {
    if (!subject || !of || subject.meetingId !== of.id) return { ok: false, problem: { code: 'not-found' } };
    if (!areReportsAwaited(of, now) || !isReportToSend(subject))
      return { ok: false, problem: { code: 'already-done' } };
    return {
      ok: true,
      change: {
        put: [update(meetingPerson, subject, { reportSentAt: now })],
        lane: of.id,
        entries: [],
        effects: [...toldOf('reports-awaited', of.id, [of.calledById], actor.person), cardsAnew(of.id, actor.person)],
      },
      answer: null,
    };
  },
};
