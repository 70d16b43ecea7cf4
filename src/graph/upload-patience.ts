import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';
import { GraphUnreachable, type GraphAnswer } from '../ports/graph.ts';
import { askedWait } from './asked-wait.ts';

export interface UploadPatienceSettings {
  readonly clock: Clock;
  /** No wait ends later than this after the last success, in seconds. Default 120. */
  readonly within?: number;
  /** From 0 to below 1; spreads the waits. */
  readonly random?: () => number;
  readonly sleep?: (ms: number) => Promise<unknown>;
}

/** How often something that can be asked again is asked again. */
export interface UploadPatience {
  /** Waits as long as SharePoint asks, or 1 s, 2 s, 4 s …; false, at once, when it is time to give up. */
  again(end: GraphAnswer | GraphUnreachable): Promise<boolean>;
  /** Something was achieved: the count begins anew. */
  renew(): void;
}

const mostTries = 6;
const chance = (): number => randomInt(2 ** 32) / 2 ** 32;

/** Whether an end may pass by itself: no answer, or one that says not now. Without a token it will not. */
export const mayPass = (end: GraphAnswer | GraphUnreachable): boolean =>
  'status' in end ? end.status === 429 || end.status >= 500 : !end.code.startsWith('token');

export function createUploadPatience(settings: UploadPatienceSettings): UploadPatience {
  const { clock, within = 120, random = chance, sleep = delay } = settings;
  const seconds = () => Date.parse(clock.now()) / 1_000;
  let tries = 0;
  let since = seconds();
  return {
    async again(end) {
      if (++tries >= mostTries) return false;
      const asked = 'status' in end ? askedWait(end.headers, clock.now()) : undefined;
      const wait = (asked ?? 2 ** (tries - 1)) + random() * 2 ** (tries - 1);
      if (seconds() + wait - since > within) return false;
      await sleep(wait * 1_000);
      return true;
    },
    renew() {
      tries = 0;
      since = seconds();
    },
  };
}

/** The end of a call as a value, also when no answer came. */
export async function endOf(call: Promise<GraphAnswer>): Promise<GraphAnswer | GraphUnreachable> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof GraphUnreachable) return error;
    throw error;
  }
}
