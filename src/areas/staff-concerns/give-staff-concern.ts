import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { nextNumber, one, rows } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { staffOfPerson } from '../people/queries.ts';
import { staffNoteCounter } from './counters.ts';
import { faultOf, fieldFault, reasonOf } from './faults.ts';
import { noteOn } from './note-on.ts';
import { staffConcern, type StaffConcern } from './record.ts';

const input = z.strictObject({
  concern: z.string(),
  rev: z.int(),
  person: z.string().min(1, 'Choose somebody.'),
  reason: reasonOf('Write why they are given it.'),
});

interface State {
  readonly subject: StaffConcern | undefined;
  readonly staff: readonly { readonly school: string; readonly name: string }[];
  readonly number: number;
}

/** Gives somebody this one matter, and nothing else of its kind. Whoever had it before has it no longer. */
export const giveStaffConcern: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'give-staff-concern',
  input,
  needs: ({ concern: id, person }) => ({
    subject: one(staffConcern, id),
    staff: rows(staffOfPerson, { person }),
    number: nextNumber(staffNoteCounter(id)),
  }),
  decide({ subject, staff, number }, { rev, person, reason }, context) {
    const problem = faultOf(subject, 'give-staff-concern', rev);
    if (problem || !subject) return { ok: false, problem: problem ?? { code: 'not-found' } };
    const somebody = staff.find(({ school }) => school === subject.school);
    if (!somebody) return fieldFault('person', 'Choose somebody who is on this school’s staff list.');
    if (person === subject.subjectId) return fieldFault('person', 'It is about them, so they cannot manage it.');
    if (person === subject.caseManagerId) return { ok: false, problem: { code: 'already-done' } };
    const words = `${somebody.name}\n${reason}`;
    return {
      ok: true,
      change: {
        put: [
          noteOn(subject, number, { what: 'case-manager', words }, context),
          update(staffConcern, subject, { caseManagerId: person, caseManagerName: somebody.name }),
        ],
        entries: [],
        effects: [{ kind: 'staff-concern-reported', to: person, about: subject.id }],
      },
      answer: null,
    };
  },
};
