import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { nextNumber, one, rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { circleOfConcern } from '../need-to-know/queries.ts';
import { isLead } from '../people/rules.ts';
import { addendumCounter } from './counters.ts';
import { onDutyAtConcern, rolesAtConcern, type RoleHolder } from './triage-queries.ts';
import { addendumFields } from './fields.ts';
import { concern, concernAddendum, type Concern } from './record.ts';
import { toldOf } from './rules.ts';

const input = z.strictObject({
  concern: z.string(),
  words: z.string().trim().min(1, 'Write what you want to add.').max(addendumFields.words.max),
});

interface State {
  readonly subject: Concern | undefined;
  readonly number: number;
  readonly holders: readonly RoleHolder[];
  readonly duty: readonly { readonly personId: string }[];
  readonly circle: readonly { readonly personId: string }[];
}

/**
 * Adds to a concern what is known now, with who wrote it and when; what was written before stays as it is. A lead adds to any
 * concern of their school, a reporter to their own report, and then whoever has it in hand is told, or the lead on duty.
 */
export const addAddendum: UseCase<z.infer<typeof input>, State, { readonly number: number }> = {
  verb: 'add-addendum',
  input,
  needs: ({ concern: id }, _actor, now) => ({
    subject: one(concern, id),
    number: nextNumber(addendumCounter(id)),
    holders: rows(rolesAtConcern, { id, today: schoolDay(now) }),
    duty: rows(onDutyAtConcern, { id }),
    circle: rows(circleOfConcern, { id, now }),
  }),
  decide({ subject, number, holders, duty, circle }, { words }, { actor, now, newId }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    const written = { reportedAt: now, reporterId: actor.person, reporterName: actor.name };
    const values = { kind: 'addendum' as const, concernId: subject.id, number, words, ...written };
    const leads = holders.filter(isLead);
    const inHand = subject.takenById === undefined ? duty : [{ personId: subject.takenById }];
    // Where no lead may see it, whoever was given it is told.
    const who = leads.length > 0 ? { inHand, among: leads } : { inHand: [], among: circle };
    const told = toldOf(who.inHand, who.among, schoolDay(now), actor.person);
    return {
      ok: true,
      change: {
        put: [create(concernAddendum, { id: newId(), school: subject.school }, values)],
        entries: [{ about: subject.id, what: 'addendum' }],
        effects: told.map((to) => ({ kind: 'addendum-added', to, about: subject.id })),
      },
      answer: { number },
    };
  },
};
