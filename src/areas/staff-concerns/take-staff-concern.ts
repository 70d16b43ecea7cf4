import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { faultOf } from './faults.ts';
import { staffConcern, type StaffConcern } from './record.ts';

const input = z.strictObject({ concern: z.string(), rev: z.int() });

/** Whoever manages it says that they have it in hand. */
export const takeStaffConcern: UseCase<z.infer<typeof input>, { readonly subject: StaffConcern | undefined }, null> = {
  verb: 'take-staff-concern',
  input,
  needs: ({ concern: id }) => ({ subject: one(staffConcern, id) }),
  decide({ subject }, { rev }, { actor, now }) {
    const problem = faultOf(subject, 'take-staff-concern', rev);
    if (problem || !subject) return { ok: false, problem: problem ?? { code: 'not-found' } };
    const taken = { status: 'acknowledged', takenById: actor.person, takenByName: actor.name, takenAt: now } as const;
    const put = [update(staffConcern, subject, taken)];
    return { ok: true, change: { put, entries: [], effects: [] }, answer: null };
  },
};
