import type { Budget } from '../ports/graph.ts';

/** How long to sleep at most before looking again: the budget may have learnt more meanwhile. */
const longestNapMs = 1_000;

/**
 * Waits until the tenant's budget has room, and takes it in the same moment: among several who wait for the same room, each
 * but the first finds it taken.
 * @param units that shall leave
 * @param nap sleeps for so many milliseconds; what it throws ends the wait
 * @param take spends them
 */
export async function untilRoom<T>(
  budget: Budget,
  units: number,
  nap: (ms: number) => Promise<void>,
  take: () => T,
): Promise<T> {
  for (let seconds = budget.wait(units); seconds > 0; seconds = budget.wait(units))
    await nap(Math.min(Math.ceil(seconds * 1_000), longestNapMs));
  return take();
}
