import {
  channelPaths as paths,
  type BriefingChannels,
  type BulletinPreview,
  type ChannelDesk,
  type ChannelMinutes,
  type ConfigureChannelRequest,
  type MeetingChannels,
  type PostBulletinRequest,
  type PostedBulletin,
  type PostedMinutes,
  type PostMinutesRequest,
  type PostPreview,
  type SettlePostRequest,
} from '../../src/areas/channels/contract.ts';
import { meetingPaths, type Renderings } from '../../src/areas/meetings/contract.ts';
import type { createCall } from './call.ts';
import { pathTo } from './path-to.ts';

/** The part of the tab API that is about channels. */
export const channelCalls = (call: ReturnType<typeof createCall>) => ({
  channels: () => call<ChannelDesk>(paths.channels),
  /** @param channel id in Teams, as it says that the tab lies there */
  channelMinutes: (channel: string, before?: string) =>
    call<ChannelMinutes>(
      pathTo(paths.minutes, { channel }) + (before === undefined ? '' : `?${new URLSearchParams({ before })}`),
    ),
  configureChannel: (body: ConfigureChannelRequest) => call<unknown>(paths.channels, body),
  channelsOfMeeting: (id: string) => call<MeetingChannels>(pathTo(paths.ofMeeting, { id })),
  renderings: (id: string) => call<Renderings>(pathTo(meetingPaths.renderings, { id })),
  previewPost: (id: string, channel: string) => call<PostPreview>(pathTo(paths.preview, { id, channel })),
  postMinutes: (id: string, channel: string, body: PostMinutesRequest) =>
    call<PostedMinutes>(pathTo(paths.post, { id, channel }), body),
  channelsOfBriefing: (id: string) => call<BriefingChannels>(pathTo(paths.ofBriefing, { id })),
  previewBulletin: (id: string, channel: string) =>
    call<BulletinPreview>(pathTo(paths.previewBulletin, { id, channel })),
  postBulletin: (id: string, channel: string, body: PostBulletinRequest) =>
    call<PostedBulletin>(pathTo(paths.postBulletin, { id, channel }), body),
  settlePost: (id: string, body: SettlePostRequest) => call<unknown>(pathTo(paths.settle, { id }), body),
});
