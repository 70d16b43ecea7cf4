import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { schoolDay } from '../../records/school-day.ts';
import { onDuty, type OnDuty } from '../alerts/queries.ts';
import { circleOfConcern } from '../need-to-know/queries.ts';
import { isLead } from '../people/rules.ts';
import { concern, type Concern } from './record.ts';
import { toldOf } from './rules.ts';
import { rolesAtConcern, type RoleHolder } from './triage-queries.ts';

const input = z.strictObject({ concern: z.string(), school: z.string() });

interface State {
  readonly subject: Concern | undefined;
  readonly duty: readonly OnDuty[];
  readonly holders: readonly RoleHolder[];
  readonly circle: readonly { readonly personId: string }[];
}

/** Lantern's own act when the filing of a concern has stopped: whoever takes concerns on is told, for only a person can decide. */
export const tellOfStoppedFiling: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'tell-of-stopped-filing',
  input,
  needs: ({ concern: id, school }, _actor, now) => ({
    subject: one(concern, id),
    duty: rows(onDuty, { school }),
    holders: rows(rolesAtConcern, { id, today: schoolDay(now) }),
    circle: rows(circleOfConcern, { id, now }),
  }),
  decide({ subject, duty, holders, circle }, { school }, { now }) {
    if (subject?.school !== school) return { ok: false, problem: { code: 'not-found' } };
    // The lane is stopped a moment after this: a card that came sooner would say that filing goes on.
    const leads = holders.filter(isLead);
    const today = schoolDay(now);
    const told = leads.length > 0 ? toldOf(duty, leads, today) : toldOf([], circle, today);
    const effects = told.map((to) => ({ kind: 'filing-stopped', to, about: subject.id, after: 2 }));
    return { ok: true, change: { put: [], entries: [], effects }, answer: null };
  },
};
