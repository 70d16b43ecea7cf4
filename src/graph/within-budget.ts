import { setTimeout as sleep } from 'node:timers/promises';
import type { Budget } from '../ports/graph.ts';
import { untilRoom } from './until-room.ts';

/**
 * Holds a call back until the tenant's budget has room for it, then charges it, whatever becomes of it.
 * @param units what it costs
 * @throws the signal's reason when it is aborted before there is room
 * @param send makes the call; undefined when no answer came
 */
export async function withinBudget<R extends Response | undefined>(
  budget: Budget,
  units: number,
  signal: AbortSignal | undefined,
  send: () => Promise<R>,
): Promise<R> {
  const nap = async (ms: number) => {
    await sleep(ms, undefined, signal && { signal }).catch(() => {
      throw signal?.reason;
    });
  };
  const answered = await untilRoom(budget, units, nap, () => budget.spend(units));
  let response: R | undefined;
  try {
    return (response = await send());
  } finally {
    answered(response && { status: response.status, headers: Object.fromEntries(response.headers) });
  }
}
