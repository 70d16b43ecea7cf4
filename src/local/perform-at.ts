import { createPerform, type Perform, type PerformParts } from '../perform/perform.ts';
import type { Store } from '../perform/store.ts';
import { schoolMoment } from './clock/school-moment.ts';

/** Performs at an earlier moment. People were told at the time, so nobody gets a term's cards at the first start. */
export function performAt(parts: PerformParts, wall: string): Perform {
  const now = schoolMoment(wall);
  const store: Store = { ...parts.store, commit: (commit) => parts.store.commit({ ...commit, effects: [] }) };
  return createPerform({ ...parts, store, clock: { now: () => now } });
}
