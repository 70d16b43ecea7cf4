import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Clock } from '../../ports/clock.ts';
import type { BothSides, FilingPayload, FilingQueue, RowPlace, Task } from '../../ports/outbox.ts';
import { createConflicts } from './conflicts.ts';
import { createOutbox } from './outbox.ts';

/** Writes that wait for SharePoint, on the outbox table. */
export function createFilingQueue(sqlite: SQLite.Database, clock: Clock): FilingQueue {
  const outbox = createOutbox<FilingPayload>(sqlite, 'sharepoint', clock);
  const conflicts = createConflicts(sqlite);
  const place = (task: Task<FilingPayload>) =>
    sqlite
      .prepare<[string, string, number, number], { itemId: string | null; etag: string | null }>(
        `select subject.itemId, subject.etag from outbox left join "${task.payload.record}" as subject
         on subject.tenant = ? and subject.id = ? where outbox.id = ? and outbox.fence = ?`,
      )
      .get(task.tenant, task.payload.id, task.id, task.fence);

  const confirm = sqlite.transaction((task: Task<FilingPayload>, at: RowPlace) => {
    if (!outbox.remove(task)) return false;
    sqlite
      .prepare(
        `update "${task.payload.record}" set itemId = ?, etag = ?, filedRev = ?, stopped = null where tenant = ? and id = ?`,
      )
      .run(at.itemId, at.etag ?? null, task.payload.rev, task.tenant, task.payload.id);
    return true;
  });

  /** Stops the lane, and the record says so. */
  const stop = sqlite.transaction((task: Task<FilingPayload>, code: string, sides: readonly BothSides[]) => {
    if (!outbox.stop(task, code)) return false;
    conflicts.keep(task, sides);
    const { record, id } = task.payload;
    sqlite.prepare(`update "${record}" set stopped = ? where tenant = ? and id = ?`).run(code, task.tenant, id);
    return true;
  });

  return {
    claim: async (limit, leaseSeconds) => outbox.claim(limit, leaseSeconds),
    postpone: async (task, afterSeconds, code, free) => outbox.postpone(task, afterSeconds, code, free),
    stop: async (task, code) => stop.immediate(task, code, []),
    conflict: async (task, sides) => stop.immediate(task, 'conflict', sides),
    async place(task) {
      const row = place(task);
      if (!row) return 'lost';
      if (!row.itemId) return undefined;
      return row.etag === null ? { itemId: row.itemId } : { itemId: row.itemId, etag: row.etag };
    },
    confirm: async (task, at) => confirm.immediate(task, at),
  };
}
