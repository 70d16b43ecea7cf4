import type { FilingPayload, FilingQueue, Task } from '../ports/outbox.ts';
import type { Change } from './change.ts';

/** Says that SharePoint holds a record, or that its way there has stopped, without the queue knowing to whom. */
export function tellingOfFilings(queue: FilingQueue, filed: (change: Omit<Change, 'fields'>) => void): FilingQueue {
  const after = (task: Task<FilingPayload>, done: boolean) => {
    if (done) filed({ tenant: task.tenant, type: task.payload.record, id: task.payload.id });
    return done;
  };
  return {
    claim: (limit, leaseSeconds) => queue.claim(limit, leaseSeconds),
    postpone: (task, afterSeconds, code, free) => queue.postpone(task, afterSeconds, code, free),
    place: (task) => queue.place(task),
    stop: async (task, code) => after(task, await queue.stop(task, code)),
    conflict: async (task, sides) => after(task, await queue.conflict(task, sides)),
    confirm: async (task, place) => after(task, await queue.confirm(task, place)),
  };
}
