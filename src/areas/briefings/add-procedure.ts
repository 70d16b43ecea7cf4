import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { rollOfSchool, type RollEntry } from '../people/queries.ts';
import { faultsOfProcedure, procedureValues, writtenOf } from './procedure-values.ts';
import { procedure } from './record.ts';

const input = z.strictObject({ ...procedureValues, school: z.string() });

/** Puts a local procedure on a school’s list. */
export const addProcedure: UseCase<
  z.infer<typeof input>,
  { readonly roll: readonly RollEntry[] },
  { readonly procedure: string }
> = {
  verb: 'add-procedure',
  input,
  needs: ({ school }) => ({ roll: rows(rollOfSchool, { school }) }),
  decide({ roll }, { school, ...values }, { actor, now, newId }) {
    // Who learns at another school is not told by a fault of the form.
    if (!actor.grants.some((grant) => grant.school === school)) return { ok: false, problem: { code: 'not-found' } };
    const fields = faultsOfProcedure(values, roll, now);
    if (fields.length > 0) return { ok: false, problem: { code: 'invalid-input', fields } };
    const id = newId();
    const put = [create(procedure, { id, school }, { ...writtenOf(values), keptByName: actor.name, keptAt: now })];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: { procedure: id } };
  },
};
