import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { schoolDay } from '../../records/school-day.ts';
import { managersOf, type Manager } from './who-manages.ts';
import { managersAtMatter } from './queries.ts';
import { staffConcern, type StaffConcern } from './record.ts';

const input = z.strictObject({ concern: z.string(), school: z.string() });

interface State {
  readonly subject: StaffConcern | undefined;
  readonly managers: readonly Manager[];
}

/** Lantern's own act when the filing of a concern about an adult has stopped: whoever manages it is told, and no lead. */
export const tellOfStoppedStaffFiling: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'tell-of-stopped-staff-filing',
  input,
  needs: ({ concern: id }, _actor, now) => ({
    subject: one(staffConcern, id),
    managers: rows(managersAtMatter, { id, today: schoolDay(now) }),
  }),
  decide({ subject, managers }, { school }) {
    if (subject?.school !== school) return { ok: false, problem: { code: 'not-found' } };
    // The lane is stopped a moment after this, as with concerns about children.
    const effects = managersOf(managers, subject).map((to) => ({
      ...{ kind: 'staff-filing-stopped', to, about: subject.id, after: 2 },
    }));
    return { ok: true, change: { put: [], entries: [], effects }, answer: null };
  },
};
