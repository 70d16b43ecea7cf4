import { setTimeout as sleep } from 'node:timers/promises';

const patienceSeconds = 90;

/** Waits until nothing is left to be filed; gives up when nothing was filed for a while, and the figures then say that something waits. */
export async function drained(unfiled: () => number | Promise<number>): Promise<void> {
  let [left, since] = [await unfiled(), performance.now()];
  while (left > 0 && performance.now() - since < patienceSeconds * 1_000) {
    await sleep(250);
    const now = await unfiled();
    if (now < left) since = performance.now();
    left = now;
  }
}
