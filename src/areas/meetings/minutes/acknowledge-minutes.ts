import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { meeting, meetingPerson, type Meeting, type MeetingPerson } from '../record.ts';
import { cardsAnew, isAcknowledgementOpen } from '../rules.ts';

const input = z.strictObject({ meeting: z.string(), invitation: z.string() });

interface State {
  /** How this person was asked to the meeting: nobody says it for somebody else. */
  readonly subject: MeetingPerson | undefined;
  readonly of: Meeting | undefined;
}

/** Somebody of the staff to whom the minutes went says that they have read them. It is said once, and never taken back. */
export const acknowledgeMinutes: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'acknowledge-minutes',
  input,
  needs: ({ meeting: id, invitation }) => ({ subject: one(meetingPerson, invitation), of: one(meeting, id) }),
  decide({ subject, of }, _asked, { actor, now }) {
    if (!subject || !of || subject.meetingId !== of.id) return { ok: false, problem: { code: 'not-found' } };
    const { status } = of;
    if (!isAcknowledgementOpen({ status, acknowledgedAt: subject.acknowledgedAt }))
      return { ok: false, problem: { code: 'already-done' } };
    const put = update(meetingPerson, subject, { acknowledgedAt: now });
    return {
      ok: true,
      change: { put: [put], lane: of.id, entries: [], effects: [cardsAnew(of.id, actor.person)] },
      answer: null,
    };
  },
};
