import type { WatchedView } from '../../perform/watched-view.ts';
import { concern } from '../concerns/record.ts';
import { meeting } from '../meetings/record.ts';
import { letter, letterTemplate } from './record.ts';

/** Which views of the tab show letters and their templates. */
export const watchedLetters: readonly WatchedView[] = [
  { view: 'letter-templates', verb: 'list-letter-templates', record: letterTemplate },
  { view: 'letter', one: true, verb: 'read-letter', record: letter },
  {
    ...{ view: 'letters-of-meeting', one: true, verb: 'read-meeting', record: letter },
    ...{ shows: 'list-letters-of-meeting', within: { type: meeting, by: 'meetingId' } },
  },
  {
    ...{ view: 'letters-of-concern', one: true, verb: 'read-concern', record: letter },
    ...{ shows: 'list-letters-of-concern', within: { type: concern, by: 'concernId' } },
  },
];
