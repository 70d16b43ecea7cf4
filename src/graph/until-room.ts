import type { Budget } from '../ports/graph.ts';

/** How long to sleep at most before looking again: the budget may have learnt more meanwhile. */
const longestNapMs = 1_000;

/**
 * Waits until the tenant's budget has room.
 * @param units that shall leave
 * @param nap sleeps for so many milliseconds; what it throws ends the wait
 */
export async function untilRoom(budget: Budget, units: number, nap: (ms: number) => Promise<void>): Promise<void> {
  for (let seconds = budget.wait(units); seconds > 0; seconds = budget.wait(units))
    await nap(Math.min(Math.ceil(seconds * 1_000), longestNapMs));
}
