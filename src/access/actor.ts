import type { Actor, Cases, Door, Grant, Identity, OwnRole, Role } from './types.ts';

/** Lantern's own identities, each with one role. Entra object ids are GUIDs, so no person can bear one of these. */
const own: Readonly<Record<string, OwnRole>> = {
  'lantern-setup': 'setup',
  'lantern-filing': 'filing',
  'lantern-roster': 'roster',
  'lantern-sync': 'sync',
  'lantern-roles': 'roles-feed',
  'lantern-calendar': 'calendar',
  'lantern-posting': 'posting',
  'lantern-chasing': 'chasing',
  'lantern-outside': 'outside-reader',
};

/** Whether this is one of Lantern's own identities, and no person. */
export const isLanternItself = ({ person }: Identity): boolean => Object.hasOwn(own, person);

/** The identity under which Lantern makes a school. */
export const setupIdentity = (tenant: string): Identity => ({
  tenant,
  person: 'lantern-setup',
  name: 'Lantern set-up',
  door: 'command',
});

/** The identity under which Lantern says that it could not file something. */
export const filingIdentity = (tenant: string): Identity => ({
  tenant,
  person: 'lantern-filing',
  name: 'Lantern filing',
  door: 'lantern',
});

/** The identity of the import command: whoever may use the machine's data folder. */
export const rosterIdentity = (tenant: string): Identity => ({
  tenant,
  person: 'lantern-roster',
  name: 'Lantern roster import',
  door: 'command',
});

/** The identity under which Lantern says what was done in SharePoint past it. */
export const syncIdentity = (tenant: string): Identity => ({
  tenant,
  person: 'lantern-sync',
  name: 'Lantern sync',
  door: 'lantern',
});

/** The identity under which Lantern gives and ends roles as groups in Entra say. */
export const rolesIdentity = (tenant: string): Identity => ({
  tenant,
  person: 'lantern-roles',
  name: 'Lantern (Entra groups)',
  door: 'lantern',
});

/** The identity under which Lantern notes what it has told a calendar of a meeting. */
export const calendarIdentity = (tenant: string): Identity => ({
  tenant,
  person: 'lantern-calendar',
  name: 'Lantern (calendars)',
  door: 'lantern',
});

/** The identity under which Lantern posts to channels what people have posted. */
export const postingIdentity = (tenant: string): Identity => ({
  tenant,
  person: 'lantern-posting',
  name: 'Lantern posting',
  door: 'lantern',
});

/** The identity under which Lantern reminds owners of their actions. */
export const chasingIdentity = (tenant: string): Identity => ({
  tenant,
  person: 'lantern-chasing',
  name: 'Lantern (reminders)',
  door: 'lantern',
});

/** The identity under which Lantern gives minutes to somebody outside who has a link to them and its code. */
export const outsideIdentity = (tenant: string): Identity => ({
  tenant,
  person: 'lantern-outside',
  name: 'Lantern (link to minutes)',
  door: 'lantern',
});

/**
 * The identity of the verify command. It holds no right: it sees ids, and says whether they are as they were written.
 * @param door `lantern` where the proof was asked for in the tab, which has an entry of its own
 */
export const verifyIdentity = (tenant: string, door: Door = 'command'): Identity => ({
  tenant,
  person: 'lantern-verify',
  name: 'Lantern verification',
  door,
});

export interface StaffRow {
  readonly school: string;
  readonly name: string;
}

export interface RoleRow {
  readonly school: string;
  readonly role: Role;
  /** A flag as the store gives it. */
  readonly acting?: boolean | number | null;
}

/** One thing that a person was given or is kept from, and the cases that follow from it. */
export interface AccessRow {
  /** The conflict of interest keeps from, and that it is about them; the others give. */
  readonly kind: 'circle' | 'break-glass' | 'conflict' | 'subject';
  readonly concernId: string | null;
  readonly childId: string | null;
  /** A concern of that child's: one about them; where somebody is kept from the child also one in which they have another part. */
  readonly concernOfChild: string | null;
  /** A meeting about that child, where somebody is kept from it. */
  readonly meetingOfChild: string | null;
}

/** Kinds that keep somebody from something. */
const keeps: readonly string[] = ['conflict', 'subject'] satisfies AccessRow['kind'][];

const without = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))].sort();

const casesOf = (rows: readonly AccessRow[]): Cases => ({
  concerns: without(rows.flatMap(({ concernId, concernOfChild }) => [concernId, concernOfChild])),
  children: without(rows.map(({ childId }) => childId)),
  meetings: without(rows.map(({ meetingOfChild }) => meetingOfChild)),
});

/** Of somebody who was given nothing beside their roles, or is kept from nothing. */
export const noCases: Cases = { concerns: [], children: [], meetings: [] };

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
  access: readonly AccessRow[] = [],
): Actor {
  const ownRole = isLanternItself(identity) ? own[identity.person] : undefined;
  if (ownRole) {
    const grants = schools.map((school): Grant => ({ role: ownRole, school }));
    return { ...identity, grants, given: noCases, circle: [], kept: noCases, school: schools[0], recognised: true };
  }
  const known = [...new Set([...staff, ...granted].map((row) => row.school))];
  const workplaces = known.length > 0 ? known : [schools[0]];
  // A row of the roles list can grant none of these, whoever wrote it there.
  const roles = granted.flatMap(({ school, role, acting }): readonly Grant[] =>
    role === 'staff' || Object.values<Role>(own).includes(role)
      ? []
      : [{ school, role, ...(acting && { acting: true }) }],
  );
  const grants = [...workplaces.map((school): Grant => ({ role: 'staff', school })), ...roles];
  return {
    ...identity,
    name: staff[0]?.name ?? identity.name,
    grants,
    given: casesOf(access.filter(({ kind }) => !keeps.includes(kind))),
    circle: casesOf(access.filter(({ kind }) => kind === 'circle')).concerns,
    kept: casesOf(access.filter(({ kind }) => keeps.includes(kind))),
    school: workplaces[0] ?? schools[0],
    recognised: known.length > 0,
  };
}
