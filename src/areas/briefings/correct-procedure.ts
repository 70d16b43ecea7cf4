import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { rollOfSchool, type RollEntry } from '../people/queries.ts';
import { faultsOfProcedure, procedureValues, writtenOf } from './procedure-values.ts';
import { procedure, type Procedure } from './record.ts';

const input = z.strictObject({ ...procedureValues, school: z.string(), procedure: z.string(), rev: z.int() });

interface State {
  readonly subject: Procedure | undefined;
  readonly roll: readonly RollEntry[];
}

/**
 * Writes down what holds now, or that it still holds, with the day of the next review. What was there before stands in the list’s
 * version history.
 */
export const correctProcedure: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'correct-procedure',
  input,
  needs: ({ procedure: id, school }) => ({ subject: one(procedure, id), roll: rows(rollOfSchool, { school }) }),
  decide({ subject, roll }, { procedure: id, rev, school, ...given }, { actor, now }) {
    if (subject?.school !== school) return { ok: false, problem: { code: 'not-found' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const fields = faultsOfProcedure(given, roll, now);
    if (fields.length > 0) return { ok: false, problem: { code: 'invalid-input', fields } };
    // What was left out is emptied: the form shows all of it.
    const whole: Readonly<Record<string, unknown>> = { words: null, url: null, phone: null, ...writtenOf(given) };
    const before: Readonly<Record<string, unknown>> = { ...subject };
    const changed = Object.entries(whole).filter(([field, value]) => value !== (before[field] ?? null));
    if (changed.length === 0) return { ok: false, problem: { code: 'already-done' } };
    const values = { ...Object.fromEntries(changed), keptByName: actor.name, keptAt: now };
    const put = [{ kind: 'update' as const, type: procedure, id, rev, values }];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: null };
  },
};
