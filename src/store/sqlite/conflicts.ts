import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Instant } from '../../ports/clock.ts';
import type { BothSides, FilingPayload, Task } from '../../ports/outbox.ts';
import type { Settlement } from '../../perform/types.ts';

const toJson = (value: unknown) => JSON.stringify(value ?? null);
const without = (values: Readonly<Record<string, unknown>>, names: readonly string[]) =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

/** Acts whose filing has stopped: what both sides hold, kept in the encrypted store until the act goes on; and how it goes on. */
export function createConflicts(sqlite: SQLite.Database) {
  const insert = sqlite.prepare(
    'insert or replace into conflict (outboxId, tenant, record, subject, field, base, ours, theirs) values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const remove = sqlite.prepare('delete from conflict where outboxId = ?');
  const stopped = sqlite.prepare<[string, string, string], { id: number; payload: string }>(
    `select id, payload from outbox where tenant = ? and channel = 'sharepoint' and state = 'stopped'
       and payload ->> 'record' = ? and payload ->> 'id' = ?`,
  );
  const goOn = sqlite.prepare(
    `update outbox set payload = ?, state = 'waiting', attempts = 0, code = null, dueAt = ? where id = ?`,
  );

  return {
    keep({ id, tenant, payload }: Task<FilingPayload>, found: readonly BothSides[]): void {
      remove.run(id);
      for (const { field, base, ours, theirs } of found) {
        const before = base === undefined ? null : toJson(base);
        insert.run(id, tenant, payload.record, payload.id, field, before, toJson(ours), toJson(theirs));
      }
    },
    /** Lets a record's stopped act go on as a person chose; inside the caller's transaction. False when none stands still. */
    settle(tenant: string, { type, id, drop, base }: Settlement, now: Instant): boolean {
      const row = stopped.get(tenant, type.name, id);
      if (!row) return false;
      const payload = JSON.parse(row.payload) as FilingPayload;
      const settled: FilingPayload = {
        ...payload,
        values: without(payload.values, drop),
        base: { ...without(payload.base ?? {}, drop), ...base },
        settled: true,
      };
      goOn.run(JSON.stringify(settled), now, row.id);
      remove.run(row.id);
      sqlite.prepare(`update "${type.name}" set stopped = null where tenant = ? and id = ?`).run(tenant, id);
      return true;
    },
  };
}
