import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { endOfSchoolDay, schoolDay } from '../../records/school-day.ts';
import { concern, type Concern } from '../concerns/record.ts';
import { rolesOfPerson, staffOfPerson } from '../people/queries.ts';
import { isLead } from '../people/rules.ts';
import { caseAccessFields } from './fields.ts';
import { circleOfConcern, keptFromConcern } from './queries.ts';
import { caseAccess } from './record.ts';

const input = z.strictObject({
  concern: z.string(),
  person: z.string().min(1, 'Choose somebody.'),
  reason: z.string().trim().min(1, 'Write why they have to know.').max(caseAccessFields.reason.max),
  task: z.exactOptional(z.string().trim().min(1).max(caseAccessFields.task.max)),
  /** Last day, `YYYY-MM-DD` at the school. */
  until: z.exactOptional(z.iso.date('Choose a day.')),
});

interface State {
  readonly subject: Concern | undefined;
  readonly staff: readonly { readonly school: string; readonly name: string }[];
  readonly roles: readonly { readonly school: string; readonly role: string }[];
  readonly kept: readonly object[];
  readonly circle: readonly { readonly personId: string }[];
}

/** A lead gives somebody of the school one case: to know of it, or for a task that is written down with it. They are told. */
export const giveCase: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'give-case',
  input,
  needs: ({ concern: id, person }, _actor, now) => ({
    subject: one(concern, id),
    staff: rows(staffOfPerson, { person }),
    roles: rows(rolesOfPerson, { person, today: schoolDay(now) }),
    kept: rows(keptFromConcern, { id, person }),
    circle: rows(circleOfConcern, { id, now }),
  }),
  decide({ subject, staff, roles, kept, circle }, { person, reason, task, until }, { actor, now, newId }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    const somebody = staff.find(({ school }) => school === subject.school);
    if (!somebody) return fault('person', 'Choose somebody who is on this school’s staff list.');
    if (kept.length > 0) return fault('person', 'Choose somebody else: they have a conflict of interest here.');
    if (roles.some((held) => held.school === subject.school && isLead(held)))
      return fault('person', 'They lead safeguarding here and see it already.');
    if (circle.some(({ personId }) => personId === person))
      return fault('person', 'They were given this case already.');
    if (until !== undefined && until < schoolDay(now)) return fault('until', 'Choose today or a later day.');
    const id = newId();
    const given = create(
      caseAccess,
      { id, school: subject.school },
      {
        ...{ kind: 'circle', personId: person, personName: somebody.name, concernId: subject.id, reason },
        ...(task !== undefined && { task }),
        ...(until !== undefined && { until: endOfSchoolDay(until) }),
        ...{ givenAt: now, givenById: actor.person, givenByName: actor.name },
      },
    );
    return {
      ok: true,
      change: {
        put: [given],
        lane: subject.id,
        entries: [{ about: subject.id, what: 'case-given' }],
        effects: [{ kind: 'case-given', to: person, about: id }],
      },
      answer: null,
    };
  },
};

const fault = (name: string, message: string) => ({
  ok: false as const,
  problem: { code: 'invalid-input' as const, fields: [{ name, message }] },
});
