import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { staffOfPerson } from '../people/queries.ts';
import { roleGrant } from '../people/record.ts';
import { rolesGivenTo, secondPersons, type GivenRow } from './queries.ts';
import { givesAt, lastActingDay, stillStands, tellSeconds, type SecondPerson } from './rules.ts';

const input = z.strictObject({
  school: z.string(),
  person: z.string().min(1, 'Choose somebody.'),
  until: z.iso.date('Choose the last day.'),
});

interface State {
  readonly staff: readonly { readonly school: string; readonly name: string }[];
  readonly held: readonly GivenRow[];
  readonly seconds: readonly SecondPerson[];
}

/**
 * The head has somebody stand in for the lead, at once and for some days: on the morning when the lead is ill there is no time for
 * a second person, who confirms it afterwards.
 * @param most weekdays for which somebody may stand in
 */
export const appointActingLead = (most: number): UseCase<z.infer<typeof input>, State, null> => ({
  verb: 'appoint-acting-lead',
  input,
  needs: ({ person }, _actor, now) => ({
    seconds: rows(secondPersons, { today: schoolDay(now) }),
    staff: rows(staffOfPerson, { person }),
    held: rows(rolesGivenTo, { person }),
  }),
  decide({ staff, held, seconds }, { school, person, until }, { actor, now, newId }) {
    // Who works at another school is not told by a fault of the form.
    if (!givesAt(actor, school)) return { ok: false, problem: { code: 'not-found' } };
    const today = schoolDay(now);
    const somebody = staff.find((one) => one.school === school);
    if (!somebody) return fault('person', 'Choose somebody who is on this school’s staff list.');
    if (person === actor.person) return fault('person', 'Choose somebody else: nobody appoints themselves.');
    if (until < today) return fault('until', 'Choose today or a later day.');
    if (until > lastActingDay(today, most))
      return fault(
        'until',
        `Choose a day within ${most === 1 ? 'one school day' : `${most} school days`}. For longer, give them the role.`,
      );
    if (
      held.some(
        (one) => one.school === school && one.role === 'dsl' && one.state !== 'to-confirm' && stillStands(one, today),
      )
    )
      return fault('person', 'They lead safeguarding here already.');
    const at = { id: newId(), school };
    const acting = create(roleGrant, at, {
      ...{ personId: person, personName: somebody.name, role: 'dsl', state: 'in-force', acting: true, until },
      ...{ givenAt: now, givenById: actor.person, givenByName: actor.name },
    });
    const effects = tellSeconds(seconds, [at], { personId: person, givenById: actor.person });
    return { ok: true, change: { put: [acting], entries: [], effects }, answer: null };
  },
});

const fault = (name: string, message: string) => ({
  ok: false as const,
  problem: { code: 'invalid-input' as const, fields: [{ name, message }] },
});
