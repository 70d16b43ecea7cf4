import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { meeting, meetingChild, meetingPerson } from './record.ts';

interface Tables {
  meeting: TableOf<typeof meeting>;
  meetingChild: TableOf<typeof meetingChild>;
  meetingPerson: TableOf<typeof meetingPerson>;
}

/** More than a trust calls in a term. */
const most = 2_000;

/** What of a meeting a calendar has to do with: nothing of whom it is about. */
export type CalendarMeeting = Pick<
  Tables['meeting'],
  'id' | 'rev' | 'school' | 'kind' | 'status' | 'startsAt' | 'endsAt'
> &
  Pick<Tables['meeting'], 'location' | 'online' | 'calledById' | 'eventId' | 'eventTold'>;

/** Meetings that begin from a moment on, the next first. */
export const meetingsForCalendars = defineQuery<Tables, { from: string }, CalendarMeeting>(
  'meetings-for-calendars',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .select(['id', 'rev', 'school', 'kind', 'status', 'startsAt', 'endsAt', 'location', 'online', 'calledById'])
      .select(['eventId', 'eventTold'])
      .where('startsAt', '>=', value('from'))
      .where('removedAt', 'is', null)
      .orderBy('startsAt')
      .orderBy('id')
      .limit(most),
);

export type CalendarPerson = Pick<Tables['meetingPerson'], 'meetingId' | 'personId' | 'email'>;

/** Who was asked to these meetings. */
export const peopleForCalendars = defineQuery<Tables, { from: string }, CalendarPerson>(
  'people-for-calendars',
  (tables, value) =>
    tables
      .selectFrom('meetingPerson')
      .innerJoin('meeting', (join) =>
        join.onRef('meeting.tenant', '=', 'meetingPerson.tenant').onRef('meeting.id', '=', 'meetingPerson.meetingId'),
      )
      .select(['meetingPerson.meetingId', 'meetingPerson.personId', 'meetingPerson.email'])
      .where('meeting.startsAt', '>=', value('from'))
      .where('meetingPerson.removedAt', 'is', null),
);

export type CalendarChild = Pick<Tables['meetingChild'], 'meetingId' | 'childId'>;

/** Whom these meetings are about: to leave out whoever is kept from one of them. */
export const childrenForCalendars = defineQuery<Tables, { from: string }, CalendarChild>(
  'children-for-calendars',
  (tables, value) =>
    tables
      .selectFrom('meetingChild')
      .innerJoin('meeting', (join) =>
        join.onRef('meeting.tenant', '=', 'meetingChild.tenant').onRef('meeting.id', '=', 'meetingChild.meetingId'),
      )
      .select(['meetingChild.meetingId', 'meetingChild.childId'])
      .where('meeting.startsAt', '>=', value('from'))
      .where('meetingChild.removedFromAt', 'is', null),
);
