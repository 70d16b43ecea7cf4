const longest = 300;

/**
 * Seconds to wait after a failure: 1 s, doubling to 5 minutes, the second half of it by chance, so that those who failed
 * together do not come back together.
 * @param attempts failures before this one
 * @param chance from 0 to below 1
 */
export function backOff(attempts: number, chance: number): number {
  const full = Math.min(longest, 2 ** Math.min(attempts, 16));
  return full / 2 + (full / 2) * chance;
}
