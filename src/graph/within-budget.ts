import { setTimeout as sleep } from 'node:timers/promises';
import type { Budget } from '../ports/graph.ts';

/** How long to sleep at most before looking again: the budget may have learnt more meanwhile. */
const longestNapMs = 1_000;

/** @throws the signal's reason when it is aborted before there is room */
async function room(budget: Budget, units: number, signal: AbortSignal | undefined): Promise<void> {
  for (let seconds = budget.wait(units); seconds > 0; seconds = budget.wait(units)) {
    try {
      await sleep(Math.min(Math.ceil(seconds * 1_000), longestNapMs), undefined, signal && { signal });
    } catch {
      throw signal?.reason;
    }
  }
}

/**
 * Holds a call back until the tenant's budget has room for it, then charges it, whatever becomes of it.
 * @param units what it costs
 * @param send makes the call; undefined when no answer came
 */
export async function withinBudget<R extends Response | undefined>(
  budget: Budget,
  units: number,
  signal: AbortSignal | undefined,
  send: () => Promise<R>,
): Promise<R> {
  await room(budget, units, signal);
  const answered = budget.spend(units);
  let response: R | undefined;
  try {
    return (response = await send());
  } finally {
    answered(response && { status: response.status, headers: Object.fromEntries(response.headers) });
  }
}
