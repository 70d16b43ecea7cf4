import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { meeting, meetingPerson } from './record.ts';

interface Tables {
  meeting: TableOf<typeof meeting>;
  meetingPerson: TableOf<typeof meetingPerson>;
}
type Asking = Parameters<Parameters<typeof defineQuery<Tables, object, AskedRow>>[1]>[0];

/** Meetings on one screen. */
const most = 200;

/** What of a meeting somebody sees who was asked to it: when and where, of what kind, and nothing of whom it is about. */
export type AskedRow = Pick<
  Tables['meetingPerson'],
  'id' | 'school' | 'attendance' | 'acknowledgedAt' | 'meetingId' | 'personId' | 'chairId' | 'minuteTakerId'
> &
  Pick<Tables['meeting'], 'kind' | 'status' | 'startsAt' | 'endsAt' | 'location' | 'online' | 'calledByName' | 'ref'>;

const asked = (tables: Asking) =>
  tables
    .selectFrom('meetingPerson')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.tenant', '=', 'meetingPerson.tenant').onRef('meeting.id', '=', 'meetingPerson.meetingId'),
    )
    .select(['meetingPerson.id', 'meetingPerson.school', 'meetingPerson.attendance', 'meetingPerson.meetingId'])
    .select('meetingPerson.acknowledgedAt')
    .select(['meetingPerson.personId', 'meetingPerson.chairId', 'meetingPerson.minuteTakerId'])
    .select(['meeting.kind', 'meeting.status', 'meeting.startsAt', 'meeting.endsAt', 'meeting.location'])
    .select(['meeting.online', 'meeting.calledByName', 'meeting.ref']);

/** Meetings to come that somebody was asked to, the next first. */
export const meetingsAskedTo = defineQuery<Tables, { from: string }, AskedRow>('meetings-asked-to', (tables, value) =>
  asked(tables)
    .where('meeting.startsAt', '>=', value('from'))
    .orderBy('meeting.startsAt')
    .orderBy('meeting.id')
    .limit(most),
);

/** How one person was asked to one meeting. */
export const invitationTo = defineQuery<Tables, { meeting: string; person: string }, AskedRow>(
  'invitation-to',
  (tables, value) =>
    asked(tables)
      .where('meetingPerson.meetingId', '=', value('meeting'))
      .where('meetingPerson.personId', '=', value('person')),
);
