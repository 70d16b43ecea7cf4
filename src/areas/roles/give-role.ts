import { z } from 'zod';
import type { GrantedRole } from '../../access/types.ts';
import type { UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { grantableRole } from '../people/fields.ts';
import { staffOfPerson } from '../people/queries.ts';
import { roleGrant } from '../people/record.ts';
import { rolesGivenTo, type RoleRow } from './queries.ts';
import { stillStands, waitsForSecondPerson } from './rules.ts';

const roles = Object.keys(grantableRole) as [GrantedRole, ...GrantedRole[]];
const input = z.strictObject({
  school: z.string(),
  person: z.string().min(1, 'Choose somebody.'),
  role: z.enum(roles, 'Choose a role.'),
  until: z.exactOptional(z.iso.date('Choose a day.')),
});

interface State {
  readonly staff: readonly { readonly school: string; readonly name: string }[];
  readonly held: readonly Pick<RoleRow, 'role' | 'state' | 'until'>[];
}

/** The head or a lead gives somebody of the school a role. That of a lead, or one's own, waits for a second person. */
export const giveRole: UseCase<z.infer<typeof input>, State, { readonly waits: boolean }> = {
  verb: 'give-role',
  input,
  needs: ({ school, person }) => ({
    staff: rows(staffOfPerson, { person }),
    held: rows(rolesGivenTo, { school, person }),
  }),
  decide({ staff, held }, { school, person, role, until }, { actor, now, newId }) {
    // Who works at another school is not told by a fault of the form.
    if (!actor.grants.some((grant) => grant.school === school)) return { ok: false, problem: { code: 'not-found' } };
    const today = schoolDay(now);
    const somebody = staff.find((one) => one.school === school);
    if (!somebody) return fault('person', 'Choose somebody who is on this school’s staff list.');
    if (until !== undefined && until < today) return fault('until', 'Choose today or a later day.');
    if (held.some((one) => one.role === role && stillStands(one, today)))
      return fault('role', 'They hold this role here already, or it waits to be confirmed.');
    const waits = waitsForSecondPerson(role, person === actor.person);
    const given = create(
      roleGrant,
      { id: newId(), school },
      {
        ...{ personId: person, personName: somebody.name, role, state: waits ? 'to-confirm' : 'in-force' },
        ...{ givenAt: now, givenById: actor.person, givenByName: actor.name },
        ...(until !== undefined && { until }),
      },
    );
    return { ok: true, change: { put: [given], entries: [], effects: [] }, answer: { waits } };
  },
};

const fault = (name: string, message: string) => ({
  ok: false as const,
  problem: { code: 'invalid-input' as const, fields: [{ name, message }] },
});
