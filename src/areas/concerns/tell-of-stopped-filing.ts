import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { schoolDay } from '../../records/school-day.ts';
import { onDuty, type OnDuty } from '../alerts/queries.ts';
import { leadsOfSchool } from '../people/queries.ts';
import { concern, type Concern } from './record.ts';
import { toldOf } from './rules.ts';

const input = z.strictObject({ concern: z.string(), school: z.string() });

interface State {
  readonly subject: Concern | undefined;
  readonly duty: readonly OnDuty[];
  readonly leads: readonly { readonly personId: string }[];
}

/** Lantern's own act when the filing of a concern has stopped: whoever takes concerns on is told, for only a person can decide. */
export const tellOfStoppedFiling: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'tell-of-stopped-filing',
  input,
  needs: ({ concern: id, school }, _actor, now) => ({
    subject: one(concern, id),
    duty: rows(onDuty, { school }),
    leads: rows(leadsOfSchool, { school, today: schoolDay(now) }),
  }),
  decide({ subject, duty, leads }, { school }) {
    if (subject?.school !== school) return { ok: false, problem: { code: 'not-found' } };
    // The lane is stopped a moment after this: a card that came sooner would say that filing goes on.
    const effects = toldOf(duty, leads).map((to) => ({ kind: 'filing-stopped', to, about: subject.id, after: 2 }));
    return { ok: true, change: { put: [], entries: [], effects }, answer: null };
  },
};
