import { z } from 'zod';
import type { UseCase } from '../../../perform/types.ts';
import { one } from '../../../records/need.ts';
import { update } from '../../../records/patch.ts';
import { schoolDay } from '../../../records/school-day.ts';
import { meeting, type Meeting } from '../record.ts';
import { toldOf } from '../rules.ts';
import { isChaseDue } from './official-rules.ts';

const input = z.strictObject({ meeting: z.string() });

/** Lantern’s own act: whoever called a meeting is told that its official minutes have not come. */
export const chaseOfficialMinutes: UseCase<z.infer<typeof input>, { readonly subject: Meeting | undefined }, null> = {
  verb: 'chase-official-minutes',
  input,
  needs: ({ meeting: id }) => ({ subject: one(meeting, id) }),
  decide({ subject }, _input, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    const today = schoolDay(now);
    if (!isChaseDue(subject, today)) return { ok: false, problem: { code: 'already-done' } };
    const put = [update(meeting, subject, { officialChasedOn: today })];
    const effects = toldOf('official-minutes-due', subject.id, [subject.calledById], actor.person);
    return { ok: true, change: { put, entries: [], effects }, answer: null };
  },
};
