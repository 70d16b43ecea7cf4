import type { WatchedView } from '../../perform/watched-view.ts';
import { staffConcern, staffNote } from './record.ts';

const list = { view: 'staff-concerns', verb: 'list-staff-concerns' } as const;
const one = { view: 'staff-concern', one: true, verb: 'read-staff-concern' } as const;
const ofMatter = { type: staffConcern, by: 'matterId' } as const;

/** Which views of the tab show concerns about adults; nobody is told of one who may not see it. */
export const watchedStaffConcerns: readonly WatchedView[] = [
  { ...list, record: staffConcern },
  { view: 'staff-concerns', verb: 'list-given-matters', record: staffConcern },
  { ...one, record: staffConcern },
  { ...one, record: staffNote, within: ofMatter },
  { view: 'staff-reports', verb: 'list-own-staff-reports', record: staffConcern, fields: ['status', 'filed'] },
];
