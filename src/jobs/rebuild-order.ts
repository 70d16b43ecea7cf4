import { rebuild, type RebuildParts, type RebuildReport } from '../sharepoint/rebuild.ts';
import type { LocalHandler } from '../system/local-socket.ts';

export type RebuildAnswer = RebuildReport | { readonly done: false; readonly busy: true };

/** Carries out what the rebuild command asks; one at a time, for both would fill the same tables. */
export function createRebuildOrder(parts: RebuildParts): LocalHandler {
  let underWay = false;
  return async (_order, tell): Promise<RebuildAnswer> => {
    if (underWay) return { done: false, busy: true };
    underWay = true;
    try {
      return await rebuild(parts, tell);
    } finally {
      underWay = false;
    }
  };
}
