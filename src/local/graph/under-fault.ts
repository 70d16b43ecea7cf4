import type { Response } from 'express';
import type { Effect } from '../fault-effects.ts';
import type { Answer } from './answer.ts';
import { GraphFault, throttled, unavailable } from './graph-fault.ts';

const retryAfter = (seconds: number | undefined): Readonly<Record<string, string>> =>
  seconds === undefined ? {} : { 'retry-after': String(seconds) };

/** Waits, but no longer than the caller does: `gone` when the connection ended first. */
function pause(ms: number, response: Response): Promise<'waited' | 'gone'> {
  return new Promise((resolve) => {
    if (response.closed) return resolve('gone');
    const gone = () => {
      clearTimeout(timer);
      resolve('gone');
    };
    const timer = setTimeout(() => {
      response.off('close', gone);
      resolve('waited');
    }, ms);
    response.once('close', gone);
  });
}

/**
 * Carries a call out under the fault that hits it. What shows in the answer alone is left to those who make it.
 * @returns undefined when no answer goes back
 * @throws GraphFault 503, 429 or 504 when the fault is that Graph refuses, or says that it was too slow
 */
export async function underFault(
  effect: Effect | undefined,
  response: Response,
  work: () => Promise<Answer>,
): Promise<Answer | undefined> {
  switch (effect?.kind) {
    case undefined:
    case 'stale':
    case 'own-save':
      return work();
    case 'unavailable':
      throw unavailable(retryAfter(effect.retryAfterSeconds));
    case 'throttle':
      throw throttled(retryAfter(effect.retryAfterSeconds));
    case 'reset':
      return undefined;
    case 'gateway-timeout':
      await work();
      throw new GraphFault(504, 'UnknownError', '');
    case 'lost-reply':
      await work();
      return undefined;
    case 'slow': {
      const early = effect.work === 'before' ? await work() : undefined;
      if ((await pause(effect.ms, response)) === 'gone') return undefined;
      return early ?? work();
    }
  }
}
