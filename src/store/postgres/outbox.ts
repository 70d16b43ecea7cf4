import type { Clock } from '../../ports/clock.ts';
import { patient, type Task } from '../../ports/outbox.ts';
import { later } from '../instants.ts';
import { createParameters, type Parameters } from './parameters.ts';
import type { Pool } from './pool.ts';

type Held = Pick<Task<unknown>, 'id' | 'fence'>;

/** Whose claim it is: one whose lease has ended changes nothing. */
export const held = (task: Held, p: Parameters) => `outbox.id = ${p.whole(task.id)} and fence = ${p.whole(task.fence)}`;

/**
 * What both channels share, as in the SQLite store: claiming lane heads, giving them back, stopping a lane. Several workers
 * claim side by side: a head that another is just claiming is skipped, and one that was claimed meanwhile is no longer free.
 * @param clock the database's, so that a lease ends at the same moment for all
 */
export function createOutbox<P>(pool: Pool, channel: 'sharepoint' | 'message', clock: Clock) {
  // Only the oldest row of a lane is ever claimed: that keeps the order within a case. A message that has to wait lets the
  // next ones pass: a name to be hidden in half a minute, or a chat that refuses a card, must not hold up an alert.
  const headOnly = (now: string) =>
    channel === 'message' ? `and head.state = 'waiting' and head."dueAt" <= ${now}` : '';

  async function change(task: Held, build: (p: Parameters) => string): Promise<boolean> {
    const p = createParameters();
    const text = `update outbox set ${build(p)} where ${held(task, p)} returning id`;
    return (await pool.rows({ text, values: p.values })).length === 1;
  }

  async function claimHeads(limit: number, leaseSeconds: number, which: '=' | '<>'): Promise<readonly Task<P>[]> {
    const p = createParameters();
    const at = clock.now();
    const [of, now, until] = [p.text(channel), p.text(at), p.text(later(at, leaseSeconds))];
    const text = `with free as (
          select id from outbox as o
          where channel = ${of} and left(lane, 1) ${which} '${patient}' and state = 'waiting' and "dueAt" <= ${now} and ("leaseUntil" is null or "leaseUntil" <= ${now})
            and id = (select min(id) from outbox as head where head.channel = o.channel and head.lane = o.lane ${headOnly(now)})
          order by id limit ${p.whole(limit)} for update skip locked)
        update outbox set "leaseUntil" = ${until}, fence = fence + 1 from free where outbox.id = free.id
        returning outbox.id, tenant, lane, fence, attempts, act, "createdAt", payload`;
    const claimed = await pool.rows<Task<P>>({ text, values: p.values });
    return claimed.toSorted((one, other) => one.id - other.id);
  }

  return {
    async claim(limit: number, leaseSeconds: number): Promise<readonly Task<P>[]> {
      const eager = await claimHeads(limit, leaseSeconds, '<>');
      const idle = limit - eager.length;
      if (idle === 0 || channel === 'message') return eager;
      return [...eager, ...(await claimHeads(idle, leaseSeconds, '='))];
    },
    postpone: (task: Held, afterSeconds: number, code: string, free?: 'free') =>
      // The claim is over: whoever held it may not confirm any more.
      change(
        task,
        (p) => `"leaseUntil" = null, fence = fence + 1, "dueAt" = ${p.text(later(clock.now(), afterSeconds))},
          code = ${p.text(code)}, attempts = attempts + ${p.whole(free ? 0 : 1)}`,
      ),
    stop: (task: Held, code: string) =>
      change(task, (p) => `state = 'stopped', "leaseUntil" = null, code = ${p.text(code)}`),
    /** Work that is done goes. @param then steps that happen with it, where `gone` is not empty. False when the lease was lost. */
    async remove(task: Held, then: (p: Parameters) => string = () => ''): Promise<boolean> {
      const p = createParameters();
      const gone = `gone as (delete from outbox where ${held(task, p)} returning id)`;
      const steps = [gone, then(p)].filter((step) => step !== '').join(', ');
      return (await pool.rows({ text: `with ${steps} select id from gone`, values: p.values })).length === 1;
    },
  };
}
