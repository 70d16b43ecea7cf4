import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { nextNumber, one, rows } from '../../records/need.ts';
import { schoolDay } from '../../records/school-day.ts';
import { concern, type Concern } from '../concerns/record.ts';
import { keptFromConcern } from '../need-to-know/queries.ts';
import { rolesOfPerson, staffOfPerson } from '../people/queries.ts';
import { actionCounter, actionOrder, faultsOfOrder, newAction, type ActionOwner } from './rules.ts';

const input = z.strictObject({ concern: z.string(), ...actionOrder.shape });

interface State extends ActionOwner {
  readonly subject: Concern | undefined;
  readonly number: number;
}

/** A lead sets an action on a concern, for themselves or for anybody of the school; an owner outside the circle gets other words. */
export const createAction: UseCase<z.infer<typeof input>, State, { readonly action: string; readonly ref: string }> = {
  verb: 'create-action',
  input,
  needs: ({ concern: id, owner }, _actor, now) => ({
    subject: one(concern, id),
    number: nextNumber(actionCounter(now)),
    staff: rows(staffOfPerson, { person: owner }),
    roles: rows(rolesOfPerson, { person: owner, today: schoolDay(now) }),
    kept: rows(keptFromConcern, { id, person: owner }),
  }),
  decide({ subject, number, ...owner }, { concern: _id, ...order }, context) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    const faults = faultsOfOrder(order, owner, subject.school, context.now);
    if (faults.length > 0) return { ok: false, problem: { code: 'invalid-input', fields: faults } };
    const { id, ref, put, effects } = newAction({ concern: subject, number }, order, owner, context);
    return {
      ok: true,
      change: { put: [put], lane: subject.id, entries: [{ about: subject.id, what: 'action-set' }], effects },
      answer: { action: id, ref },
    };
  },
};
