import { setTimeout as sleep } from 'node:timers/promises';

const patienceSeconds = 90;

/** Waits until nothing is left to be filed; gives up after a while, and the figures then say that something waits. */
export async function drained(unfiled: () => number | Promise<number>): Promise<void> {
  const deadline = performance.now() + patienceSeconds * 1_000;
  while ((await unfiled()) > 0 && performance.now() < deadline) await sleep(250);
}
