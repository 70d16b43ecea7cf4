import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { procedure, type Procedure } from './record.ts';

const input = z.strictObject({ procedure: z.string(), rev: z.int(), retired: z.boolean() });

/** Says that a procedure holds no longer, or that it holds again. It is never deleted. */
export const retireProcedure: UseCase<z.infer<typeof input>, { readonly subject: Procedure | undefined }, null> = {
  verb: 'retire-procedure',
  input,
  needs: ({ procedure: id }) => ({ subject: one(procedure, id) }),
  decide({ subject }, { procedure: id, rev, retired }, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if ((subject.retiredAt !== undefined) === retired) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const values = { retiredAt: retired ? now : null, keptByName: actor.name, keptAt: now };
    const put = [{ kind: 'update' as const, type: procedure, id, rev, values }];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: null };
  },
};
