import { randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../ports/clock.ts';
import { GraphUnreachable, type Graph, type GraphAnswer } from '../ports/graph.ts';
import { askedWait } from './asked-wait.ts';

interface Settings {
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

/**
 * Graph for callers without an outbox behind them: what only reads is asked again after a passing fault, as long as SharePoint
 * asks to wait, or 1 s, 2 s, 4 s …, and up to as much again by chance. A write is never repeated: it may have been carried out.
 * @returns a Graph whose last answer, or lack of one, is the caller's
 */
export function retryReads(graph: Graph, settings: Settings): Graph {
  const { clock, within = 60, random = chance, sleep = delay } = settings;
  const seconds = () => Date.parse(clock.now()) / 1_000;

  /** Seconds to wait before the next try; undefined when there is none. */
  function pause(end: GraphAnswer | GraphUnreachable, tries: number, since: number): number | undefined {
    const fleeting = 'status' in end ? passing.includes(end.status) : !end.code.startsWith('token');
    if (!fleeting || tries >= mostTries) return undefined;
    const asked = 'status' in end ? askedWait(end.headers, clock.now()) : undefined;
    const wait = (asked ?? 2 ** (tries - 1)) + random() * 2 ** (tries - 1);
    return seconds() + wait - since > within ? undefined : wait;
  }

  return {
    async call(request) {
      if (request.method !== 'GET') return graph.call(request);
      const since = seconds();
      for (let tries = 1; ; tries++) {
        const end = await graph.call(request).catch((error: unknown) => {
          if (error instanceof GraphUnreachable) return error;
          throw error;
        });
        const wait = pause(end, tries, since);
        if (wait !== undefined) await sleep(wait * 1_000);
        else if (end instanceof GraphUnreachable) throw end;
        else return end;
      }
    },
  };
}
