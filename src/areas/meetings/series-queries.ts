import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import { meetingStatus } from './fields.ts';
import type { meeting, meetingPerson } from './record.ts';
import { isToCome, type MeetingStatus } from './rules.ts';

interface Tables {
  meeting: TableOf<typeof meeting>;
  meetingPerson: TableOf<typeof meetingPerson>;
}

const toCome = (Object.keys(meetingStatus) as MeetingStatus[]).filter(isToCome);

export type LaterMeeting = Pick<Tables['meeting'], 'id' | 'rev' | 'status' | 'startsAt' | 'endsAt'>;

/** The meetings of a series that are to come after one of them, the next first. */
export const laterOfSeries = defineQuery<Tables, { meeting: string }, LaterMeeting>(
  'later-of-series',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .innerJoin('meeting as earlier', (join) =>
        join
          .onRef('earlier.tenant', '=', 'meeting.tenant')
          .onRef('earlier.school', '=', 'meeting.school')
          .onRef('earlier.seriesId', '=', 'meeting.seriesId'),
      )
      .select(['meeting.id', 'meeting.rev', 'meeting.status', 'meeting.startsAt', 'meeting.endsAt'])
      .where('earlier.id', '=', value('meeting'))
      .whereRef('meeting.startsAt', '>', 'earlier.startsAt')
      .where('meeting.status', 'in', toCome)
      .where('meeting.removedAt', 'is', null)
      .orderBy('meeting.startsAt')
      .orderBy('meeting.id'),
);

export type LaterPerson = Pick<Tables['meetingPerson'], 'id' | 'rev' | 'personId' | 'attendance'>;

/** Who was asked to them. */
export const peopleOfLater = defineQuery<Tables, { meeting: string }, LaterPerson>(
  'people-of-later-meetings',
  (tables, value) =>
    tables
      .selectFrom('meetingPerson')
      .innerJoin('meeting as later', (join) =>
        join.onRef('later.tenant', '=', 'meetingPerson.tenant').onRef('later.id', '=', 'meetingPerson.meetingId'),
      )
      .innerJoin('meeting as earlier', (join) =>
        join
          .onRef('earlier.tenant', '=', 'later.tenant')
          .onRef('earlier.school', '=', 'later.school')
          .onRef('earlier.seriesId', '=', 'later.seriesId'),
      )
      .select(['meetingPerson.id', 'meetingPerson.rev', 'meetingPerson.personId', 'meetingPerson.attendance'])
      .where('earlier.id', '=', value('meeting'))
      .whereRef('later.startsAt', '>', 'earlier.startsAt')
      .where('later.status', 'in', toCome)
      .where('later.removedAt', 'is', null)
      .orderBy('meetingPerson.id'),
);
