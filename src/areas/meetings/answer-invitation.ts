import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { meeting, meetingPerson, type Meeting, type MeetingPerson } from './record.ts';
import { cardsAnew, isAnswerOpen } from './rules.ts';

const input = z.strictObject({ meeting: z.string(), invitation: z.string(), coming: z.boolean() });

interface State {
  /** How this person was asked: nobody answers for somebody else. */
  readonly subject: MeetingPerson | undefined;
  readonly of: Meeting | undefined;
}

/** Somebody who was asked to a meeting says that they come, or do not; until it is over they may think again. */
export const answerInvitation: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'answer-invitation',
  input,
  needs: ({ meeting: id, invitation }) => ({ subject: one(meetingPerson, invitation), of: one(meeting, id) }),
  decide({ subject, of }, { coming }, { actor, now }) {
    if (!subject || !of || subject.meetingId !== of.id) return { ok: false, problem: { code: 'not-found' } };
    const { status, endsAt } = of;
    const said = coming ? 'accepted' : 'declined';
    if (!isAnswerOpen({ status, endsAt, attendance: subject.attendance }, now) || subject.attendance === said)
      return { ok: false, problem: { code: 'already-done' } };
    return {
      ok: true,
      change: {
        put: [update(meetingPerson, subject, { attendance: said })],
        lane: of.id,
        entries: [],
        effects: [cardsAnew(of.id, actor.person)],
      },
      answer: null,
    };
  },
};
