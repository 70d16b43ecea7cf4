import { z } from 'zod';
import type { GrantedRole } from '../../access/types.ts';
import type { UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import { create, inLane } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { grantableRole } from '../people/fields.ts';
import { staffOfPerson } from '../people/queries.ts';
import { roleGrant } from '../people/record.ts';
import { daysAsText } from '../people/rules.ts';
import { onlyOfLeads, saidDays } from './change-role-days.ts';
import { roleAcrossSchools, rolesWithDays } from './fields.ts';
import { rolesGivenTo, secondPersons, type GivenRow } from './queries.ts';
import { givesAt, stillStands, tellSeconds, waitsForSecondPerson, type SecondPerson } from './rules.ts';

const roles = Object.keys(grantableRole) as [GrantedRole, ...GrantedRole[]];
/** Schools at which one act can give a role: no trust in England has as many. */
const mostSchools = 200;
const input = z.strictObject({
  schools: z.array(z.string()).min(1, 'Choose a school.').max(mostSchools),
  person: z.string().min(1, 'Choose somebody.'),
  role: z.enum(roles, 'Choose a role.'),
  until: z.exactOptional(z.iso.date('Choose a day.')),
  days: z.exactOptional(saidDays),
});
type Input = z.infer<typeof input>;

interface State {
  readonly staff: readonly { readonly school: string; readonly name: string }[];
  readonly held: readonly GivenRow[];
  readonly seconds: readonly SecondPerson[];
}

/**
 * Who says who is what at a school gives somebody a role there, or at several such schools at once: at all of them, or at none. That
 * of a lead, or one's own, waits for a second person.
 */
export const giveRole: UseCase<Input, State, { readonly waits: boolean }> = {
  verb: 'give-role',
  input,
  needs: ({ person }, _actor, now) => ({
    staff: rows(staffOfPerson, { person }),
    held: rows(rolesGivenTo, { person }),
    seconds: rows(secondPersons, { today: schoolDay(now) }),
  }),
  decide({ staff, held, seconds }, typed, { actor, now, newId }) {
    const { person, role, until, days = [] } = typed;
    const schools = [...new Set(typed.schools)];
    // Who works at another school is not told by a fault of the form.
    if (!schools.every((school) => givesAt(actor, school))) return { ok: false, problem: { code: 'not-found' } };
    const today = schoolDay(now);
    const fault = faultOf({ staff, held, seconds }, typed, today);
    if (fault) return { ok: false, problem: { code: 'invalid-input', fields: [fault] } };
    const waits = waitsForSecondPerson(role, person, actor, schools);
    const grants = schools.map((school) => ({ id: newId(), school }));
    const given = grants.map(({ id, school }) => {
      const values = {
        ...{ personId: person, personName: nameAt(staff, school) },
        ...{ role, state: waits ? ('to-confirm' as const) : ('in-force' as const) },
        ...{ givenAt: now, givenById: actor.person, givenByName: actor.name },
        ...(until !== undefined && { until }),
        ...(days.length > 0 && { days: daysAsText(days) }),
      };
      // Each goes its own way into its school's site, and what is done about it later goes behind it.
      return inLane(id, create(roleGrant, { id, school }, values));
    });
    const effects = waits ? tellSeconds(seconds, grants, { personId: person, givenById: actor.person }) : [];
    return { ok: true, change: { put: given, entries: [], effects }, answer: { waits } };
  },
};

/** What their school's list calls somebody, or for a trust's lead any school's. */
const nameAt = (staff: State['staff'], school: string): string =>
  (staff.find((one) => one.school === school) ?? staff[0])?.name ?? '';

function faultOf({ staff, held }: State, { schools, role, until, days = [] }: Input, today: string) {
  const works = (school: string) => staff.some((one) => one.school === school);
  const one = schools.length === 1;
  if (role === roleAcrossSchools ? staff.length === 0 : !schools.every(works))
    return { name: 'person', message: whomToChoose(role, one) };
  if (until !== undefined && until < today) return { name: 'until', message: 'Choose today or a later day.' };
  if (days.length > 0 && !rolesWithDays.includes(role)) return { name: 'days', message: onlyOfLeads };
  if (held.some((row) => schools.includes(row.school) && row.role === role && stillStands(row, today)))
    return {
      name: 'role',
      message: one
        ? 'They hold this role here already, or it waits to be confirmed.'
        : 'They hold this role at one of these schools already, or it waits to be confirmed. Give it at the others one by one.',
    };
  return undefined;
}

function whomToChoose(role: GrantedRole, one: boolean): string {
  if (role === roleAcrossSchools) return 'Choose somebody who is on the staff list of a school of the trust.';
  return one
    ? 'Choose somebody who is on this school’s staff list.'
    : 'Choose somebody who is on the staff list of each of these schools, or give the role at one school.';
}
