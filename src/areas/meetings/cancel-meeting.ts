import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { inLane, update } from '../../records/patch.ts';
import { meetingFields } from './fields.ts';
import { peopleOfMeeting, type MeetingPersonRow } from './queries.ts';
import { meeting, type Meeting } from './record.ts';
import { cardsAnew, isMeetingActOpen, toldOf } from './rules.ts';
import { laterOfSeries, type LaterMeeting } from './series-queries.ts';

const input = z.strictObject({
  meeting: z.string(),
  rev: z.int(),
  reason: z.string().trim().min(1, 'Write why it is cancelled.').max(meetingFields.reason.max),
  /** Those of the series that are to come after it, too. */
  andLater: z.exactOptional(z.boolean()),
});

interface State {
  readonly subject: Meeting | undefined;
  readonly people: readonly Pick<MeetingPersonRow, 'personId'>[];
  readonly later: readonly Pick<LaterMeeting, 'id' | 'rev'>[];
}

/**
 * Cancels a meeting that is to come, or it and all of its series after it. Their rows stay, with the reason. Whoever was asked gets one
 * notice, of the first of them; cards about the others change.
 */
export const cancelMeeting: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'cancel-meeting',
  input,
  needs: ({ meeting: id }) => ({
    subject: one(meeting, id),
    people: rows(peopleOfMeeting, { meeting: id }),
    later: rows(laterOfSeries, { meeting: id }),
  }),
  decide({ subject, people, later }, { rev, reason, andLater = false }, { actor }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'cancel-meeting')) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const told = people.map(({ personId }) => personId ?? undefined);
    const all = andLater ? later : [];
    const cancelled = { status: 'cancelled', reason } as const;
    return {
      ok: true,
      change: {
        put: [
          update(meeting, subject, cancelled),
          ...all.map(({ id, rev }) => inLane(id, { kind: 'update', type: meeting, id, rev, values: cancelled })),
        ],
        entries: [],
        effects: [
          ...toldOf('meeting-cancelled', subject.id, told, actor.person),
          ...[subject, ...all].map(({ id }) => cardsAnew(id)),
        ],
      },
      answer: null,
    };
  },
};
