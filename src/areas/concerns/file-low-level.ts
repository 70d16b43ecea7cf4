import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { schoolDay } from '../../records/school-day.ts';
import { lowLevelFiling } from './fields.ts';
import { judge, type ConcernState } from './judge.ts';
import { concern } from './record.ts';
import { isLowLevel } from './rules.ts';
import { rolesAtConcern } from './triage-queries.ts';

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw. */
  rev: z.int(),
  as: z.enum(Object.keys(lowLevelFiling) as [keyof typeof lowLevelFiling]),
});

/** Files an everyday observation with a prepared judgement, which the person has read and confirmed. */
export const fileLowLevel: UseCase<z.infer<typeof input>, ConcernState, { readonly ref: string }> = {
  verb: 'file-low-level',
  input,
  needs: ({ concern: id }, _actor, now) => ({
    subject: one(concern, id),
    holders: rows(rolesAtConcern, { id, today: schoolDay(now) }),
  }),
  decide(state, { rev, as }, context) {
    if (state.subject && !isLowLevel(state.subject)) {
      const message = 'The child may not be safe. Judge this one in full.';
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'as', message }] } };
    }
    // The prepared reason says why nobody has anything to do about it.
    return judge('file-low-level', { ...state, acted: true }, lowLevelFiling[as], rev, context);
  },
};
