import type { WatchedView } from '../../perform/watched-view.ts';
import { concern } from '../concerns/record.ts';
import { document } from './record.ts';

/** The documents of the concern that is open. */
export const watchedFiles: readonly WatchedView[] = [
  {
    view: 'documents',
    one: true,
    verb: 'list-documents',
    record: document,
    within: { type: concern, by: 'concernId' },
  },
];
