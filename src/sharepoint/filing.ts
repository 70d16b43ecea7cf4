import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { School } from '../config.ts';
import type { Clock } from '../ports/clock.ts';
import type { Budget, Graph } from '../ports/graph.ts';
import type { Log } from '../ports/log.ts';
import type { FilingPayload, FilingQueue, Task } from '../ports/outbox.ts';
import type { RecordType } from '../records/define-record.ts';
import { createBell } from './bell.ts';
import { createConclude } from './conclude.ts';
import { fileAct } from './file-act.ts';
import type { Ending } from './filing-step.ts';
import { createSites } from './sites.ts';

export interface FilingSettings {
  readonly queue: FilingQueue;
  /** The tenant's Graph: one worker serves one tenant. */
  readonly graph: Graph;
  /** What `graph` is charged to. */
  readonly budget: Budget;
  /** By RecordType.name. */
  readonly types: ReadonlyMap<string, RecordType>;
  readonly schools: readonly School[];
  readonly clock: Clock;
  readonly log: Log;
  /** Has somebody told that an act will not be filed until a person looks. */
  readonly stopped?: (task: Task<FilingPayload>) => Promise<void>;
  /** From 0 to below 1; spreads the waits. */
  readonly random?: () => number;
  /** How long `stop` waits for calls under way, in milliseconds. Default 15,000. */
  readonly graceMs?: number;
  /** How often it looks unasked, in milliseconds. Default 1,000. */
  readonly pollMs?: number;
}

export interface Filing {
  /** Claims what is due, tries each once and waits for all. @returns how many left the queue's heads: filed or stopped */
  runOnce(): Promise<number>;
  /** Works by itself until `stop`. */
  start(): void;
  /** Takes no more work, waits for what is under way and gives back the rest without counting an attempt. */
  stop(): Promise<void>;
  /** There is new work: look at once. */
  wake(): void;
}

const lanes = 4;
/** An act is one write, when all is well. */
const unitsOfWrite = 2;
/** Longer than a Graph call may take (45 s), so that a lane is not claimed twice while one is under way. */
const leaseSeconds = 60;
const chance = (): number => randomInt(2 ** 32) / 2 ** 32;

/**
 * The worker that brings committed acts into SharePoint: each exactly once, the acts of a lane in their order.
 * It may be killed at any moment; the next attempt finds out from the row what had become of the last.
 */
export function createFiling(settings: FilingSettings): Filing {
  const { queue, types, budget, clock, log, random = chance, graceMs = 15_000, pollMs = 1_000 } = settings;
  const { stopped = async () => undefined } = settings;
  const sites = createSites(settings);
  const conclude = createConclude({ queue, sites, types, budget, log, random, stopped });
  const bell = createBell();
  const active = new Map<Task<FilingPayload>, Promise<boolean>>();
  const givenBack = new WeakSet<Task<FilingPayload>>();
  let stopping = false;
  let looping: Promise<void> | undefined;

  /** Nothing is begun that would run into the end of the lease, of the budget, or of the process. */
  function barOf(): () => Ending | undefined {
    const claimedAt = Date.parse(clock.now());
    return () => {
      if (stopping) return { kind: 'postpone', code: 'stopping', seconds: 0, free: true };
      const seconds = budget.wait(unitsOfWrite);
      if (seconds > 0) return { kind: 'postpone', code: 'throttled', seconds, free: true };
      if (Date.parse(clock.now()) - claimedAt >= leaseSeconds * 1_000) return { kind: 'postpone', code: 'lease-over' };
      return undefined;
    };
  }

  async function attempt(task: Task<FilingPayload>): Promise<Ending> {
    const bar = barOf();
    try {
      const place = await queue.place(task);
      if (place === 'lost') return { kind: 'postpone', code: 'lease-over' };
      return await fileAct({ ...settings, sites }, task, place, bar);
    } catch (error) {
      return { kind: 'postpone', code: `broken-${error instanceof Error ? error.name : 'unknown'}`, alarm: true };
    }
  }

  async function work(task: Task<FilingPayload>): Promise<boolean> {
    try {
      const ending = await attempt(task);
      return givenBack.has(task) ? false : await conclude(task, ending);
    } catch (error) {
      log.error('filing.not-noted', { id: task.payload.id, code: error instanceof Error ? error.name : 'unknown' });
      return false;
    } finally {
      active.delete(task);
    }
  }

  /** How many lanes may be claimed: a lane that could only wait for the budget is left to wait in the queue. */
  function room(): number {
    let most = lanes - active.size;
    while (most > 0 && budget.wait(unitsOfWrite * (active.size + most)) > 0) most--;
    return most;
  }

  async function begin(): Promise<readonly Promise<boolean>[]> {
    const most = room();
    if (most === 0) return [];
    const tasks = await queue.claim(most, leaseSeconds);
    return tasks.map((task) => {
      const working = work(task);
      active.set(task, working);
      return working;
    });
  }

  async function loop(): Promise<void> {
    while (!stopping) {
      const begun = await begin().catch((error: unknown) => {
        log.error('filing.claim-failed', { code: error instanceof Error ? error.name : 'unknown' });
        return [];
      });
      for (const working of begun) void working.then(() => bell.ring());
      if (begun.length === 0 || active.size >= lanes) await bell.wait(pollMs);
    }
  }

  return {
    async runOnce() {
      const ends = await Promise.all(await begin());
      return ends.filter(Boolean).length;
    },
    start() {
      if (looping) return;
      stopping = false;
      looping = loop();
    },
    async stop() {
      stopping = true;
      bell.ring();
      await looping;
      looping = undefined;
      const patience = new AbortController();
      const grace = sleep(graceMs, undefined, { signal: patience.signal }).catch(() => undefined);
      await Promise.race([Promise.all(active.values()), grace]);
      patience.abort();
      for (const task of active.keys()) {
        givenBack.add(task);
        await queue.postpone(task, 0, 'stopping', 'free');
      }
    },
    wake: () => bell.ring(),
  };
}
