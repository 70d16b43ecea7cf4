import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { action } from '../actions/record.ts';
import type { concern } from '../concerns/record.ts';
import type { pupil } from '../people/record.ts';
import { meetingStatus } from './fields.ts';
import type { agendaPoint, meeting, meetingChild, meetingPerson } from './record.ts';
import { isToCome, type MeetingStatus } from './rules.ts';

interface Tables {
  meeting: TableOf<typeof meeting>;
  meetingChild: TableOf<typeof meetingChild>;
  meetingPerson: TableOf<typeof meetingPerson>;
  agendaPoint: TableOf<typeof agendaPoint>;
  pupil: TableOf<typeof pupil>;
  concern: TableOf<typeof concern>;
  action: TableOf<typeof action>;
}

const toCome = (Object.keys(meetingStatus) as MeetingStatus[]).filter(isToCome);

/** Meetings on one screen. */
const most = 200;

export type MeetingRow = Tables['meeting'];
export type MeetingListRow = MeetingRow & { children: number | string; people: number | string };

const listed = (tables: Parameters<Parameters<typeof defineQuery<Tables, object, MeetingListRow>>[1]>[0]) =>
  tables
    .selectFrom('meeting')
    .selectAll('meeting')
    .select((from) => [
      from
        .selectFrom('meetingChild')
        .select((count) => count.fn.countAll<number | string>().as('held'))
        .whereRef('meetingChild.tenant', '=', 'meeting.tenant')
        .whereRef('meetingChild.meetingId', '=', 'meeting.id')
        .where('meetingChild.removedFromAt', 'is', null)
        .$asScalar()
        .$notNull()
        .as('children'),
      from
        .selectFrom('meetingPerson')
        .select((count) => count.fn.countAll<number | string>().as('held'))
        .whereRef('meetingPerson.tenant', '=', 'meeting.tenant')
        .whereRef('meetingPerson.meetingId', '=', 'meeting.id')
        .$asScalar()
        .$notNull()
        .as('people'),
    ])
    .where('meeting.removedAt', 'is', null);

/** Meetings from a moment on, the next first. */
export const meetingsToCome = defineQuery<Tables, { from: string }, MeetingListRow>(
  'meetings-to-come',
  (tables, value) =>
    listed(tables)
      .where('meeting.startsAt', '>=', value('from'))
      .orderBy('meeting.startsAt')
      .orderBy('meeting.id')
      .limit(most),
);

/** Meetings before a moment, the latest first. */
export const meetingsBefore = defineQuery<Tables, { from: string }, MeetingListRow>(
  'meetings-before',
  (tables, value) =>
    listed(tables)
      .where('meeting.startsAt', '<', value('from'))
      .orderBy('meeting.startsAt', 'desc')
      .orderBy('meeting.id')
      .limit(most),
);

export type OneMeetingRow = MeetingRow & { later: number | string };

/** Of its series, what comes after it. */
const after = sql<boolean>`onward.tenant = meeting.tenant and onward."seriesId" = meeting."seriesId"
  and onward."startsAt" > meeting."startsAt" and onward.status in (${sql.join(toCome)}) and onward."removedAt" is null`;

/** One meeting, and how many of its series are to come after it. */
export const meetingById = defineQuery<Tables, { id: string }, OneMeetingRow>('meeting-by-id', (tables, value) =>
  tables
    .selectFrom('meeting')
    .selectAll('meeting')
    .select(sql<number | string>`(select count(*) from meeting as onward where ${after})`.as('later'))
    .where('meeting.id', '=', value('id')),
);

export type MeetingChildRow = Pick<Tables['meetingChild'], 'id' | 'childId' | 'number'> &
  Pick<Tables['pupil'], 'givenName' | 'familyName' | 'knownAs' | 'yearGroup' | 'formGroup'>;

/** The children of a meeting, by their letters. */
export const childrenOfMeeting = defineQuery<Tables, { meeting: string }, MeetingChildRow>(
  'children-of-meeting',
  (tables, value) =>
    tables
      .selectFrom('meetingChild')
      .innerJoin('pupil', (join) =>
        join.onRef('pupil.tenant', '=', 'meetingChild.tenant').onRef('pupil.id', '=', 'meetingChild.childId'),
      )
      .select(['meetingChild.id', 'meetingChild.childId', 'meetingChild.number'])
      .select(['pupil.givenName', 'pupil.familyName', 'pupil.knownAs', 'pupil.yearGroup', 'pupil.formGroup'])
      .where('meetingChild.meetingId', '=', value('meeting'))
      .where('meetingChild.removedFromAt', 'is', null)
      .orderBy('meetingChild.number'),
);

export type MeetingPersonRow = Tables['meetingPerson'];

/** Who was asked to a meeting: staff first, then by name. */
export const peopleOfMeeting = defineQuery<Tables, { meeting: string }, MeetingPersonRow>(
  'people-of-meeting',
  (tables, value) =>
    tables
      .selectFrom('meetingPerson')
      .selectAll('meetingPerson')
      .where('meetingId', '=', value('meeting'))
      .orderBy(sql`case "invitedAs" when 'staff' then 0 when 'professional' then 1 else 2 end`)
      .orderBy('name')
      .orderBy('id'),
);

export type AgendaRow = Tables['agendaPoint'] & {
  concernRef: string | null;
  childName: string | null;
  reportedAt: string | null;
  what: string | null;
  ownerName: string | null;
  dueOn: string | null;
  actionStatus: Tables['action']['status'] | null;
  fromMeeting: string | null;
  fromRef: string | null;
  fromStartsAt: string | null;
};

/** The agenda of a meeting in its order, with what the records it names say now: nothing of them is copied. */
export const agendaOfMeeting = defineQuery<Tables, { meeting: string }, AgendaRow>(
  'agenda-of-meeting',
  (tables, value) =>
    tables
      .selectFrom('agendaPoint')
      .leftJoin('concern', (join) =>
        join.onRef('concern.tenant', '=', 'agendaPoint.tenant').onRef('concern.id', '=', 'agendaPoint.concernId'),
      )
      .leftJoin('action', (join) =>
        join.onRef('action.tenant', '=', 'agendaPoint.tenant').onRef('action.id', '=', 'agendaPoint.actionId'),
      )
      .leftJoin('agendaPoint as earlier', (join) =>
        join.onRef('earlier.tenant', '=', 'agendaPoint.tenant').onRef('earlier.id', '=', 'agendaPoint.carriedFromId'),
      )
      .leftJoin('meeting as before', (join) =>
        join.onRef('before.tenant', '=', 'earlier.tenant').onRef('before.id', '=', 'earlier.meetingId'),
      )
      .selectAll('agendaPoint')
      .select(['before.id as fromMeeting', 'before.ref as fromRef', 'before.startsAt as fromStartsAt'])
      .select(['concern.ref as concernRef', 'concern.childName', 'concern.reportedAt'])
      .select(['action.what', 'action.ownerName', 'action.dueOn', 'action.status as actionStatus'])
      .where('agendaPoint.meetingId', '=', value('meeting'))
      .where('agendaPoint.state', '<>', 'dropped')
      // What stood under the wrong child lies in the restricted register, and what hung on it with it.
      .where((is) => is.or([is('concern.status', 'is', null), is('concern.status', '<>', 'misfiled')]))
      .orderBy('agendaPoint.number')
      .orderBy('agendaPoint.id'),
);
