import { actorFrom, type AccessRow, type RoleRow, type StaffRow } from '../access/actor.ts';
import type { Actor, Identity } from '../access/types.ts';
import type { Clock } from '../ports/clock.ts';
import type { Query } from '../records/query.ts';
import { schoolDay } from '../records/school-day.ts';
import type { Basis, Store } from './store.ts';

/** The questions whose answers make an identity an actor; from the areas, handed in by main. */
export interface ActorQueries {
  readonly staff: Query<{ person: string }, StaffRow>;
  readonly roles: Query<{ person: string; today: string }, RoleRow>;
  readonly access: Query<{ person: string; now: string }, AccessRow>;
}

export interface ResolvedActor {
  readonly actor: Actor;
  /** What the commit re-checks, so that a right taken away meanwhile is not used. */
  readonly seen: Basis['seen'];
}

/**
 * Reads a person's roles at each call: no cache, so that a removal works at once (ASVS 8.3.2).
 * @param clock what school matters run on: a role may end with a day
 */
export function createActors(
  store: Store,
  queries: ActorQueries,
  schools: readonly [string, ...string[]],
  clock: Clock,
) {
  const [staffQuery, rolesQuery, accessQuery] = [queries.staff, queries.roles, queries.access] as unknown as readonly [
    Query<object, unknown>,
    Query<object, unknown>,
    Query<object, unknown>,
  ];
  return async function actorOf(identity: Identity): Promise<ResolvedActor> {
    const now = clock.now();
    const { tenant, person } = identity;
    const see = async (query: Query<object, unknown>, values: object) => ({
      query,
      values,
      rows: await store.rows(tenant, query, values),
    });
    const staff = await see(staffQuery, { person });
    const roles = await see(rolesQuery, { person, today: schoolDay(now) });
    const access = await see(accessQuery, { person, now });
    return {
      actor: actorFrom(
        identity,
        staff.rows as readonly StaffRow[],
        roles.rows as readonly RoleRow[],
        schools,
        access.rows as readonly AccessRow[],
      ),
      seen: [staff, roles, access],
    };
  };
}
export type ActorOf = ReturnType<typeof createActors>;
