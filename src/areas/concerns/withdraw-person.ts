import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { personFields } from './fields.ts';
import { othersNamed, standing } from './others-named.ts';
import { personsOfConcern, type PersonRow } from './person-queries.ts';
import { concern, concernPerson, type Concern, type ConcernPerson } from './record.ts';

const input = z.strictObject({
  concern: z.string(),
  person: z.string(),
  reason: z
    .string()
    .trim()
    .min(1, 'Write why. What was recorded stays readable beside it.')
    .max(personFields.withdrawnReason.max),
});

interface State {
  readonly subject: Concern | undefined;
  readonly person: ConcernPerson | undefined;
  readonly persons: readonly PersonRow[];
}

/** Takes somebody out of a concern again. The row stays, marked, with who did it and why: nothing is deleted. */
export const withdrawPerson: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'withdraw-person',
  input,
  needs: ({ concern: id, person }) => ({
    subject: one(concern, id),
    person: one(concernPerson, person),
    persons: rows(personsOfConcern, { id }),
  }),
  decide({ subject, person, persons }, { reason }, { actor, now }) {
    if (!subject || person?.concernId !== subject.id || person.school !== subject.school)
      return { ok: false, problem: { code: 'not-found' } };
    if (person.withdrawnAt !== undefined) return { ok: false, problem: { code: 'already-done' } };
    const by = { withdrawnAt: now, withdrawnById: actor.person, withdrawnByName: actor.name, withdrawnReason: reason };
    const left = standing(persons).filter(({ id }) => id !== person.id);
    const put = [
      update(concernPerson, person, by),
      // The concern is written too, so that two people who act on it at once do so one after the other.
      update(concern, subject, othersNamed(left, subject.childId)),
    ];
    const effects = [{ kind: 'refresh', to: '', about: subject.id }];
    const entries = [{ about: subject.id, what: 'person-taken-off' }];
    return { ok: true, change: { put, entries, effects }, answer: null };
  },
};
