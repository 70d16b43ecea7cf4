import type { WatchedView } from '../../perform/watched-view.ts';
import { meetingFields } from './fields.ts';
import {
  agendaPoint,
  agendaTemplate,
  contribution,
  meeting,
  meetingChild,
  meetingPaper,
  meetingPerson,
  minute,
  minuteAddendum,
  minutesLink,
} from './record.ts';

/** What a meeting itself shows: each word of its minutes is no reason to look at it anew. */
const fields = [...Object.keys(meetingFields), 'filed'];
const within = { type: meeting, by: 'meetingId' } as const;

/** Which views of the tab show meetings. */
export const watchedMeetings: readonly WatchedView[] = [
  { view: 'meetings', verb: 'list-meetings', record: meeting, fields },
  { view: 'meetings', verb: 'list-meetings-asked-to', record: meetingPerson },
  { view: 'meetings', verb: 'list-papers-to-read', record: meetingPaper },
  { view: 'meeting', one: true, verb: 'list-papers-of-meeting', record: meetingPaper, within },
  { view: 'agenda-templates', verb: 'list-agenda-templates', record: agendaTemplate },
  { view: 'meeting', one: true, verb: 'read-meeting', record: meeting, fields },
  { view: 'meeting', one: true, verb: 'list-children-of-meeting', record: meetingChild, within },
  { view: 'meeting', one: true, verb: 'list-people-of-meeting', record: meetingPerson, within },
  { view: 'meeting', one: true, verb: 'list-agenda', record: agendaPoint, within },
  { view: 'meeting', one: true, verb: 'list-contributions', record: contribution, within },
  { view: 'minutes', one: true, verb: 'read-minutes', record: meeting },
  { view: 'minutes', one: true, verb: 'read-renderings', record: meeting },
  { view: 'minutes', one: true, verb: 'read-minutes-as-attendee', record: meetingPerson, within },
  { view: 'minutes', one: true, verb: 'list-papers-of-minutes', record: meetingChild, within },
  { view: 'minutes', one: true, verb: 'list-minutes', record: minute, within },
  { view: 'minutes', one: true, verb: 'list-minute-addenda', record: minuteAddendum, within },
  { view: 'minutes', one: true, verb: 'list-minutes-links', record: minutesLink, within },
];
