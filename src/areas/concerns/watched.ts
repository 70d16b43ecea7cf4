import type { WatchedView } from '../../perform/watched-view.ts';
import { outsideChange } from '../outside/record.ts';
import { pupil } from '../people/record.ts';
import { concern, concernAddendum, concernDecision, concernPerson, routedLine } from './record.ts';

const list = { view: 'concerns', verb: 'list-concerns' } as const;
const one = { view: 'concern', one: true, verb: 'read-concern' } as const;
const ofConcern = { type: concern, by: 'concernId' } as const;

/** Which views of the tab show concerns and what belongs to them. */
export const watchedConcerns: readonly WatchedView[] = [
  { ...list, record: concern },
  { ...one, record: concern },
  // An addendum makes a concern unread.
  { ...list, record: concernAddendum, within: ofConcern },
  { ...one, record: concernAddendum, within: ofConcern },
  { ...list, record: concernPerson, within: ofConcern },
  { ...one, record: concernPerson, within: ofConcern },
  { ...one, record: concernDecision, within: ofConcern },
  { ...one, record: outsideChange, within: ofConcern },
  {
    view: 'reports',
    verb: 'list-own-reports',
    record: concern,
    fields: ['status', 'triageOutcome', 'takenByName', 'filed'],
  },
  {
    ...{ view: 'child', one: true, verb: 'read-child', shows: 'list-concerns-of-child' },
    ...{ record: concern, within: { type: pupil, by: 'childId' } },
  },
  { view: 'routed', verb: 'list-routed', record: routedLine },
];
