import { z } from 'zod';
import type { GrantedRole } from '../../access/types.ts';
import type { UseCase } from '../../perform/types.ts';
import { rows } from '../../records/need.ts';
import { create } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { grantableRole } from '../people/fields.ts';
import { staffOfPerson } from '../people/queries.ts';
import { roleGrant } from '../people/record.ts';
import { giftTo, waitsWhenFed } from './feed.ts';
import { rolesEverGiven, type HeldRow } from './queries.ts';

const roles = Object.keys(grantableRole) as [GrantedRole, ...GrantedRole[]];
const input = z.strictObject({ school: z.string(), person: z.guid(), role: z.enum(roles), group: z.guid() });

interface State {
  readonly staff: readonly { readonly school: string; readonly name: string }[];
  readonly held: readonly HeldRow[];
}

/** Lantern's own act: somebody of the school is in a group whose people hold a role. Most roles wait for a second person then. */
export const giveFedRole: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'give-fed-role',
  input,
  needs: ({ school, person }, _actor, now) => ({
    staff: rows(staffOfPerson, { person }),
    held: rows(rolesEverGiven, { school, today: schoolDay(now) }),
  }),
  decide({ staff, held }, { school, person, role, group }, { actor, now, newId }) {
    const somebody = staff.find((one) => one.school === school);
    if (!somebody) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const theirs = held.filter((one) => one.personId === person && one.role === role);
    if (giftTo(theirs, schoolDay(now), actor.person) !== 'give')
      return { ok: false, problem: { code: 'already-done' } };
    const given = create(
      roleGrant,
      { id: newId(), school },
      {
        ...{ personId: person, personName: somebody.name, role, fedBy: group },
        state: waitsWhenFed(role) ? 'to-confirm' : 'in-force',
        ...{ givenAt: now, givenById: actor.person, givenByName: actor.name },
      },
    );
    return { ok: true, change: { put: [given], entries: [], effects: [] }, answer: null };
  },
};
