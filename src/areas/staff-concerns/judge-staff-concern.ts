import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import type { ChoiceOf } from '../../records/fields.ts';
import { nextNumber, one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { staffNoteCounter } from './counters.ts';
import { faultOf, fieldFault, reasonOf } from './faults.ts';
import { ladoState, staffConcernKind, type staffConcernFields } from './fields.ts';
import { noteOn } from './note-on.ts';
import { staffConcern, type StaffConcern } from './record.ts';

const keysOf = <K extends string>(choices: Readonly<Record<K, string>>, message: string) =>
  z.enum(Object.keys(choices) as [K, ...K[]], message);

const input = z.strictObject({
  concern: z.string(),
  rev: z.int(),
  kind: keysOf(staffConcernKind, 'Choose what it is.'),
  lado: keysOf(ladoState, 'Say whether the LADO knows.'),
  reason: reasonOf('Write the reason.'),
});

interface State {
  readonly subject: StaffConcern | undefined;
  readonly number: number;
}

/**
 * Judges it against the harm threshold, with the reason. What may meet it goes to the LADO within one working day (KCSIE Part four),
 * so it cannot be judged so without saying that the LADO was told or asked.
 */
export const judgeStaffConcern: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'judge-staff-concern',
  input,
  needs: ({ concern: id }) => ({ subject: one(staffConcern, id), number: nextNumber(staffNoteCounter(id)) }),
  decide({ subject, number }, { rev, kind, lado, reason }, context) {
    const problem = faultOf(subject, 'judge-staff-concern', rev);
    if (problem || !subject) return { ok: false, problem: problem ?? { code: 'not-found' } };
    if (kind === 'allegation' && lado === 'not-needed')
      return fieldFault('lado', 'An allegation goes to the LADO within one working day. Call them, then save this.');
    const status: ChoiceOf<typeof staffConcernFields.status> = 'in-action';
    const judged = { status, kind, lado, judgedAt: subject.judgedAt ?? context.now };
    return {
      ok: true,
      change: {
        put: [
          noteOn(subject, number, { what: 'judged', words: reason, kind, lado }, context),
          update(staffConcern, subject, judged),
        ],
        entries: [],
        effects: [],
      },
      answer: null,
    };
  },
};
