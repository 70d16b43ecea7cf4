import type { Clock, Instant } from '../ports/clock.ts';
import type { GraphCall } from './one-call.ts';

/** When Graph was last called, and what it said. */
export interface Pulse {
  heard(call: Pick<GraphCall, 'status'>): void;
  /** Undefined before the first call. `status`: undefined when no answer came. */
  last(): { readonly at: Instant; readonly status: number | undefined } | undefined;
}

export function createPulse(clock: Clock): Pulse {
  let last: ReturnType<Pulse['last']>;
  return { heard: ({ status }) => void (last = { at: clock.now(), status }), last: () => last };
}
