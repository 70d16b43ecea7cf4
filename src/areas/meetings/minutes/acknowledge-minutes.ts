import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { invitationTo, type AskedRow } from '../invitation-queries.ts';
import { papersSince } from '../laid/paper-rules.ts';
import { meeting, meetingPerson, type Meeting, type MeetingPerson } from '../record.ts';
import { cardsAnew, isAcknowledgementOpen } from '../rules.ts';

const input = z.strictObject({ meeting: z.string(), invitation: z.string() });

interface State {
  /** How this person was asked to the meeting: nobody says it for somebody else. */
  readonly subject: MeetingPerson | undefined;
  readonly of: Meeting | undefined;
  /** Their place among those who were asked, as it is now. */
  readonly places: readonly AskedRow[];
}

/** Somebody of the staff who was there, or sent apologies, says that they have read them. It is said once, and never taken back. */
export const acknowledgeMinutes: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'acknowledge-minutes',
  input,
  needs: ({ meeting: id, invitation }, { person }, now) => ({
    subject: one(meetingPerson, invitation),
    of: one(meeting, id),
    places: rows(invitationTo, { meeting: id, person, since: papersSince(now) }),
  }),
  decide({ subject, of, places }, _asked, { actor, now }) {
    // Whoever was taken off since, or is kept from something that it spoke of, has not read them.
    const place = places.find(({ id }) => id === subject?.id);
    if (!subject || !of || subject.meetingId !== of.id || !place || Number(place.kept) > 0)
      return { ok: false, problem: { code: 'not-found' } };
    const { status, kind } = of;
    if (!isAcknowledgementOpen({ status, kind, acknowledgedAt: subject.acknowledgedAt }))
      return { ok: false, problem: { code: 'already-done' } };
    const put = update(meetingPerson, subject, { acknowledgedAt: now });
    return {
      ok: true,
      change: { put: [put], lane: of.id, entries: [], effects: [cardsAnew(of.id, actor.person)] },
      answer: null,
    };
  },
};
