import { sql, type RawBuilder } from 'kysely';
import { rows } from '../../records/need.ts';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { action } from '../actions/record.ts';
import type { concern } from '../concerns/record.ts';
import { meetingStatus } from './fields.ts';
import type { agendaPoint, meeting, meetingChild } from './record.ts';
import { isToCome, type MeetingStatus } from './rules.ts';

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
  not exists (select 1 from "meetingChild" as about where about.tenant = meeting.tenant and about.school = meeting.school
    and about."meetingId" = meeting.id
    and about."removedFromAt" is null)
  or exists (select 1 from "meetingChild" as held where held.tenant = meeting.tenant and held.school = meeting.school
    and held."meetingId" = meeting.id
    and held."removedFromAt" is null and held."childId" = ${concern}))`;

/**
 * Whether two meetings follow one another: they are of one series, or of one kind about one child, as meetings are that somebody
 * calls one by one.
 * @param earlier names under which the two stand in the question
 */
export const followsOn = (earlier: string, later: string) => {
  const [was, is] = [sql.table(earlier), sql.table(later)];
  // By the children’s own meetings, and not by all of the kind.
  return sql<boolean>`(${was}."seriesId" = ${is}."seriesId" or (${was}.kind || '' = ${is}.kind
    and ${was}.id in (select his."meetingId" from "meetingChild" as hers join "meetingChild" as his
      on his.tenant = hers.tenant and his."childId" = hers."childId"
      where hers.tenant = ${is}.tenant and hers."meetingId" = ${is}.id
        and his."removedFromAt" is null and hers."removedFromAt" is null)))`;
};

/** All points that an agenda ever had, in their order. */
export const pointsOfAgenda = defineQuery<Tables, { meeting: string }, Tables['agendaPoint']>(
  'points-of-agenda',
  (tables, value) =>
    tables
      .selectFrom('agendaPoint')
      .innerJoin('meeting', (join) =>
        join
          .onRef('meeting.tenant', '=', 'agendaPoint.tenant')
          .onRef('meeting.school', '=', 'agendaPoint.school')
          .onRef('meeting.id', '=', 'agendaPoint.meetingId'),
      )
      .selectAll('agendaPoint')
      .where('meeting.id', '=', value('meeting'))
      .orderBy('agendaPoint.number')
      .orderBy('agendaPoint.id'),
);

const statuses = Object.keys(meetingStatus) as MeetingStatus[];
const toCome = statuses.filter(isToCome);
/** Somebody has said that it was held. */
const wasHeld = statuses.filter((status) => !isToCome(status) && status !== 'cancelled');

/**
 * What earlier meetings of the same series have left undone, in their order: of those that are over, whether somebody said that they
 * were held or not, and of those that were called off. A point that another meeting has taken on is undone there and not here.
 */
export const undonePoints = defineQuery<Tables, { meeting: string; now: string }, Tables['agendaPoint']>(
  'undone-points',
  (tables, value) =>
    tables
      .selectFrom('agendaPoint')
      .innerJoin('meeting as earlier', (join) =>
        join
          .onRef('earlier.tenant', '=', 'agendaPoint.tenant')
          .onRef('earlier.school', '=', 'agendaPoint.school')
          .onRef('earlier.id', '=', 'agendaPoint.meetingId'),
      )
      .innerJoin('meeting as later', (join) =>
        join
          .onRef('later.tenant', '=', 'earlier.tenant')
          .onRef('later.school', '=', 'earlier.school')
          .onRef('later.seriesId', '=', 'earlier.seriesId'),
      )
      .selectAll('agendaPoint')
      .where('later.id', '=', value('meeting'))
      .whereRef('earlier.startsAt', '<', 'later.startsAt')
      .where((is) => is.or([is('earlier.status', 'not in', toCome), is('earlier.endsAt', '<=', value('now'))]))
      .where('agendaPoint.state', 'in', ['open', 'carried'])
      .where(
        sql<boolean>`not exists (select 1 from "agendaPoint" as onward where onward.tenant = "agendaPoint".tenant
          and onward.school = "agendaPoint".school and onward."carriedFromId" = "agendaPoint".id and onward."meetingId" <> later.id)`,
      )
      .orderBy('earlier.startsAt')
      .orderBy('agendaPoint.number')
      .orderBy('agendaPoint.id'),
);

export type NextMeeting = Pick<Tables['meeting'], 'id' | 'school' | 'chairId' | 'minuteTakerId'>;

/** The next meeting of the same series that is to come. */
export const nextOfSeries = defineQuery<Tables, { meeting: string; now: string }, NextMeeting>(
  'next-of-series',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .innerJoin('meeting as earlier', (join) =>
        join
          .onRef('earlier.tenant', '=', 'meeting.tenant')
          .onRef('earlier.school', '=', 'meeting.school')
          .onRef('earlier.seriesId', '=', 'meeting.seriesId'),
      )
      .select(['meeting.id', 'meeting.school', 'meeting.chairId', 'meeting.minuteTakerId'])
      .where('earlier.id', '=', value('meeting'))
      .whereRef('meeting.startsAt', '>', 'earlier.startsAt')
      .where('meeting.endsAt', '>', value('now'))
      .where('meeting.status', 'in', toCome)
      .where('meeting.removedAt', 'is', null)
      .orderBy('meeting.startsAt')
      .orderBy('meeting.id')
      .limit(1),
);

/** All points that later meetings of the same series ever had, in their order. */
export const pointsOfLater = defineQuery<Tables, { meeting: string }, Tables['agendaPoint']>(
  'points-of-later-meetings',
  (tables, value) =>
    tables
      .selectFrom('agendaPoint')
      .innerJoin('meeting as later', (join) =>
        join
          .onRef('later.tenant', '=', 'agendaPoint.tenant')
          .onRef('later.school', '=', 'agendaPoint.school')
          .onRef('later.id', '=', 'agendaPoint.meetingId'),
      )
      .innerJoin('meeting as earlier', (join) =>
        join
          .onRef('earlier.tenant', '=', 'later.tenant')
          .onRef('earlier.school', '=', 'later.school')
          .onRef('earlier.seriesId', '=', 'later.seriesId'),
      )
      .selectAll('agendaPoint')
      .where('earlier.id', '=', value('meeting'))
      .whereRef('later.startsAt', '>', 'earlier.startsAt')
      .orderBy('agendaPoint.number')
      .orderBy('agendaPoint.id'),
);

const openStatuses = ['open', 'accepted', 'done-unverified'] as const;
type OpenStatus = (typeof openStatuses)[number];

export interface ActionForAgenda {
  id: string;
  concernId: string;
  dueOn: string;
}

type ActionsBeside = Parameters<Parameters<typeof defineQuery<Tables, object, ActionForAgenda>>[1]>[0];

/** What is to be done in a school and stands beside a meeting there; nothing of the restricted register. */
const actionsBeside = (tables: ActionsBeside, meeting: string) =>
  tables
    .selectFrom('meeting')
    .innerJoin('action', (join) =>
      join.onRef('action.tenant', '=', 'meeting.tenant').onRef('action.school', '=', 'meeting.school'),
    )
    .innerJoin('concern', (join) =>
      join.onRef('concern.tenant', '=', 'action.tenant').onRef('concern.id', '=', 'action.concernId'),
    )
    .select(['action.id', 'action.concernId', 'action.dueOn'])
    .where('meeting.id', '=', meeting)
    .where('action.standing', 'is', null)
    .where('concern.status', '<>', 'misfiled');

/** What is to be done about the children whom a meeting is about, soonest due first; nothing for a meeting that is about none by name. */
export const actionsOfChildren = defineQuery<Tables, { meeting: string }, ActionForAgenda>(
  'actions-of-children',
  (tables, value) =>
    actionsBeside(tables, value('meeting'))
      // By the concerns of the children, and not by the index of all that is open.
      .where(sql<boolean>`"action".status || '' in (${sql.join(openStatuses)})`)
      .where(
        sql<boolean>`action."concernId" in (select theirs.id from "meetingChild" as about
          join concern as theirs on theirs.tenant = about.tenant and theirs.school = about.school and theirs."childId" = about."childId"
          where about.tenant = meeting.tenant and about.school = meeting.school and about."meetingId" = meeting.id
            and about."removedFromAt" is null)`,
      )
      .orderBy(sql`"action"."dueOn" || ''`)
      .orderBy('action.id')
      .limit(most),
);

/**
 * What is to be done at the school of a meeting that is about no child by name, in one status, soonest due first. One status each: the
 * index has them by their days, and the first that an agenda takes are read and no more.
 */
export const actionsOfSchool = defineQuery<Tables, { meeting: string; status: OpenStatus }, ActionForAgenda>(
  'actions-of-school',
  (tables, value) =>
    actionsBeside(tables, value('meeting'))
      .where('action.status', '=', value('status'))
      .where(
        sql<boolean>`not exists (select 1 from "meetingChild" as about where about.tenant = meeting.tenant
          and about.school = meeting.school and about."meetingId" = meeting.id and about."removedFromAt" is null)`,
      )
      .orderBy('action.dueOn')
      .orderBy('action.id')
      .limit(most),
);

/** What actions an agenda is made from has to ask for. */
export const actionNeeds = (meeting: string) => ({
  actionsOfChildren: rows(actionsOfChildren, { meeting }),
  open: rows(actionsOfSchool, { meeting, status: 'open' }),
  accepted: rows(actionsOfSchool, { meeting, status: 'accepted' }),
  doneUnverified: rows(actionsOfSchool, { meeting, status: 'done-unverified' }),
});

export type ActionsFound = { readonly [K in keyof ReturnType<typeof actionNeeds>]: readonly ActionForAgenda[] };

/** What is to be done about the children of a meeting, or at its school, soonest due first: as much as an agenda takes. */
export const actionsForAgenda = ({
  actionsOfChildren: theirs,
  open,
  accepted,
  doneUnverified,
}: ActionsFound): readonly ActionForAgenda[] =>
  [...theirs, ...open, ...accepted, ...doneUnverified].toSorted(bySoonest).slice(0, most);

const bySoonest = (one: ActionForAgenda, other: ActionForAgenda) =>
  one.dueOn === other.dueOn ? (one.id < other.id ? -1 : 1) : one.dueOn < other.dueOn ? -1 : 1;

/** Concerns about the children of a meeting that came after the last one that was held before it, oldest first. */
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
          where prior.tenant = meeting.tenant and prior.school = meeting.school and ${followsOn('prior', 'meeting')}
            and prior."startsAt" < meeting."startsAt" and prior.status in (${sql.join(wasHeld)})), ${value('earliest')})`,
      )
      .orderBy('concern.reportedAt')
      .orderBy('concern.id')
      .limit(most),
);
