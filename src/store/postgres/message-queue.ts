import type { Clock } from '../../ports/clock.ts';
import type { DeliveredCard, MessagePayload, MessageQueue } from '../../ports/outbox.ts';
import { createOutbox } from './outbox.ts';
import { createParameters } from './parameters.ts';
import type { Pool } from './pool.ts';

/** Messages that wait for Teams, on the outbox table, and the ledger of cards that were delivered. */
export function createMessageQueue(pool: Pool, clock: Clock): MessageQueue {
  const outbox = createOutbox<MessagePayload>(pool, 'message', clock);
  return {
    claim: outbox.claim,
    postpone: outbox.postpone,
    stop: outbox.stop,
    confirm: (task, activityId) =>
      outbox.remove(task, (p) => {
        const { to, kind, about } = task.payload;
        const noted = [task.tenant, to, kind, about, activityId, clock.now()].map(p.text).join(', ');
        return `noted as (insert into delivered (tenant, person, kind, about, "activityId", at) select ${noted} from gone
          on conflict (tenant, about, person, kind) do update set "activityId" = excluded."activityId", at = excluded.at)`;
      }),
    settle: (task) => outbox.remove(task),
    async delivered(tenant, about) {
      const p = createParameters();
      const text = `select person as "to", kind, "activityId" from delivered where tenant = ${p.text(tenant)} and about = ${p.text(about)}`;
      return pool.rows<DeliveredCard>({ text, values: p.values });
    },
  };
}
