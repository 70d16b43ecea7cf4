import type { WatchedView } from '../../perform/watched-view.ts';
import { action } from './record.ts';

/** Which views of the tab show actions: one's own, and for leads those of the school. */
export const watchedActions: readonly WatchedView[] = [
  { view: 'actions', verb: 'list-own-actions', record: action },
  { view: 'actions', verb: 'list-open-actions', record: action },
];
