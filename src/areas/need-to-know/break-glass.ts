import { DateTime } from 'luxon';
import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { answerersOfSchool } from '../people/queries.ts';
import { pupil, type Pupil } from '../people/record.ts';
import { isLead } from '../people/rules.ts';
import { breakGlassHours, caseAccessFields, leastReason } from './fields.ts';
import { openedFiles } from './case-queries.ts';
import { conflictsOfSchool, type KeptRow } from './queries.ts';
import { caseAccess } from './record.ts';
import { keptFrom, standIns, type Holder } from './rules.ts';

const input = z.strictObject({
  child: z.string().min(1, 'Look the child up and choose them.'),
  /** Their school. */
  school: z.string(),
  reason: z
    .string()
    .trim()
    .min(leastReason, 'Write why you must know now and why no lead can be asked.')
    .max(caseAccessFields.reason.max),
  /** That they know that the leads are told. */
  confirmed: z.literal(true, 'Confirm that the safeguarding leads are told.'),
});

interface State {
  readonly subject: Pupil | undefined;
  readonly holders: readonly Holder[];
  readonly conflicts: readonly KeptRow[];
  readonly opened: readonly { readonly id: string }[];
}

/**
 * Somebody with a role who must know about one child at once, when no lead can be reached, opens what there is for some hours, to read.
 * The leads are told in the same moment. It answers the same whether or not there is anything.
 */
export const breakGlass: UseCase<z.infer<typeof input>, State, { readonly until: string }> = {
  verb: 'break-glass',
  input,
  needs: ({ child, school }, { person }, now) => ({
    subject: one(pupil, child),
    holders: rows(answerersOfSchool, { school, today: schoolDay(now) }),
    conflicts: rows(conflictsOfSchool, { school }),
    opened: rows(openedFiles, { child, person, now }),
  }),
  decide({ subject, holders, conflicts, opened }, { school, reason }, { actor, now, newId }) {
    if (!subject || subject.school !== school) return { ok: false, problem: { code: 'not-found' } };
    if (opened.length > 0) return { ok: false, problem: { code: 'already-done' } };
    const id = newId();
    const until = DateTime.fromISO(now).plus({ hours: breakGlassHours }).toUTC().toISO() ?? now;
    const glass = create(
      caseAccess,
      { id, school },
      {
        ...{ kind: 'break-glass', personId: actor.person, personName: actor.name, childId: subject.id, reason, until },
        ...{ givenAt: now, givenById: actor.person, givenByName: actor.name },
      },
    );
    const kept = keptFrom(conflicts, [subject.id]);
    const leads = holders.filter((one) => isLead(one) && !kept.has(one.personId));
    const told = (leads.length > 0 ? leads : standIns(holders, kept)).map(({ personId }) => personId);
    const effects = [...new Set(told)].map((to) => ({ kind: 'glass-broken', to, about: id }));
    return {
      ok: true,
      change: {
        put: [glass],
        entries: [],
        effects: [
          ...effects.filter(({ to }) => to !== actor.person),
          { kind: 'glass-opened', to: actor.person, about: id },
        ],
      },
      answer: { until },
    };
  },
};
