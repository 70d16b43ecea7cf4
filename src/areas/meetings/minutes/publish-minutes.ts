import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { meetingKinds } from '../kinds.ts';
import { peopleOfMeeting, type MeetingPersonRow } from '../queries.ts';
import { meeting, type Meeting } from '../record.ts';
import { isMeetingActOpen, toldOf } from '../rules.ts';

const input = z.strictObject({ meeting: z.string(), rev: z.int() });

interface State {
  readonly subject: Meeting | undefined;
  readonly people: readonly Pick<MeetingPersonRow, 'invitedAs' | 'personId'>[];
}

/** Says that agreed minutes may go to whom they are for, and tells those of the staff who were asked. What a kind keeps from every channel is never published. */
export const publishMinutes: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'publish-minutes',
  input,
  needs: ({ meeting: id }) => ({ subject: one(meeting, id), people: rows(peopleOfMeeting, { meeting: id }) }),
  decide({ subject, people }, { rev }, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'publish-minutes')) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (!meetingKinds[subject.kind].toChannel) {
      const message = 'Minutes of a meeting of this kind stay with those who were there.';
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'meeting', message }] } };
    }
    const put = update(meeting, subject, { status: 'minutes-published', publishedAt: now });
    const told = people.map(({ personId }) => personId ?? undefined);
    const effects = toldOf('minutes-circulated', subject.id, told, actor.person);
    return { ok: true, change: { put: [put], entries: [], effects }, answer: null };
  },
};
