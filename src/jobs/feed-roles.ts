import { rolesIdentity } from '../access/actor.ts';
import type { RoleGroup } from '../areas/roles/feed.ts';
import { endFedRole } from '../areas/roles/end-fed-role.ts';
import { giveFedRole } from '../areas/roles/give-fed-role.ts';
import { planFeed, type FeedPlan, type Gift } from '../areas/roles/plan-feed.ts';
import { peopleByName, rolesEverGiven, type HeldRow } from '../areas/roles/queries.ts';
import { formFrom } from '../perform/digest.ts';
import type { Perform } from '../perform/perform.ts';
import type { Result } from '../perform/problem.ts';
import type { Store } from '../perform/store.ts';
import type { Clock } from '../ports/clock.ts';
import type { GroupEnd, Groups } from '../ports/groups.ts';
import type { Log } from '../ports/log.ts';
import type { Query } from '../records/query.ts';
import { schoolDay } from '../records/school-day.ts';

export interface LookAtGroupsParts {
  readonly tenant: string;
  /** What the settings say. */
  readonly roleGroups: readonly RoleGroup[];
  readonly schools: readonly { readonly id: string }[];
  readonly groups: Groups;
  readonly store: Pick<Store, 'rows'>;
  /** The one that school matters run on. */
  readonly clock: Clock;
}

type Unread = Extract<GroupEnd, { readonly ok: false }>['why'];

export interface GroupsLook {
  readonly plan: FeedPlan;
  /** Groups that could not be read, and why. */
  readonly unread: ReadonlyMap<string, Unread>;
  readonly held: readonly HeldRow[];
}

/** Asks Entra who is in the groups, and holds it against the roles that there are. It changes nothing, and shows nobody anything. */
export async function lookAtGroups(parts: LookAtGroupsParts): Promise<GroupsLook> {
  const { tenant, roleGroups, schools, groups, store, clock } = parts;
  const members = new Map<string, readonly string[]>();
  const unread = new Map<string, Unread>();
  for (const group of new Set(roleGroups.map((one) => one.group))) {
    const found = await groups.people(group);
    if (found.ok) members.set(group, found.people);
    else unread.set(group, found.why);
  }
  const today = schoolDay(clock.now());
  const rowsOf = async <V extends object, R>(query: Query<V, R>, values: V) =>
    (await store.rows(tenant, query, values)) as readonly R[];
  const held: HeldRow[] = [];
  for (const { id: school } of schools) held.push(...(await rowsOf(rolesEverGiven, { school, today })));
  const staff = await rowsOf(peopleByName, {});
  const feed = rolesIdentity(tenant).person;
  return { plan: planFeed({ groups: roleGroups, members, staff, held, today, feed }), unread, held };
}

export interface FeedRolesParts extends LookAtGroupsParts {
  readonly perform: Perform;
  readonly log: Log;
}

/**
 * Gives and ends roles as groups in Entra say, each by an act of its own. Done twice, or by two instances at once, it is done once.
 * @returns a job; it says how many acts were done
 */
export function createFeedRoles(parts: FeedRolesParts): () => Promise<number> {
  const { tenant, perform, log } = parts;
  const feed = rolesIdentity(tenant);
  let said = '';

  async function give({ group, school, role, person }: Gift, held: readonly HeldRow[]): Promise<boolean> {
    // Whoever was in the group before, left it and has come back is given it by another act.
    const before = held.filter((one) => one.school === school && one.role === role && one.personId === person).length;
    const form = formOf('give', school, role, group, person, before);
    return told('roles.given', await perform(giveFedRole, feed, { group, school, role, person }, form), {
      school,
      role,
    });
  }

  async function end({ id, rev, school, role }: HeldRow): Promise<boolean> {
    const done = await perform(endFedRole, feed, { school, role: id, rev }, formOf('end', id, rev));
    return told('roles.ended', done, { school, role });
  }

  function told(
    event: string,
    result: Result<null>,
    about: { readonly school: string; readonly role: string },
  ): boolean {
    if (result.ok) log.info(event, about);
    else log.warn('roles.not-fed', { ...about, code: result.problem.code });
    return result.ok;
  }

  /** Once when it begins and once when it is over: the same every few minutes is no news. */
  function complain({ plan, unread }: GroupsLook): void {
    const wrong = [
      ...[...unread].map(([group, code]) => ['roles.group-not-read', { group, code }] as const),
      ...plan.roles.flatMap(({ school, role, tooMany, leaving, fed }) =>
        tooMany ? [['roles.too-many-leave', { school, role, leaving, of: fed }] as const] : [],
      ),
    ];
    const now = JSON.stringify(wrong);
    if (now === said) return;
    for (const [event, about] of wrong) log.warn(event, about);
    if (wrong.length === 0 && said !== '') log.info('roles.groups-read', {});
    said = wrong.length === 0 ? '' : now;
  }

  return async () => {
    const look = await lookAtGroups(parts);
    complain(look);
    let done = 0;
    for (const row of look.plan.end) if (await end(row)) done++;
    for (const gift of look.plan.give) if (await give(gift, look.held)) done++;
    return done;
  };
}

const formOf = (...about: readonly (string | number)[]): string => formFrom(JSON.stringify(['fed', ...about]));
