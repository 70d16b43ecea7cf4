import { createHash } from 'node:crypto';
import { chasingIdentity } from '../access/actor.ts';
import { chaseAction } from '../areas/actions/chase-action.ts';
import { chasedUpTo, chaseDay, isTimeToChase } from '../records/chase-days.ts';
import { actionsToChase, type ToChaseRow } from '../areas/actions/queries.ts';
import type { Perform } from '../perform/perform.ts';
import type { Store } from '../perform/store.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';

export interface ChaseActionsParts {
  readonly tenant: string;
  readonly store: Pick<Store, 'rows'>;
  readonly perform: Perform;
  /** The one that school matters run on. */
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Reminds owners of their actions before and after the day on which these are due. That it was done stands on the action itself, so
 * whoever dies between two reminders sends none a second time, and the form of each comes from its day.
 * @returns a job; it says how many owners were reminded
 */
export function createChaseActions({ tenant, store, perform, clock, log }: ChaseActionsParts): () => Promise<number> {
  const us = chasingIdentity(tenant);
  return async () => {
    const now = clock.now();
    if (!isTimeToChase(now)) return 0;
    let done = 0;
    const rows = (await store.rows(tenant, actionsToChase, { until: chasedUpTo(now) })) as readonly ToChaseRow[];
    for (const row of rows) {
      const day = chaseDay(row, now);
      if (day === undefined) continue;
      const form = createHash('sha256').update(`chase:${row.id}:${row.dueOn}:${day}`).digest('hex').slice(0, 32);
      const chased = await perform(chaseAction, us, { action: row.id }, form);
      if (chased.ok) done++;
      else if (chased.problem.code !== 'already-done')
        log.warn('action.not-chased', { action: row.id, code: chased.problem.code });
    }
    return done;
  };
}
