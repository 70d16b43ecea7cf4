import { sql } from 'kysely';
import { defineQuery } from '../../../records/query.ts';
import type { TableOf } from '../../../records/table.ts';
import type { channel, channelPost } from '../../channels/record.ts';
import { isSameChild } from '../../need-to-know/queries.ts';
import { isKept } from '../minutes/minutes-queries.ts';
import type { meeting } from '../record.ts';
import { ofMeeting, partLetters, partsOf, type RenderingRow } from './rendering-queries.ts';

interface Tables {
  channel: TableOf<typeof channel>;
  channelPost: TableOf<typeof channelPost>;
  meeting: TableOf<typeof meeting>;
}

/** Minutes on one page of a channel. Each is rendered against the whole roll of its school, so they are few. */
export const minutesOnPage = 5;

/**
 * Whether a meeting is told to somebody at all: a conflict of interest keeps from it also where everybody around them may read it,
 * and so does one of the concerns on its agenda.
 */
const isTold = (person: unknown) => sql<boolean>`(meeting.status = 'minutes-published' and not ${isKept(person)}
  and not exists (select 1 from "meetingChild" as about
    join "caseAccess" as bar on bar.tenant = about.tenant and bar."personId" = ${person}
      and bar.kind = 'conflict' and bar."endedAt" is null
    join pupil as said on said.tenant = bar.tenant and said.id = bar."childId"
    join pupil as same on same.tenant = said.tenant and same.id = about."childId" and ${isSameChild}
    where about.tenant = meeting.tenant and about.school = meeting.school and about."meetingId" = meeting.id
      and about."removedFromAt" is null))`;

type PostInChannel = {
  [K in 'meetingId' | 'sentAt']: Tables['channelPost'][K] | null;
};
/** A post’s part is null as a whole where nothing stands in the channel. */
export interface InChannelRow extends PostInChannel {
  readonly channelId: string;
  readonly school: string;
  readonly post: string | null;
  readonly addedTimes: number | string;
  readonly addedAt: string | null;
}

const additions = (what: 'count(*)' | 'max(added."sentAt")') => sql`(select ${sql.raw(what)} from "channelPost" as added
  where added.tenant = standing.tenant and added.school = standing.school and added."channelOf" = standing."channelOf"
    and added."meetingId" = standing."meetingId" and added."addendumId" is not null and added.state = 'sent')`;

/**
 * The posts of minutes that stand in a channel, newest first, a page and one more; one row without any where none does. A channel from
 * which Lantern was taken has no row.
 */
export const postsInChannel = defineQuery<Tables, { person: string; before?: string }, InChannelRow>(
  'posts-in-channel',
  (tables, value, has) => {
    const before = (post: string) =>
      has('before')
        ? sql`and (${sql.ref(`${post}.sentAt`)}, ${sql.ref(`${post}.id`)}) < (select mark."sentAt", mark.id
            from "channelPost" as mark where mark.tenant = ${sql.ref(`${post}.tenant`)} and mark.id = ${value('before')})`
        : sql``;
    const told = (post: string) => sql<boolean>`exists (select 1 from meeting
      where meeting.tenant = ${sql.ref(`${post}.tenant`)} and meeting.id = ${sql.ref(`${post}.meetingId`)}
        and ${isTold(value('person'))}) ${before(post)}`;
    // The last of the page is found first, going back from the newest: nothing that lies behind it is looked at.
    const last = sql<string>`coalesce((select page."sentAt" from "channelPost" as page
      where page.tenant = channel.tenant and page.school = channel.school and page."channelOf" = channel.id
        and page.state = 'sent' and page."addendumId" is null and ${told('page')}
      order by page."sentAt" desc, page.id desc limit 1 offset ${sql.lit(minutesOnPage)}), '')`;
    return tables
      .selectFrom('channel')
      .leftJoin('channelPost as standing', (join) =>
        join
          .onRef('standing.tenant', '=', 'channel.tenant')
          .onRef('standing.school', '=', 'channel.school')
          .onRef('standing.channelOf', '=', 'channel.id')
          .on('standing.state', '=', 'sent')
          .on('standing.addendumId', 'is', null)
          .on('standing.sentAt', '>=', last)
          .on(told('standing')),
      )
      .select(['channel.channelId', 'channel.school'])
      .select(['standing.id as post', 'standing.meetingId', 'standing.sentAt'])
      .select([
        sql<number | string>`${additions('count(*)')}`.as('addedTimes'),
        sql<string | null>`${additions('max(added."sentAt")')}`.as('addedAt'),
      ])
      .where('channel.status', '=', 'in-use')
      .orderBy(sql`case when standing.id is null then 1 else 0 end`)
      .orderBy('standing.sentAt', 'desc')
      .orderBy('standing.id', 'desc')
      .limit(minutesOnPage + 1);
  },
);

export type InChannelPart = RenderingRow & { readonly channelId: string; readonly post: string };

/** What one meeting’s minutes in a channel are made from; nothing where they do not stand there. */
export const partsInChannel = defineQuery<Tables, { meeting: string; person: string }, InChannelPart>(
  'parts-in-channel',
  (tables, value) =>
    tables
      .selectFrom('channel')
      .innerJoin('channelPost as standing', (join) =>
        join
          .onRef('standing.tenant', '=', 'channel.tenant')
          .onRef('standing.school', '=', 'channel.school')
          .onRef('standing.channelOf', '=', 'channel.id')
          .on('standing.state', '=', 'sent')
          .on('standing.addendumId', 'is', null),
      )
      .innerJoin('meeting', (join) =>
        join
          .onRef('meeting.tenant', '=', 'standing.tenant')
          .onRef('meeting.school', '=', 'standing.school')
          .onRef('meeting.id', '=', 'standing.meetingId'),
      )
      .innerJoin(partsOf(value('meeting')).as('held'), (join) =>
        join.onRef('held.tenant', '=', 'meeting.tenant').onRef('held.school', '=', 'meeting.school'),
      )
      .select(ofMeeting.map((field) => `meeting.${field}` as const))
      .select(['held.sort', 'held.part', 'held.belongs', 'held.place'])
      .select(partLetters.map((letter) => `held.${letter}` as const))
      .select(['channel.channelId', 'standing.id as post'])
      .where('meeting.id', '=', value('meeting'))
      .where('channel.status', '=', 'in-use')
      .where(isTold(value('person')))
      .orderBy('held.sort')
      .orderBy('held.place')
      .orderBy('held.part'),
);
