import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { settlementOf, unsettled, type ConflictRow } from '../outside/rules.ts';
import { conflictOfMatter } from './queries.ts';
import { staffConcern, type StaffConcern } from './record.ts';
import { isStaffValueTakeable } from './rules.ts';

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw. */
  rev: z.int(),
  /** Field name -> whose value shall stand: what was done in Lantern, or what stands in SharePoint. */
  keep: z.record(z.string(), z.enum(['lantern', 'sharepoint'])),
});

interface State {
  readonly subject: StaffConcern | undefined;
  readonly differences: readonly ConflictRow[];
}

/**
 * Whoever manages a concern about an adult says what shall stand where its filing has stopped, as a lead does with a concern about
 * a child. Who may read it is not settled so: that is said in Lantern, by acts of its own.
 */
export const settleStaffFiling: UseCase<z.infer<typeof input>, State, { readonly ref: string }> = {
  verb: 'settle-staff-filing',
  input,
  needs: ({ concern: id }) => ({ subject: one(staffConcern, id), differences: rows(conflictOfMatter, { id }) }),
  decide({ subject, differences }, { rev, keep }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const change = settlementOf(staffConcern, subject, differences, keep, isStaffValueTakeable);
    return change ? { ok: true, change, answer: { ref: subject.ref ?? '' } } : unsettled;
  },
};
