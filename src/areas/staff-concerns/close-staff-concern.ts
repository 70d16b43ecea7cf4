import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { nextNumber, one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { staffNoteCounter } from './counters.ts';
import { faultOf, fieldFault, reasonOf } from './faults.ts';
import { allegationOutcome } from './fields.ts';
import { noteOn } from './note-on.ts';
import { staffConcern, type StaffConcern } from './record.ts';

const outcomes = Object.keys(allegationOutcome) as [keyof typeof allegationOutcome];
const input = z.strictObject({
  concern: z.string(),
  rev: z.int(),
  outcome: z.enum(outcomes, 'Choose the outcome.'),
  reason: reasonOf('Write how it ended and why.'),
});

interface State {
  readonly subject: StaffConcern | undefined;
  readonly number: number;
}

/** Closes it with its outcome. An allegation has one of the five of KCSIE Part four, a low-level concern is recorded as such. */
export const closeStaffConcern: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'close-staff-concern',
  input,
  needs: ({ concern: id }) => ({ subject: one(staffConcern, id), number: nextNumber(staffNoteCounter(id)) }),
  decide({ subject, number }, { rev, outcome, reason }, context) {
    const problem = faultOf(subject, 'close-staff-concern', rev);
    if (problem || !subject) return { ok: false, problem: problem ?? { code: 'not-found' } };
    if (subject.kind === 'allegation' && outcome === 'low-level-recorded')
      return fieldFault('outcome', 'An allegation ends with one of the five outcomes. Judge it anew if it is none.');
    return {
      ok: true,
      change: {
        put: [
          noteOn(subject, number, { what: 'closed', words: reason, outcome }, context),
          update(staffConcern, subject, { status: 'closed', outcome, closedAt: context.now }),
        ],
        entries: [],
        effects: [],
      },
      answer: null,
    };
  },
};
