import { sql, type RawBuilder } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { action } from '../actions/record.ts';
import type { concern } from '../concerns/record.ts';
import type { agendaPoint, meeting, meetingChild } from './record.ts';

interface Tables {
  agendaPoint: TableOf<typeof agendaPoint>;
  meeting: TableOf<typeof meeting>;
  meetingChild: TableOf<typeof meetingChild>;
  concern: TableOf<typeof concern>;
  action: TableOf<typeof action>;
}

/** Points of one kind that an agenda takes at most: what is more stands on the list of actions or concerns. */
const most = 50;

/** Whether a concern is about a child of the meeting; every concern of the school, for a meeting that is about no child by name. */
const concerned = (concern: RawBuilder<unknown>) => sql<boolean>`(
  not exists (select 1 from "meetingChild" as about where about.tenant = meeting.tenant and about."meetingId" = meeting.id
    and about."removedFromAt" is null)
  or exists (select 1 from "meetingChild" as held where held.tenant = meeting.tenant and held."meetingId" = meeting.id
    and held."removedFromAt" is null and held."childId" = ${concern}))`;

/** All points that an agenda ever had, in their order. */
export const pointsOfAgenda = defineQuery<Tables, { meeting: string }, Tables['agendaPoint']>(
  'points-of-agenda',
  (tables, value) =>
    tables
      .selectFrom('agendaPoint')
      .selectAll('agendaPoint')
      .where('meetingId', '=', value('meeting'))
      .orderBy('number')
      .orderBy('id'),
);

/** Points of the meeting before in the same series that were not decided, in their order. */
export const undonePoints = defineQuery<Tables, { meeting: string }, Tables['agendaPoint']>(
  'undone-points',
  (tables, value) =>
    tables
      .selectFrom('agendaPoint')
      .innerJoin('meeting as later', (join) =>
        join.onRef('later.tenant', '=', 'agendaPoint.tenant').onRef('later.school', '=', 'agendaPoint.school'),
      )
      .selectAll('agendaPoint')
      .where('later.id', '=', value('meeting'))
      .where('agendaPoint.state', 'in', ['open', 'carried'])
      .where(
        sql<boolean>`"agendaPoint"."meetingId" = (select prior.id from meeting as prior
          where prior.tenant = later.tenant and prior."seriesId" = later."seriesId"
            and prior."startsAt" < later."startsAt" and prior.status <> 'cancelled'
          order by prior."startsAt" desc limit 1)`,
      )
      .orderBy('agendaPoint.number')
      .orderBy('agendaPoint.id'),
);

export interface ActionForAgenda {
  id: string;
  concernId: string;
  dueOn: string;
}

/** What is to be done about the children of a meeting, soonest due first. */
export const actionsForAgenda = defineQuery<Tables, { meeting: string }, ActionForAgenda>(
  'actions-for-agenda',
  (tables, value) =>
    tables
      .selectFrom('action')
      .innerJoin('meeting', (join) =>
        join.onRef('meeting.tenant', '=', 'action.tenant').onRef('meeting.school', '=', 'action.school'),
      )
      .innerJoin('concern', (join) =>
        join.onRef('concern.tenant', '=', 'action.tenant').onRef('concern.id', '=', 'action.concernId'),
      )
      .select(['action.id', 'action.concernId', 'action.dueOn'])
      .where('meeting.id', '=', value('meeting'))
      .where('action.status', 'in', ['open', 'accepted', 'done-unverified'])
      .where('action.standing', 'is', null)
      .where('concern.status', '<>', 'misfiled')
      .where(concerned(sql.ref('concern.childId')))
      .orderBy('action.dueOn')
      .orderBy('action.id')
      .limit(most),
);

/** Concerns about the children of a meeting that came after the meeting before it, oldest first. */
export const concernsForAgenda = defineQuery<Tables, { meeting: string; earliest: string }, { id: string }>(
  'concerns-for-agenda',
  (tables, value) =>
    tables
      .selectFrom('concern')
      .innerJoin('meeting', (join) =>
        join.onRef('meeting.tenant', '=', 'concern.tenant').onRef('meeting.school', '=', 'concern.school'),
      )
      .select('concern.id')
      .where('meeting.id', '=', value('meeting'))
      .where('concern.status', '<>', 'misfiled')
      .where(concerned(sql.ref('concern.childId')))
      .where(
        sql<boolean>`concern."reportedAt" > coalesce((select max(prior."startsAt") from meeting as prior
          where prior.tenant = meeting.tenant and prior."seriesId" = meeting."seriesId"
            and prior."startsAt" < meeting."startsAt" and prior.status <> 'cancelled'), ${value('earliest')})`,
      )
      .orderBy('concern.reportedAt')
      .orderBy('concern.id')
      .limit(most),
);
