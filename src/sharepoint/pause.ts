import type { Clock } from '../ports/clock.ts';

/** While SharePoint asks to be left alone, no call of the tenant is made: further ones lengthen the throttling. */
export interface Pause {
  /** Seconds until calls may be made again; 0 when they may. */
  left(): number;
  /** Never shortens a pause that was asked for before. */
  extend(seconds: number): void;
}

export function createPause(clock: Clock): Pause {
  let until = 0;
  const now = () => Date.parse(clock.now());
  return {
    left: () => Math.max(0, (until - now()) / 1_000),
    extend: (seconds) => void (until = Math.max(until, now() + seconds * 1_000)),
  };
}
