import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one, rows } from '../../../records/need.ts';
import { update, type RecordPatch } from '../../../records/patch.ts';
import type { attendance } from '../fields.ts';
import { peopleOfMeeting, type MeetingPersonRow } from '../queries.ts';
import { meeting, meetingPerson, type Meeting } from '../record.ts';
import { officialDueOf } from '../official/official-rules.ts';
import { isDayOf, isMeetingActOpen, isToCome } from '../rules.ts';

const came = z.strictObject({
  id: z.string(),
  attendance: z.enum(['attended', 'apologies', 'absent'] satisfies (keyof typeof attendance)[]),
});
const input = z.strictObject({ meeting: z.string(), rev: z.int(), attendance: z.array(came).max(200) });

interface State {
  readonly subject: Meeting | undefined;
  readonly people: readonly Pick<MeetingPersonRow, 'id' | 'rev' | 'attendance'>[];
}

/** Says that a meeting was held, and who came; until its minutes are agreed it can be said again who was there. */
export const holdMeeting: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'hold-meeting',
  input,
  needs: ({ meeting: id }) => ({ subject: one(meeting, id), people: rows(peopleOfMeeting, { meeting: id }) }),
  decide({ subject, people }, asked, { now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'hold-meeting')) return { ok: false, problem: { code: 'already-done' } };
    if (asked.rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const fault = (name: string, message: string) => ({
      ok: false as const,
      problem: { code: 'invalid-input' as const, fields: [{ name, message }] },
    });
    if (!isDayOf(subject, now))
      return fault('meeting', 'This meeting is on a later day. Move it first, if it was held already.');
    const said = new Map(asked.attendance.map((one) => [one.id, one.attendance]));
    if (![...said.keys()].every((id) => people.some((person) => person.id === id)))
      return fault('attendance', 'Choose people who were asked to this meeting.');
    const changed = people.flatMap(({ id, rev, attendance: before }): readonly RecordPatch[] => {
      const now = said.get(id) ?? before;
      return now === before ? [] : [{ kind: 'update', type: meetingPerson, id, rev, values: { attendance: now } }];
    });
    const officialDueOn = officialDueOf(subject);
    const heldNow = {
      ...({ status: 'held', heldAt: now } as const),
      ...(officialDueOn !== undefined && { officialDueOn, officialDueBy: 'rule' as const }),
    };
    return {
      ok: true,
      change: {
        put: [...(isToCome(subject.status) ? [update(meeting, subject, heldNow)] : []), ...changed],
        entries: [],
        effects: [],
      },
      answer: null,
    };
  },
};
