import type { Budget } from '../ports/graph.ts';
import type { Log } from '../ports/log.ts';
import type { FilingPayload, FilingQueue, Task } from '../ports/outbox.ts';
import type { RecordType } from '../records/define-record.ts';
import { backOff } from './back-off.ts';
import type { Ending } from './filing-step.ts';
import type { Sites } from './sites.ts';

interface Parts {
  readonly queue: FilingQueue;
  readonly sites: Sites;
  /** By RecordType.name. */
  readonly types: ReadonlyMap<string, RecordType>;
  readonly budget: Budget;
  readonly log: Log;
  readonly random: () => number;
  /** Has somebody told that an act will not be filed until a person looks; before the lane is stopped, so that it cannot be forgotten. */
  readonly stopped: (task: Task<FilingPayload>) => Promise<void>;
}

/** Tells the queue, and the log, how an attempt ended. Resolves to true when the act left the head of its lane. */
export type Conclude = (task: Task<FilingPayload>, ending: Ending) => Promise<boolean>;

export function createConclude({ queue, sites, types, budget, log, random, stopped }: Parts): Conclude {
  return async (task, ending) => {
    const about = { record: task.payload.record, id: task.payload.id, rev: task.payload.rev, attempts: task.attempts };
    switch (ending.kind) {
      case 'confirm': {
        const confirmed = await queue.confirm(task, ending.place);
        if (confirmed) log.info('filing.filed', about);
        else log.warn('filing.lease-lost', about);
        return confirmed;
      }
      case 'stop':
        log.error('filing.stopped', { ...about, code: ending.code });
        await stopped(task);
        return queue.stop(task, ending.code);
      case 'conflict':
        log.error('filing.stopped', {
          ...about,
          code: 'conflict',
          fields: ending.sides.map(({ field }) => field).join(),
        });
        await stopped(task);
        return queue.conflict(task, ending.sides);
      case 'postpone': {
        const seconds = secondsOf(ending, task.attempts, random());
        if (ending.pause) budget.rest(seconds);
        if (ending.forget) sites.forget(task.payload.school, types.get(task.payload.record)?.site);
        const note = { ...about, code: ending.code, seconds: Math.round(seconds) };
        if (ending.alarm) log.error('filing.blocked', note);
        // Whoever slept so long that its call timed out finds that another has the work by now.
        const held = await queue.postpone(task, seconds, ending.code, ending.free && 'free');
        if (!held) log.warn('filing.lease-lost', about);
        else if (!ending.alarm) log.warn('filing.postponed', note);
        return false;
      }
    }
  };
}

/** What SharePoint asked for and up to a tenth more, so that a fleet does not come back in one moment; else the back-off. */
function secondsOf(ending: Extract<Ending, { kind: 'postpone' }>, attempts: number, chance: number): number {
  return ending.seconds === undefined ? backOff(attempts, chance) : ending.seconds * (1 + chance / 10);
}
