import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { meeting, meetingPerson, type Meeting, type MeetingPerson } from '../record.ts';
import { cardsAnew } from '../rules.ts';

const input = z.strictObject({
  meeting: z.string(),
  invitation: z.string(),
  receivedOn: z.iso.date('Choose a day.'),
});

interface State {
  readonly subject: MeetingPerson | undefined;
  readonly of: Meeting | undefined;
}

/** Says that a report came that was asked for, and on which day; again to put that right. */
export const recordReport: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'record-report',
  input,
  needs: ({ meeting: id, invitation }) => ({ subject: one(meetingPerson, invitation), of: one(meeting, id) }),
  decide({ subject, of }, { receivedOn }, { now }) {
    if (!subject || !of || subject.meetingId !== of.id) return { ok: false, problem: { code: 'not-found' } };
    const { reportDueOn, reportAskedAt, personId } = subject;
    if (reportDueOn === undefined || reportAskedAt === undefined || of.status === 'cancelled')
      return { ok: false, problem: { code: 'already-done' } };
    const message = receivedOn > schoolDay(now) ? 'Choose today or an earlier day.' : undefined;
    if (message) return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'receivedOn', message }] } };
    return {
      ok: true,
      change: {
        put: [update(meetingPerson, subject, { reportReceivedOn: receivedOn })],
        lane: of.id,
        entries: [],
        effects: personId === undefined ? [] : [cardsAnew(of.id, personId)],
      },
      answer: null,
    };
  },
};
