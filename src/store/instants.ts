import type { Instant } from '../ports/clock.ts';

/** The moment so many seconds after another. */
export function later(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString();
}
