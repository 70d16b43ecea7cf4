import type SQLite from 'better-sqlite3-multiple-ciphers';
import type { Selectable } from 'kysely';
import type { Clock } from '../../ports/clock.ts';
import { patient, type Task } from '../../ports/outbox.ts';
import { later } from '../instants.ts';
import { statement } from './statement.ts';
import type { Tables } from './tables.ts';

type Row = Selectable<Tables['outbox']>;
type Held = Pick<Task<unknown>, 'id' | 'fence'>;

/**
 * What both channels share: claiming lane heads, giving them back, stopping a lane.
 * Each change names the fence it was claimed under, so that a worker whose lease ended changes nothing.
 * @param clock the machine's, not the school's
 */
export function createOutbox<P>(sqlite: SQLite.Database, channel: 'sharepoint' | 'message', clock: Clock) {
  // Only the oldest row of a lane is ever claimed: that keeps the order within a case. A message that has to wait lets the
  // next ones pass: a name to be hidden in half a minute, or a chat that refuses a card, must not hold up an alert.
  const passing = channel === 'message' ? `and head.state = 'waiting' and head.dueAt <= @now` : '';
  const free = `select * from outbox as o
     where channel = @channel and state = 'waiting' and dueAt <= @now and (leaseUntil is null or leaseUntil <= @now)`;
  const heads = sqlite.prepare<[{ channel: string; now: string; limit: number }], Row>(
    `${free} and substr(lane, 1, 1) <> '${patient}'
       and id = (select min(id) from outbox as head
         where head.channel = o.channel and head.lane = o.lane ${passing})
     order by id limit @limit`,
  );
  const patientHeads = sqlite.prepare<[{ channel: string; now: string; limit: number }], Row>(
    `${free} and id in (select min(id) from outbox where channel = @channel and lane >= '${patient}' group by lane)
     order by id limit @limit`,
  );
  const lease = statement<Tables, { id: number; leaseUntil: string }, unknown>(sqlite, (tables, value) =>
    tables
      .updateTable('outbox')
      .set((row) => ({ leaseUntil: value('leaseUntil'), fence: row('fence', '+', 1) }))
      .where('id', '=', value('id')),
  );
  const giveBack = statement<Tables, Held & { dueAt: string; code: string; counted: number }, unknown>(
    sqlite,
    (tables, value) =>
      tables
        .updateTable('outbox')
        .set((row) => ({
          leaseUntil: null,
          // The claim is over: whoever held it may not confirm any more.
          fence: row('fence', '+', 1),
          dueAt: value('dueAt'),
          code: value('code'),
          attempts: row('attempts', '+', value('counted')),
        }))
        .where('id', '=', value('id'))
        .where('fence', '=', value('fence')),
  );
  const halt = statement<Tables, Held & { code: string }, unknown>(sqlite, (tables, value) =>
    tables
      .updateTable('outbox')
      .set({ state: 'stopped', leaseUntil: null, code: value('code') })
      .where('id', '=', value('id'))
      .where('fence', '=', value('fence')),
  );
  const remove = statement<Tables, Held, unknown>(sqlite, (tables, value) =>
    tables.deleteFrom('outbox').where('id', '=', value('id')).where('fence', '=', value('fence')),
  );

  const claimed = sqlite.transaction((rows: readonly Row[], leaseUntil: string) =>
    rows.map((row): Task<P> => {
      lease.run({ id: row.id, leaseUntil });
      const { id, tenant, lane, attempts, act, createdAt } = row;
      return {
        id,
        tenant,
        lane,
        fence: row.fence + 1,
        attempts,
        act,
        createdAt,
        payload: JSON.parse(row.payload) as P,
      };
    }),
  );

  return {
    claim(limit: number, leaseSeconds: number): readonly Task<P>[] {
      const now = clock.now();
      const eager = heads.all({ channel, now, limit });
      const idle = limit - eager.length;
      const free = idle > 0 ? [...eager, ...patientHeads.all({ channel, now, limit: idle })] : eager;
      // Looking costs no sync; only a claim is written.
      return free.length === 0 ? [] : claimed.immediate(free, later(now, leaseSeconds));
    },
    postpone: (task: Held, afterSeconds: number, code: string, free?: 'free') =>
      giveBack.run({
        id: task.id,
        fence: task.fence,
        dueAt: later(clock.now(), afterSeconds),
        code,
        counted: free ? 0 : 1,
      }) === 1,
    stop: (task: Held, code: string) => halt.run({ id: task.id, fence: task.fence, code }) === 1,
    /** The work is done: its row goes, and its payload is overwritten. False when the lease was lost. */
    remove: (task: Held) => remove.run({ id: task.id, fence: task.fence }) === 1,
  };
}
