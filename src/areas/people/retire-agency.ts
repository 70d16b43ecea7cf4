import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { agency, type Agency } from './record.ts';

const input = z.strictObject({ agency: z.string(), rev: z.int(), retired: z.boolean() });

/** Says that nobody works with an agency any more, or that it is worked with again. It is never deleted. */
export const retireAgency: UseCase<z.infer<typeof input>, { readonly subject: Agency | undefined }, null> = {
  verb: 'retire-agency',
  input,
  needs: ({ agency: id }) => ({ subject: one(agency, id) }),
  decide({ subject }, { agency: id, rev, retired }, { now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if ((subject.retiredAt !== undefined) === retired) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const put = [{ kind: 'update' as const, type: agency, id, rev, values: { retiredAt: retired ? now : null } }];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: null };
  },
};
