import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { nextNumber, one, rows } from '../../records/need.ts';
import { schoolDay } from '../../records/school-day.ts';
import { staffNoteCounter } from './counters.ts';
import { reasonOf } from './faults.ts';
import { managersOf, type Manager } from './who-manages.ts';
import { noteOn } from './note-on.ts';
import { managersAtMatter } from './queries.ts';
import { staffConcern, type StaffConcern } from './record.ts';

const input = z.strictObject({ concern: z.string(), words: reasonOf('Write what you want to add.') });

interface State {
  readonly subject: StaffConcern | undefined;
  readonly managers: readonly Manager[];
  readonly number: number;
}

/** Adds what is known now; what was written before stays as it is. A reporter adds to their own report, and whoever manages it is told. */
export const addStaffNote: UseCase<z.infer<typeof input>, State, { readonly number: number }> = {
  verb: 'add-staff-note',
  input,
  needs: ({ concern: id }, _actor, now) => ({
    subject: one(staffConcern, id),
    managers: rows(managersAtMatter, { id, today: schoolDay(now) }),
    number: nextNumber(staffNoteCounter(id)),
  }),
  decide({ subject, managers, number }, { words }, context) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    const told = managersOf(managers, subject).filter((to) => to !== context.actor.person);
    return {
      ok: true,
      change: {
        put: [noteOn(subject, number, { what: 'note', words }, context)],
        entries: [],
        effects: told.map((to) => ({ kind: 'staff-note-added', to, about: subject.id })),
      },
      answer: { number },
    };
  },
};
