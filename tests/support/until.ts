import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Asks again and again until there is something.
 * @param what for the message when there never is
 * @throws Error after so many seconds
 */
export async function until<T>(
  what: string,
  find: () => T | undefined | Promise<T | undefined>,
  seconds = 30,
): Promise<T> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const found = await find();
    if (found !== undefined) return found;
    if (performance.now() > deadline) throw new Error(`${what}: not within ${seconds} seconds`);
    await sleep(50);
  }
}
