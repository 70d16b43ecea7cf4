import { actorFrom, type RoleRow, type StaffRow } from '../access/actor.ts';
import type { Actor, Identity } from '../access/types.ts';
import type { Clock } from '../ports/clock.ts';
import type { Query } from '../records/query.ts';
import { schoolDay } from '../records/school-day.ts';
import type { Basis, Store } from './store.ts';

/** The two questions whose answers make an identity an actor; from the people area, handed in by main. */
export interface ActorQueries {
  readonly staff: Query<{ person: string }, StaffRow>;
  readonly roles: Query<{ person: string; today: string }, RoleRow>;
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
  const asked = [queries.staff, queries.roles] as unknown as readonly [Query<object, unknown>, Query<object, unknown>];
  return async function actorOf(identity: Identity): Promise<ResolvedActor> {
    const values = { person: identity.person };
    const onThisDay = { ...values, today: schoolDay(clock.now()) };
    const staff = await store.rows(identity.tenant, asked[0], values);
    const roles = await store.rows(identity.tenant, asked[1], onThisDay);
    return {
      actor: actorFrom(identity, staff as readonly StaffRow[], roles as readonly RoleRow[], schools),
      seen: [
        { query: asked[0], values, rows: staff },
        { query: asked[1], values: onThisDay, rows: roles },
      ],
    };
  };
}
export type ActorOf = ReturnType<typeof createActors>;
