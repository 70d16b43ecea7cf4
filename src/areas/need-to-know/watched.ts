import type { WatchedView } from '../../perform/watched-view.ts';
import { concern } from '../concerns/record.ts';
import { caseAccess } from './record.ts';

/** Which views of the tab show who may see single cases. Whoever is given or kept from something has all of theirs fetched anew. */
export const watchedNeedToKnow: readonly WatchedView[] = [
  { view: 'need-to-know', verb: 'list-need-to-know', record: caseAccess },
  { view: 'circle', one: true, verb: 'list-circle', record: caseAccess, within: { type: concern, by: 'concernId' } },
  { view: '*', verb: 'hear-of-own-access', record: caseAccess },
];
