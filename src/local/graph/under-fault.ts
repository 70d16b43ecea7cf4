import type { Response } from 'express';
import type { ActiveFault } from '../faults.ts';
import type { Answer } from './answer.ts';
import { throttled, unavailable } from './graph-fault.ts';

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
 * Carries a call out under the fault that hits it.
 * @returns undefined when no answer goes back
 * @throws GraphFault 503 or 429 when the fault is that Graph refuses
 */
export async function underFault(
  fault: ActiveFault | undefined,
  response: Response,
  work: () => Promise<Answer>,
): Promise<Answer | undefined> {
  switch (fault?.kind) {
    case undefined:
      return work();
    case 'unavailable':
      throw unavailable(retryAfter(fault.retryAfterSeconds));
    case 'throttle':
      throw throttled(retryAfter(fault.retryAfterSeconds));
    case 'lost-reply':
      await work();
      return undefined;
    case 'slow': {
      const early = fault.work === 'before' ? await work() : undefined;
      if ((await pause(fault.ms, response)) === 'gone') return undefined;
      return early ?? work();
    }
  }
}
