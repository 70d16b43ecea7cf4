import { sql } from 'kysely';
import { defineQuery } from '../../records/query.ts';
import type { TableOf } from '../../records/table.ts';
import type { meeting } from '../meetings/record.ts';
import { isSameChild } from '../need-to-know/queries.ts';
import { inPost } from '../people/queries.ts';
import type { briefing, briefingReceipt } from '../briefings/record.ts';
import type { channel, channelPost } from './record.ts';

interface Tables {
  channel: TableOf<typeof channel>;
  channelPost: TableOf<typeof channelPost>;
  meeting: TableOf<typeof meeting>;
  briefing: TableOf<typeof briefing>;
  briefingReceipt: TableOf<typeof briefingReceipt>;
}

export type ChannelRow = Tables['channel'];
export type PostRow = Tables['channelPost'];

/** The channels that are set up, by team and name. */
export const channelsSetUp = defineQuery<Tables, object, ChannelRow>('channels-set-up', (tables) =>
  tables.selectFrom('channel').selectAll('channel').orderBy('teamName').orderBy('name').orderBy('id'),
);

/** One channel that is set up. */
export const channelById = defineQuery<Tables, { id: string }, ChannelRow>('channel-by-id', (tables, value) =>
  tables.selectFrom('channel').selectAll('channel').where('id', '=', value('id')),
);

/** What is set up of one channel of Teams, at each school. */
export const setUpOfChannel = defineQuery<Tables, { channel: string }, ChannelRow>(
  'set-up-of-channel',
  (tables, value) =>
    tables.selectFrom('channel').selectAll('channel').where('channelId', '=', value('channel')).orderBy('id'),
);

type OfChannel = Pick<ChannelRow, 'id' | 'channelId' | 'teamName' | 'name' | 'membership' | 'kinds' | 'audience'> & {
  channelStatus: ChannelRow['status'];
};
/** Its channel’s part is null as a whole where the school has none. */
export type ChannelForMeeting = { [K in keyof OfChannel]: OfChannel[K] | null } & Pick<Tables['meeting'], 'kind'> & {
    meetingId: string;
  };

/** Channels of the school of a meeting; one row without any where it has none. */
export const channelsForMeeting = defineQuery<Tables, { meeting: string }, ChannelForMeeting>(
  'channels-for-meeting',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .leftJoin('channel', (join) =>
        join.onRef('channel.tenant', '=', 'meeting.tenant').onRef('channel.school', '=', 'meeting.school'),
      )
      .select(['channel.id', 'channel.channelId', 'channel.teamName', 'channel.name', 'channel.membership'])
      .select(['channel.kinds', 'channel.audience', 'channel.status as channelStatus', 'meeting.kind'])
      .select('meeting.id as meetingId')
      .where('meeting.id', '=', value('meeting'))
      .orderBy('channel.teamName')
      .orderBy('channel.name')
      .orderBy('channel.id'),
);

export type ChannelForBriefing = Omit<ChannelForMeeting, 'kind' | 'kinds' | 'meetingId'> & { briefingId: string };

/** Channels of the school of a briefing; one row without any where it has none. */
export const channelsForBriefing = defineQuery<Tables, { briefing: string }, ChannelForBriefing>(
  'channels-for-briefing',
  (tables, value) =>
    tables
      .selectFrom('briefing')
      .leftJoin('channel', (join) =>
        join.onRef('channel.tenant', '=', 'briefing.tenant').onRef('channel.school', '=', 'briefing.school'),
      )
      .select(['channel.id', 'channel.channelId', 'channel.teamName', 'channel.name', 'channel.membership'])
      .select(['channel.audience', 'channel.status as channelStatus', 'briefing.id as briefingId'])
      .where('briefing.id', '=', value('briefing'))
      .orderBy('channel.teamName')
      .orderBy('channel.name')
      .orderBy('channel.id'),
);

export interface BelongingRow {
  personId: string;
  role: string;
  kept: number | boolean;
}

/** Whoever is on a staff list, and whoever holds a role: a row for each. */
const belonging = (value: Parameters<typeof inPost>[0]) =>
  sql<{ tenant: string; school: string; personId: string; role: string }>`(
    select "staffMember".tenant, "staffMember".school, "staffMember"."personId", 'staff' as role from "staffMember"
      where "staffMember"."personId" is not null and "staffMember"."leftAt" is null and "staffMember"."removedAt" is null
    union all
    select "roleGrant".tenant, "roleGrant".school, "roleGrant"."personId", "roleGrant".role from "roleGrant"
      where ${inPost(value)})`;

/** Who belongs to the school of a meeting, a row for each role, and whether a conflict of interest keeps them from one of its children. */
export const belongingAtMeeting = defineQuery<Tables, { meeting: string; today: string }, BelongingRow>(
  'belonging-at-meeting',
  (tables, value) =>
    tables
      .selectFrom('meeting')
      .innerJoin(belonging(value).as('held'), (join) =>
        join.onRef('held.tenant', '=', 'meeting.tenant').onRef('held.school', '=', 'meeting.school'),
      )
      .select(['held.personId', 'held.role'])
      .select(
        sql<number>`case when exists (select 1 from "meetingChild" as about
          join "caseAccess" as entry on entry.tenant = about.tenant and entry."personId" = held."personId"
            and entry.kind = 'conflict' and entry."endedAt" is null
          join pupil as said on said.tenant = entry.tenant and said.id = entry."childId"
          join pupil as same on same.tenant = said.tenant and same.id = about."childId" and ${isSameChild}
          where about.tenant = meeting.tenant and about."meetingId" = meeting.id and about."removedFromAt" is null)
          then 1 else 0 end`.as('kept'),
      )
      .where('meeting.id', '=', value('meeting'))
      .orderBy('held.personId')
      .orderBy('held.role'),
);

export interface ReaderRow extends Omit<BelongingRow, 'kept'> {
  readAt: string | null;
}

/** Who belongs to the school of a briefing, a row for each role, and since when each has read it. */
export const belongingAtBriefing = defineQuery<Tables, { briefing: string; today: string }, ReaderRow>(
  'belonging-at-briefing',
  (tables, value) =>
    tables
      .selectFrom('briefing')
      .innerJoin(belonging(value).as('held'), (join) =>
        join.onRef('held.tenant', '=', 'briefing.tenant').onRef('held.school', '=', 'briefing.school'),
      )
      .leftJoin('briefingReceipt', (join) =>
        join
          .onRef('briefingReceipt.tenant', '=', 'briefing.tenant')
          .onRef('briefingReceipt.school', '=', 'briefing.school')
          .onRef('briefingReceipt.briefingId', '=', 'briefing.id')
          .onRef('briefingReceipt.personId', '=', 'held.personId'),
      )
      .select(['held.personId', 'held.role', 'briefingReceipt.readAt'])
      .where('briefing.id', '=', value('briefing'))
      .orderBy('held.personId')
      .orderBy('held.role'),
);

/** What was posted of a meeting or of a briefing, newest first. */
export const postsOf = defineQuery<Tables, { of: string }, PostRow>('posts-of', (tables, value) =>
  tables
    .selectFrom('channelPost')
    .selectAll('channelPost')
    .where((where) => where.or([where('meetingId', '=', value('of')), where('briefingId', '=', value('of'))]))
    .orderBy('askedAt', 'desc')
    .orderBy('id'),
);

/** A post with all that is needed to carry it out. */
export type PostToCarryOut = PostRow &
  Pick<ChannelRow, 'audience'> & { channelId: string; channelStatus: ChannelRow['status'] } & {
    meetingStatus: string | null;
    briefingStatus: string | null;
  };

const carriedOut = (tables: Parameters<Parameters<typeof defineQuery<Tables, object, PostToCarryOut>>[1]>[0]) =>
  tables
    .selectFrom('channelPost')
    .innerJoin('channel', (join) =>
      join.onRef('channel.tenant', '=', 'channelPost.tenant').onRef('channel.id', '=', 'channelPost.channelOf'),
    )
    .leftJoin('meeting', (join) =>
      join.onRef('meeting.tenant', '=', 'channelPost.tenant').onRef('meeting.id', '=', 'channelPost.meetingId'),
    )
    .leftJoin('briefing', (join) =>
      join.onRef('briefing.tenant', '=', 'channelPost.tenant').onRef('briefing.id', '=', 'channelPost.briefingId'),
    )
    .selectAll('channelPost')
    .select(['channel.audience', 'channel.channelId', 'channel.status as channelStatus'])
    .select(['meeting.status as meetingStatus', 'briefing.status as briefingStatus']);

/** One post, to be carried out. */
export const postById = defineQuery<Tables, { id: string }, PostToCarryOut>('post-by-id', (tables, value) =>
  carriedOut(tables).where('channelPost.id', '=', value('id')),
);

/** Posts that lie in channels and show an action. */
export const postsOfAction = defineQuery<Tables, { action: string }, PostToCarryOut>(
  'posts-of-action',
  (tables, value) =>
    carriedOut(tables)
      .where('channelPost.state', '=', 'sent')
      .where('channelPost.activityId', 'is not', null)
      .where(sql<boolean>`"channelPost"."actionIds" like '%' || cast(${value('action')} as text) || '%'`)
      .orderBy('channelPost.id')
      .limit(50),
);
