import type { Clock } from '../../ports/clock.ts';
import type { BothSides, FilingPayload, FilingQueue, Task } from '../../ports/outbox.ts';
import { jsonText } from './json-text.ts';
import { createOutbox, held } from './outbox.ts';
import { createParameters } from './parameters.ts';
import type { Pool } from './pool.ts';
import { quoted } from './quoted.ts';

/** Writes that wait for SharePoint, on the outbox table. */
export function createFilingQueue(pool: Pool, clock: Clock): FilingQueue {
  const outbox = createOutbox<FilingPayload>(pool, 'sharepoint', clock);
  /** Stops the lane and keeps what both sides hold, and the record says so. */
  async function stop(task: Task<FilingPayload>, code: string, sides: readonly BothSides[]): Promise<boolean> {
    const p = createParameters();
    const json = (value: unknown) => jsonText(value ?? null);
    const found = sides.map(({ field, base, ours, theirs }) => ({
      field,
      base: base === undefined ? null : json(base),
      ours: json(ours),
      theirs: json(theirs),
    }));
    const { record, id } = task.payload;
    const text = `with halted as (update outbox set state = 'stopped', "leaseUntil" = null, code = ${p.text(code)}
        where ${held(task, p)} returning id),
      kept as (insert into conflict ("outboxId", tenant, record, subject, field, base, ours, theirs)
        select halted.id, ${p.text(task.tenant)}, ${p.text(record)}, ${p.text(id)}, field, base, ours, theirs
        from halted, jsonb_to_recordset(${p.json(found)}) as side(field text, base text, ours text, theirs text)
        on conflict ("outboxId", field) do update set base = excluded.base, ours = excluded.ours, theirs = excluded.theirs),
      marked as (update ${quoted(record)} set stopped = ${p.text(code)}
        where tenant = ${p.text(task.tenant)} and id = ${p.text(id)} and exists (select from halted))
      select id from halted`;
    return (await pool.rows({ text, values: p.values })).length === 1;
  }

  return {
    claim: outbox.claim,
    postpone: outbox.postpone,
    stop: (task, code) => stop(task, code, []),
    conflict: (task, sides) => stop(task, 'conflict', sides),
    async place(task) {
      const p = createParameters();
      const text = `select subject."itemId", subject.etag from outbox left join ${quoted(task.payload.record)} as subject
        on subject.tenant = ${p.text(task.tenant)} and subject.id = ${p.text(task.payload.id)} where ${held(task, p)}`;
      const [row] = await pool.rows<{ itemId: string | null; etag: string | null }>({ text, values: p.values });
      if (!row) return 'lost';
      if (!row.itemId) return undefined;
      return row.etag === null ? { itemId: row.itemId } : { itemId: row.itemId, etag: row.etag };
    },
    confirm: (task, at) =>
      outbox.remove(
        task,
        (p) => `marked as (update ${quoted(task.payload.record)}
          set "itemId" = ${p.text(at.itemId)}, etag = ${p.text(at.etag)}, "filedRev" = ${p.whole(task.payload.rev)}, stopped = null
          where tenant = ${p.text(task.tenant)} and id = ${p.text(task.payload.id)} and exists (select from gone))`,
      ),
  };
}
