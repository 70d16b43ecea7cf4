import type { WatchedView } from '../../perform/watched-view.ts';
import { agendaPoint, meeting, meetingChild, meetingPerson, minute, minuteAddendum } from './record.ts';

const within = { type: meeting, by: 'meetingId' } as const;

/** Which views of the tab show meetings. */
export const watchedMeetings: readonly WatchedView[] = [
  { view: 'meetings', verb: 'list-meetings', record: meeting },
  { view: 'meetings', verb: 'list-meetings-asked-to', record: meetingPerson },
  { view: 'meeting', one: true, verb: 'read-meeting', record: meeting },
  { view: 'meeting', one: true, verb: 'list-children-of-meeting', record: meetingChild, within },
  { view: 'meeting', one: true, verb: 'list-people-of-meeting', record: meetingPerson, within },
  { view: 'meeting', one: true, verb: 'list-agenda', record: agendaPoint, within },
  { view: 'meeting', one: true, verb: 'list-minutes', record: minute, within },
  { view: 'meeting', one: true, verb: 'read-renderings', record: meeting },
  { view: 'meeting', one: true, verb: 'list-minute-addenda', record: minuteAddendum, within },
];
