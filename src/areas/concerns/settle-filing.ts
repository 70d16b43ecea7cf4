import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { settlementOf, takeableOf, unsettled, type ConflictRow } from '../outside/rules.ts';
import { conflictOfConcern } from './queries.ts';
import { concern, type Concern } from './record.ts';

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw. */
  rev: z.int(),
  /** Field name -> whose value shall stand: what was done in Lantern, or what stands in SharePoint. */
  keep: z.record(z.string(), z.enum(['lantern', 'sharepoint'])),
});

interface State {
  readonly subject: Concern | undefined;
  readonly differences: readonly ConflictRow[];
}

/**
 * A lead says what shall stand where somebody changed in SharePoint what an act in Lantern changes too, and the filing that
 * had stopped goes on; without differences it is only tried again. What they keep of SharePoint becomes Lantern's too.
 */
export const settleFiling: UseCase<z.infer<typeof input>, State, { readonly ref: string }> = {
  verb: 'settle-filing',
  input,
  needs: ({ concern: id }) => ({ subject: one(concern, id), differences: rows(conflictOfConcern, { id }) }),
  decide({ subject, differences }, { rev, keep }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const change = settlementOf(concern, subject, differences, keep, takeableOf(concern));
    return change ? { ok: true, change, answer: { ref: subject.ref ?? '' } } : unsettled;
  },
};
