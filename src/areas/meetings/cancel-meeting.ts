import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { meetingFields } from './fields.ts';
import { peopleOfMeeting, type MeetingPersonRow } from './queries.ts';
import { meeting, type Meeting } from './record.ts';
import { cardsAnew, isMeetingActOpen, toldOf } from './rules.ts';

const input = z.strictObject({
  meeting: z.string(),
  rev: z.int(),
  reason: z.string().trim().min(1, 'Write why it is cancelled.').max(meetingFields.reason.max),
});

interface State {
  readonly subject: Meeting | undefined;
  readonly people: readonly Pick<MeetingPersonRow, 'personId'>[];
}

/** Cancels a meeting that is to come. Its row stays, with the reason. */
export const cancelMeeting: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'cancel-meeting',
  input,
  needs: ({ meeting: id }) => ({ subject: one(meeting, id), people: rows(peopleOfMeeting, { meeting: id }) }),
  decide({ subject, people }, { rev, reason }, { actor }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'cancel-meeting')) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const told = people.map(({ personId }) => personId ?? undefined);
    return {
      ok: true,
      change: {
        put: [update(meeting, subject, { status: 'cancelled', reason })],
        entries: [],
        effects: [...toldOf('meeting-cancelled', subject.id, told, actor.person), cardsAnew(subject.id)],
      },
      answer: null,
    };
  },
};
