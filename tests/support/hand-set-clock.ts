import type { Clock } from '../../src/ports/clock.ts';

/** A clock that stands still until a test moves it. */
export interface HandSetClock extends Clock {
  forward(seconds: number): void;
  /** Seconds since 1970, as tokens count. */
  seconds(): number;
}

export function handSetClock(start = '2026-12-10T08:05:00.000Z'): HandSetClock {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    forward: (seconds) => {
      at += seconds * 1_000;
    },
    seconds: () => Math.floor(at / 1_000),
  };
}
