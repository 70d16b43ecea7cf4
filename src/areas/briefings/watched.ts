import type { WatchedView } from '../../perform/watched-view.ts';
import { briefing, briefingReceipt, procedure } from './record.ts';

const within = { type: briefing, by: 'briefingId' } as const;

/** Which views of the tab show briefings and local procedures. */
export const watchedBriefings: readonly WatchedView[] = [
  { view: 'briefings', verb: 'list-briefings', record: briefing },
  { view: 'briefings', verb: 'list-briefings-to-read', record: briefingReceipt },
  { view: 'briefing', one: true, verb: 'read-briefing', record: briefing },
  { view: 'briefing', one: true, verb: 'list-receipts-of-briefing', record: briefingReceipt, within },
  { view: 'procedures', verb: 'list-procedures', record: procedure },
];
