import type { Clock } from '../../ports/clock.ts';
import type { FilingPayload, FilingQueue } from '../../ports/outbox.ts';
import { createOutbox, held } from './outbox.ts';
import { createParameters } from './parameters.ts';
import type { Pool } from './pool.ts';
import { quoted } from './quoted.ts';

/** Writes that wait for SharePoint, on the outbox table. */
export function createFilingQueue(pool: Pool, clock: Clock): FilingQueue {
  const outbox = createOutbox<FilingPayload>(pool, 'sharepoint', clock);
  return {
    claim: outbox.claim,
    postpone: outbox.postpone,
    stop: outbox.stop,
    async conflict(task, sides) {
      const p = createParameters();
      // null stands for an empty field, and no base at all for one that is not known.
      const found = sides.map(({ field, base, ours, theirs }) => ({
        field,
        ...(base !== undefined && { base: [base] }),
        ours: [ours ?? null],
        theirs: [theirs ?? null],
      }));
      const text = `with stopped as (update outbox set state = 'stopped', "leaseUntil" = null, code = 'conflict' where ${held(task, p)} returning id),
        kept as (insert into conflict ("outboxId", field, base, ours, theirs)
          select stopped.id, field, base -> 0, ours -> 0, theirs -> 0
          from stopped, jsonb_to_recordset(${p.json(found)}) as side(field text, base jsonb, ours jsonb, theirs jsonb)
          on conflict ("outboxId", field) do update set base = excluded.base, ours = excluded.ours, theirs = excluded.theirs)
        select id from stopped`;
      return (await pool.rows({ text, values: p.values })).length === 1;
    },
    async place(task) {
      const p = createParameters();
      const text = `select "itemId", etag from ${quoted(task.payload.record)} where tenant = ${p.text(task.tenant)} and id = ${p.text(task.payload.id)}`;
      const [row] = await pool.rows<{ itemId: string | null; etag: string | null }>({ text, values: p.values });
      if (!row?.itemId) return undefined;
      return row.etag === null ? { itemId: row.itemId } : { itemId: row.itemId, etag: row.etag };
    },
    confirm: (task, at) =>
      outbox.remove(
        task,
        (p) => `marked as (update ${quoted(task.payload.record)}
          set "itemId" = ${p.text(at.itemId)}, etag = ${p.text(at.etag)}, "filedRev" = ${p.whole(task.payload.rev)}
          where tenant = ${p.text(task.tenant)} and id = ${p.text(task.payload.id)} and exists (select from gone))`,
      ),
  };
}
