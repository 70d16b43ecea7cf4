import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';
import { GraphUnreachable, type BatchEnd } from '../ports/graph.ts';
import { askedWait } from './asked-wait.ts';

export interface PatienceSettings {
  readonly clock: Clock;
  /** No try is begun later than this after the first, in seconds. Default 60. */
  readonly within?: number;
  /** From 0 to below 1; spreads the waits. */
  readonly random?: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

const mostTries = 5;
const passing = [429, 502, 503, 504];
const chance = (): number => randomInt(2 ** 32) / 2 ** 32;

/** Whether the same request may end better a little later. */
export const isFleeting = (end: BatchEnd): boolean =>
  end instanceof GraphUnreachable ? !end.code.startsWith('token') : passing.includes(end.status);

/** How long callers without an outbox go on trying. */
export interface Patience {
  /** Whether there is time for another wait. */
  left(): boolean;
  sleep(ms: number): Promise<unknown>;
  /**
   * Seconds before the next try: as long as SharePoint asks at most, or 1 s, 2 s, 4 s …, and up to as much again by chance.
   * Undefined when there is none.
   * @param tries how many there were
   */
  pause(ends: readonly BatchEnd[], tries: number): number | undefined;
}

/** Patience that begins now. */
export function createPatience({ clock, within = 60, random = chance, sleep = delay }: PatienceSettings): Patience {
  const seconds = () => Date.parse(clock.now()) / 1_000;
  const since = seconds();
  return {
    left: () => seconds() - since <= within,
    sleep,
    pause(ends, tries) {
      if (tries >= mostTries) return undefined;
      const asked = ends.flatMap((end) => ('status' in end ? (askedWait(end.headers, clock.now()) ?? []) : []));
      const wait = (asked.length > 0 ? Math.max(...asked) : 2 ** (tries - 1)) + random() * 2 ** (tries - 1);
      return seconds() + wait - since > within ? undefined : wait;
    },
  };
}
