import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Clock } from '../../ports/clock.ts';
import type { DeliveredCard, MessagePayload, MessageQueue, Task } from '../../ports/outbox.ts';
import { createOutbox } from './outbox.ts';

/** Messages that wait for Teams, on the outbox table, and the ledger of cards that were delivered. */
export function createMessageQueue(sqlite: SQLite.Database, clock: Clock): MessageQueue {
  const outbox = createOutbox<MessagePayload>(sqlite, 'message', clock);
  const note = sqlite.prepare<string[]>(
    `insert into delivered (tenant, person, kind, about, activityId, at) values (?, ?, ?, ?, ?, ?)
     on conflict (tenant, about, person, kind) do update set activityId = excluded.activityId, at = excluded.at`,
  );
  const about = sqlite.prepare<string[], DeliveredCard>(
    'select person as "to", kind, activityId from delivered where tenant = ? and about = ?',
  );
  const confirm = sqlite.transaction((task: Task<MessagePayload>, activityId: string) => {
    if (!outbox.remove(task)) return false;
    const { to, kind, about: id } = task.payload;
    note.run(task.tenant, to, kind, id, activityId, clock.now());
    return true;
  });
  return {
    claim: async (limit, leaseSeconds) => outbox.claim(limit, leaseSeconds),
    postpone: async (task, afterSeconds, code, free) => outbox.postpone(task, afterSeconds, code, free),
    stop: async (task, code) => outbox.stop(task, code),
    confirm: async (task, activityId) => confirm.immediate(task, activityId),
    settle: async (task) => outbox.remove(task),
    delivered: async (tenant, id) => about.all(tenant, id),
  };
}
