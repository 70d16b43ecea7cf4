import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { meeting, type Meeting } from '../record.ts';
import { isMeetingActOpen, isOfOtherBody } from '../rules.ts';

const input = z.strictObject({ meeting: z.string(), rev: z.int(), dueOn: z.iso.date('Choose a day.') });

/** Says by when the minutes of the body that held a meeting are expected, where its kind has no rule or that body has said otherwise. */
export const expectOfficialMinutes: UseCase<z.infer<typeof input>, { readonly subject: Meeting | undefined }, null> = {
  verb: 'expect-official-minutes',
  input,
  needs: ({ meeting: id }) => ({ subject: one(meeting, id) }),
  decide({ subject }, { rev, dueOn }, { now }) {
    if (!subject || !isOfOtherBody(subject.kind)) return { ok: false, problem: { code: 'not-found' } };
    if (!isMeetingActOpen(subject.status, 'expect-official-minutes') || subject.officialReceivedOn !== undefined)
      return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (dueOn < schoolDay(now)) {
      const message = 'Choose today or a later day.';
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'dueOn', message }] } };
    }
    const put = [update(meeting, subject, { officialDueOn: dueOn, officialDueBy: 'person' })];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: null };
  },
};
