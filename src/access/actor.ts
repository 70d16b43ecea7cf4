import type { Actor, Grant, Identity, Role } from './types.ts';

/** The identity under which Lantern makes a school. Entra object ids are GUIDs, so no person can bear this one. */
export const setupIdentity = (tenant: string): Identity => ({
  tenant,
  person: 'lantern-setup',
  name: 'Lantern set-up',
});

export interface StaffRow {
  readonly school: string;
  readonly name: string;
}

export interface RoleRow {
  readonly school: string;
  readonly role: Role;
}

/**
 * A person with the roles they hold now. Somebody whom the staff list does not know may still report a concern
 * (it goes to `schools[0]`): a supply teacher's first morning must not cost a child an hour.
 * @param schools ids of the tenant's schools, at least one
 */
export function actorFrom(
  identity: Identity,
  staff: readonly StaffRow[],
  granted: readonly RoleRow[],
  schools: readonly [string, ...string[]],
): Actor {
  if (identity.person === setupIdentity(identity.tenant).person) {
    const grants = schools.map((school): Grant => ({ role: 'setup', school }));
    return { ...identity, grants, school: schools[0], recognised: true };
  }
  const known = [...new Set([...staff, ...granted].map((row) => row.school))];
  const workplaces = known.length > 0 ? known : [schools[0]];
  // A row of the roles list can grant neither of these, whoever wrote it there.
  const roles = granted.filter(({ role }) => role !== 'setup' && role !== 'staff');
  const grants = [...workplaces.map((school): Grant => ({ role: 'staff', school })), ...roles];
  return {
    ...identity,
    name: staff[0]?.name ?? identity.name,
    grants,
    school: workplaces[0] ?? schools[0],
    recognised: known.length > 0,
  };
}
