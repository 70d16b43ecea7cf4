import type { WatchedView } from '../../perform/watched-view.ts';
import { agency } from './record.ts';

/** Which views of the tab show people. Children are not among them: one roster changes a school's hundreds at once. */
export const watchedPeople: readonly WatchedView[] = [{ view: 'agencies', verb: 'list-agencies', record: agency }];
