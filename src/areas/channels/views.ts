import { z } from 'zod';
import type { Presenting, View } from '../../perform/types.ts';
import { schoolDay } from '../../records/school-day.ts';
import { isOut } from '../briefings/rules.ts';
import type { MeetingKind } from '../meetings/rules.ts';
import type { ChannelPostItem, MeetingChannel } from './contract.ts';
import {
  belongingAtMeeting,
  channelById,
  channelsForMeeting,
  channelsSetUp,
  postById,
  postsOfAction,
  postsOf,
  type BelongingRow,
  type ChannelForMeeting,
  type ChannelRow,
  type PostRow,
  type PostToCarryOut,
} from './queries.ts';
import { actionsOf, kindsOf, nextPostState, type Audience, type Belonging, type PostState } from './rules.ts';

const nothing = z.strictObject({});
const byId = z.strictObject({ id: z.string() });
type ById = z.infer<typeof byId>;

/** A channel as it is set up at a school. */
export interface SetUpChannel {
  readonly id: string;
  readonly school: string;
  readonly channel: string;
  readonly teamName: string;
  readonly name: string;
  readonly audience: Audience;
  readonly kinds: readonly MeetingKind[];
  readonly status: ChannelRow['status'];
  readonly by: string;
}
const ofChannel = ['teamName', 'name', 'audience', 'kinds', 'status', 'configuredByName'];

const presentChannel = (row: ChannelRow): SetUpChannel => ({
  ...{ id: row.id, school: row.school, channel: row.channelId, teamName: row.teamName, name: row.name },
  ...{ audience: row.audience, kinds: kindsOf(row) as readonly MeetingKind[], status: row.status },
  by: row.configuredByName,
});

/** What is set up, and where one may set something up. */
export interface SetUp {
  readonly channels: readonly SetUpChannel[];
  readonly schools: readonly string[];
}

/** The channels that are set up. */
export const listChannels: View<Record<string, never>, ChannelRow, SetUp> = {
  ...{ verb: 'list-channels', shape: 'page', fields: ofChannel, params: nothing, query: channelsSetUp },
  values: () => ({}),
  present(rows, { actor, may }) {
    const schools = [...new Set(actor.grants.map(({ school }) => school))];
    return {
      answer: {
        channels: rows.map(presentChannel),
        schools: schools.filter((school) => may('configure-channel', { school })),
      },
      ids: rows.map(({ id }) => id),
    };
  },
};

/** A channel from which Lantern was taken, for whoever set it up. */
export const readRemovedChannel: View<ById, ChannelRow, SetUpChannel> = {
  ...{ verb: 'read-channel-removed', shape: 'one', fields: ofChannel, params: byId, query: channelById },
  values: ({ id }) => ({ id }),
  present([row]) {
    if (!row) throw new Error('a view of one record was asked to present none');
    return { answer: presentChannel(row), ids: [row.id] };
  },
};

/** A channel for the minutes of a meeting, as Lantern finds it in Teams. */
export interface ChannelOfMeeting extends MeetingChannel {
  /** Id in Teams. */
  readonly channel: string;
}

/** The channels in rows that have none where the school has none. */
export const channelsIn = (rows: readonly Omit<ChannelForMeeting, 'kind' | 'kinds' | 'meetingId'>[]) =>
  rows.flatMap(({ id, channelId, teamName, name, membership, audience, channelStatus }): readonly ChannelOfMeeting[] =>
    id === null || channelId === null || membership === null || audience === null || channelStatus === null
      ? []
      : [
          {
            ...{ id, channel: channelId, teamName: teamName ?? '', name: name ?? '', membership, audience },
            status: channelStatus,
          },
        ],
  );

/** Channels to which minutes of the meeting's kind go. */
export const listChannelsForMeeting: View<ById, ChannelForMeeting, readonly ChannelOfMeeting[]> = {
  verb: 'list-channels-for-meeting',
  // A meeting that one may not see is not found, and not a meeting for which there is no channel.
  shape: 'one',
  fields: ['channel.teamName', 'channel.name', 'channel.audience', 'channel.status'],
  params: byId,
  query: channelsForMeeting,
  values: ({ id }) => ({ meeting: id }),
  present(rows) {
    const answer = channelsIn(rows.filter((row) => kindsOf(row).includes(row.kind)));
    return { answer, ids: [...new Set(rows.map(({ meetingId }) => meetingId)), ...answer.map(({ id }) => id)] };
  },
};

/** Who belongs to the school of a meeting, by which those who sit in a channel are judged. */
export const readChannelAudience: View<ById, BelongingRow, readonly Belonging[]> = {
  verb: 'read-channel-audience',
  shape: 'page',
  fields: ['roleGrant.role', 'staffMember.personId'],
  params: byId,
  query: belongingAtMeeting,
  values: ({ id }, _actor, now) => ({ meeting: id, today: schoolDay(now) }),
  present(rows, { params }) {
    const people = new Map<string, { roles: string[]; kept: boolean }>();
    for (const { personId, role, kept } of rows) {
      const one = people.get(personId) ?? { roles: [], kept: false };
      people.set(personId, { roles: [...one.roles, role], kept: one.kept || Boolean(kept) });
    }
    return {
      answer: [...people].map(([person, { roles, kept }]) => ({ person, roles, kept })),
      ids: rows.length > 0 ? [params.id] : [],
    };
  },
};

const ofPost = ['channelName', 'state', 'fault', 'askedByName', 'askedAt', 'sentAt'];

const presentPost = (row: PostRow, { may }: Presenting<object>): ChannelPostItem => ({
  ...{ id: row.id, rev: row.rev, channelOf: row.channelOf, channelName: row.channelName, state: row.state },
  ...{ addendum: row.addendumId !== null, askedByName: row.askedByName, askedAt: row.askedAt },
  ...(row.fault !== null && { fault: row.fault }),
  ...(row.sentAt !== null && { sentAt: row.sentAt }),
  maySettle:
    (['withdraw', 'found'] as const).some((step) => nextPostState(row.state, step) !== undefined) &&
    may('settle-channel-post', row),
});

/** What became of what was posted of a meeting or of a briefing. */
export const listChannelPosts: View<ById, PostRow, readonly ChannelPostItem[]> = {
  ...{ verb: 'list-channel-posts', shape: 'page', fields: ofPost, params: byId, query: postsOf },
  values: ({ id }) => ({ of: id }),
  present: (rows, seen) => ({ answer: rows.map((row) => presentPost(row, seen)), ids: rows.map(({ id }) => id) }),
};

/** A post as Lantern carries it out. */
export interface PostToSend {
  readonly id: string;
  readonly rev: number;
  readonly of: 'minutes' | 'bulletin';
  /** Id of the meeting whose minutes it is, or of the briefing. */
  readonly subject: string;
  /** Whether that may still be read: the minutes are published, the briefing was not withdrawn. */
  readonly out: boolean;
  readonly state: PostState;
  /** Id in Teams. */
  readonly channel: string;
  /** Of the row in `Channels`. */
  readonly channelOf: string;
  readonly inUse: boolean;
  readonly audience: Audience;
  readonly digest: string;
  readonly reason?: string;
  readonly actions: readonly string[];
  readonly addendum: boolean;
  /** When Teams was called, at the earliest. */
  readonly begunAt: string;
  readonly replyTo?: string;
  readonly activityId?: string;
}
const carriedOut = ['state', 'digest', 'reason', 'actionIds', 'replyTo', 'activityId', 'begunAt', 'channel.audience'];

const presentToSend = (row: PostToCarryOut): PostToSend => ({
  ...{ id: row.id, rev: row.rev, state: row.state },
  ...(row.briefingId === null
    ? { of: 'minutes', subject: row.meetingId ?? '', out: row.meetingStatus === 'minutes-published' }
    : { of: 'bulletin', subject: row.briefingId, out: isOut({ status: row.briefingStatus ?? '' }) }),
  ...{ channel: row.channelId, channelOf: row.channelOf, inUse: row.channelStatus === 'in-use' },
  ...{ audience: row.audience, digest: row.digest, actions: actionsOf(row), addendum: row.addendumId !== null },
  begunAt: row.begunAt ?? row.askedAt,
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.replyTo !== null && { replyTo: row.replyTo }),
  ...(row.activityId !== null && { activityId: row.activityId }),
});

/** One post, to be carried out. */
export const readChannelPost: View<ById, PostToCarryOut, PostToSend> = {
  ...{ verb: 'read-channel-post', shape: 'one', fields: carriedOut, params: byId, query: postById },
  values: ({ id }) => ({ id }),
  present([row]) {
    if (!row) throw new Error('a view of one record was asked to present none');
    return { answer: presentToSend(row), ids: [row.id] };
  },
};

/** Posts that show an action, to be made new when it changes. */
export const listPostsOfAction: View<ById, PostToCarryOut, readonly PostToSend[]> = {
  ...{ verb: 'list-posts-of-action', shape: 'page', fields: carriedOut, params: byId, query: postsOfAction },
  values: ({ id }) => ({ action: id }),
  present: (rows) => ({ answer: rows.map(presentToSend), ids: rows.map(({ id }) => id) }),
};
