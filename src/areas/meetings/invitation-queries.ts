import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import { countReadable } from './laid/paper-queries.ts';
import { isKept } from './minutes/minutes-queries.ts';
import type { meeting, meetingPerson } from './record.ts';
import { attending, neverPublished } from './rules.ts';

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
  | 'id'
  | 'school'
  | 'attendance'
  | 'invitedAs'
  | 'acknowledgedAt'
  | 'meetingId'
  | 'personId'
  | 'chairId'
  | 'minuteTakerId'
  | 'reportDueOn'
  | 'reportSentAt'
  | 'reportReceivedOn'
> &
  Pick<
    Tables['meeting'],
    'kind' | 'status' | 'startsAt' | 'endsAt' | 'location' | 'online' | 'calledByName' | 'ref'
  > & {
    /** 1 for somebody who is kept from something that it spoke of. */
    kept: number | string;
    /** How many papers they may read. */
    papers: number | string;
    /** About how many of its children they speak for the school. */
    brings: number | string;
  };

/** Minutes that are as they will be: published, or agreed where their kind is never published; the same that `areMinutesFinal` says of one. */
export const finalMinutes = sql<boolean>`(meeting.status = 'minutes-published'
  or (meeting.status = 'minutes-agreed' and meeting.kind in (${sql.join(neverPublished.map((kind) => sql.lit(kind)))})))`;

const asked = (tables: Asking, since: unknown) =>
  tables
    .selectFrom('meetingPerson')
    .innerJoin('meeting', (join) =>
      join.onRef('meeting.tenant', '=', 'meetingPerson.tenant').onRef('meeting.id', '=', 'meetingPerson.meetingId'),
    )
    .select(['meetingPerson.id', 'meetingPerson.school', 'meetingPerson.attendance', 'meetingPerson.meetingId'])
    .select(['meetingPerson.acknowledgedAt', 'meetingPerson.invitedAs'])
    .select(['meetingPerson.personId', 'meetingPerson.chairId', 'meetingPerson.minuteTakerId'])
    .select(['meetingPerson.reportDueOn', 'meetingPerson.reportSentAt', 'meetingPerson.reportReceivedOn'])
    .select(['meeting.kind', 'meeting.status', 'meeting.startsAt', 'meeting.endsAt', 'meeting.location'])
    .select(['meeting.online', 'meeting.calledByName', 'meeting.ref'])
    .select(
      sql<number | string>`(select count(*) from contribution as brought where brought.tenant = "meetingPerson".tenant
        and brought."meetingId" = "meetingPerson"."meetingId" and brought."speakerId" = "meetingPerson"."personId")`.as(
        'brings',
      ),
    )
    .select(sql<number | string>`case when ${isKept(sql.ref('meetingPerson.personId'))} then 1 else 0 end`.as('kept'))
    .select(countReadable(since).as('papers'))
    // Whoever was taken off was not asked.
    .where('meetingPerson.removedAt', 'is', null)
    .where('meeting.removedAt', 'is', null);

const was = sql<boolean>`"meetingPerson".attendance in (${sql.join(attending.map((said) => sql.lit(said)))})`;

/** Meetings to come that somebody was asked to, the next first; then those that they were at whose minutes are there, the latest first. */
export const meetingsAskedTo = defineQuery<Tables, { from: string; since: string }, AskedRow>(
  'meetings-asked-to',
  (tables, value) =>
    asked(tables, value('since'))
      .where((is) =>
        is.or([
          is('meeting.startsAt', '>=', value('from')),
          is.and([finalMinutes, was]),
          is(countReadable(value('since')), '>', 0),
        ]),
      )
      .orderBy(sql`case when "meeting"."startsAt" >= ${value('from')} then 0 else 1 end`)
      .orderBy(sql`case when "meeting"."startsAt" >= ${value('from')} then "meeting"."startsAt" end`)
      .orderBy('meeting.startsAt', 'desc')
      .orderBy('meeting.id')
      .limit(most),
);

/** How one person was asked to one meeting. */
export const invitationTo = defineQuery<Tables, { meeting: string; person: string; since: string }, AskedRow>(
  'invitation-to',
  (tables, value) =>
    asked(tables, value('since'))
      .where('meetingPerson.meetingId', '=', value('meeting'))
      .where('meetingPerson.personId', '=', value('person')),
);
