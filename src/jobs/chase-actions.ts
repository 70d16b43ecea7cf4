import { chasingIdentity } from '../access/actor.ts';
import { chaseAction } from '../areas/actions/chase-action.ts';
import { actionsToChase, type ToChaseRow } from '../areas/actions/queries.ts';
import { chasedUpTo, chaseDay } from '../records/chase-days.ts';
import { createChase, type ChaseParts } from './chase.ts';

/**
 * Reminds owners of their actions before and after the day on which these are due.
 * @returns a job; it says how many owners were reminded
 */
export function createChaseActions(parts: ChaseParts): () => Promise<number> {
  const { tenant, store } = parts;
  return createChase(parts, {
    ...{ by: chasingIdentity(tenant), act: chaseAction, undone: 'action.not-chased' },
    async due(now) {
      const rows = (await store.rows(tenant, actionsToChase, { until: chasedUpTo(now) })) as readonly ToChaseRow[];
      return rows.flatMap((row) => {
        const day = chaseDay(row, now);
        return day === undefined ? [] : [{ of: { action: row.id }, once: `chase:${row.id}:${row.dueOn}:${day}` }];
      });
    },
  });
}
