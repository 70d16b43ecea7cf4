import type { Instant } from '../ports/clock.ts';

const longest = 300;

/**
 * How long SharePoint asks to be left alone, in seconds, at least 0: the greater of `Retry-After` (seconds, or a date) and
 * `RateLimit-Reset` (Microsoft: SharePoint throttling guide). Undefined when it does not say.
 * @param headers names in lower case
 */
export function askedWait(headers: Readonly<Record<string, string>>, now: Instant): number | undefined {
  const waits = [headers['retry-after'], headers['ratelimit-reset']]
    .map((value) => secondsIn(value, now))
    .filter((value) => value !== undefined);
  return waits.length > 0 ? Math.max(...waits) : undefined;
}

function secondsIn(value: string | undefined, now: Instant): number | undefined {
  if (value === undefined || value.trim() === '') return undefined;
  const seconds = Number(value);
  const wait = Number.isNaN(seconds) ? (Date.parse(value) - Date.parse(now)) / 1000 : seconds;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
}

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
