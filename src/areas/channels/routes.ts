import type { Identity } from '../../access/types.ts';
import { bodyOf } from '../../http/body-of.ts';
import type { Route } from '../../http/route.ts';
import type { Result } from '../../perform/problem.ts';
import {
  channelPaths,
  type BriefingChannels,
  type BulletinPreview,
  type ChannelDesk,
  type ChannelMinutes,
  type PostedBulletin,
  type PostPreview,
  type MeetingChannels,
  type PostedMinutes,
} from './contract.ts';
import { settleChannelPost } from './settle-channel-post.ts';

/** Channels as the tab asks for them: who is in one is asked of Teams; all else goes through `read` and `perform`. */
export interface ChannelDoor {
  desk(identity: Identity): Promise<Result<ChannelDesk>>;
  configure(identity: Identity, body: unknown): Promise<Result<{ readonly channel: string }>>;
  ofMeeting(identity: Identity, meeting: string): Promise<Result<MeetingChannels>>;
  preview(identity: Identity, meeting: string, channel: string): Promise<Result<PostPreview>>;
  post(identity: Identity, meeting: string, channel: string, body: unknown): Promise<Result<PostedMinutes>>;
  /**
   * What stands in a channel of Teams, for whoever sits in it now.
   * @param channel id in Teams, as the client says it
   * @param before cursor of the page before
   */
  minutes(identity: Identity, channel: string, before: unknown): Promise<Result<ChannelMinutes>>;
  ofBriefing(identity: Identity, briefing: string): Promise<Result<BriefingChannels>>;
  previewBulletin(identity: Identity, briefing: string, channel: string): Promise<Result<BulletinPreview>>;
  postBulletin(identity: Identity, briefing: string, channel: string, body: unknown): Promise<Result<PostedBulletin>>;
}

/** The tab API of channels, as data. */
export const channelRoutes = (door: ChannelDoor): readonly Route[] => [
  { method: 'get', path: channelPaths.channels, handle: (who) => door.desk(who) },
  { method: 'post', path: channelPaths.channels, handle: (who, { body }) => door.configure(who, body) },
  { method: 'get', path: channelPaths.ofMeeting, handle: (who, { params }) => door.ofMeeting(who, params['id'] ?? '') },
  {
    method: 'get',
    path: channelPaths.preview,
    handle: (who, { params }) => door.preview(who, params['id'] ?? '', params['channel'] ?? ''),
  },
  {
    method: 'post',
    path: channelPaths.post,
    handle: (who, { params, body }) => door.post(who, params['id'] ?? '', params['channel'] ?? '', body),
  },
  {
    method: 'get',
    path: channelPaths.ofBriefing,
    handle: (who, { params }) => door.ofBriefing(who, params['id'] ?? ''),
  },
  {
    method: 'get',
    path: channelPaths.previewBulletin,
    handle: (who, { params }) => door.previewBulletin(who, params['id'] ?? '', params['channel'] ?? ''),
  },
  {
    method: 'post',
    path: channelPaths.postBulletin,
    handle: (who, { params, body }) => door.postBulletin(who, params['id'] ?? '', params['channel'] ?? '', body),
  },
  {
    method: 'post',
    path: channelPaths.settle,
    useCase: settleChannelPost,
    input: (request) => ({ ...bodyOf(request), post: request.params['id'] }),
  },
  {
    method: 'get',
    path: channelPaths.minutes,
    handle: (who, { params, query }) => door.minutes(who, params['channel'] ?? '', query['before']),
  },
];
