import type { Instant } from '../ports/clock.ts';

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
