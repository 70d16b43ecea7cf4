import type { channelAudience, channelMembership, channelStatus, postFault, postState } from './fields.ts';
import type { meetingKind } from '../meetings/fields.ts';
import type { ChannelRendering } from '../meetings/contract.ts';
import type { SchoolName } from '../people/contract.ts';

/** Addresses of the tab API for channels. */
export const channelPaths = {
  /** GET: ChannelDesk. POST ConfigureChannelRequest. */
  channels: '/api/channels',
  /** GET: MeetingChannels, where minutes of a meeting may go, and what was posted. */
  ofMeeting: '/api/meetings/:id/channels',
  /** GET: PostPreview, what would be posted to a channel, and who would read it. */
  preview: '/api/meetings/:id/channels/:channel',
  /** POST PostMinutesRequest: answers PostedMinutes. */
  post: '/api/meetings/:id/channels/:channel/post',
  /** GET: BriefingChannels, where a briefing may be posted, and what was. */
  ofBriefing: '/api/briefings/:id/channels',
  /** GET: BulletinPreview, what would be posted to a channel, and who would read it. */
  previewBulletin: '/api/briefings/:id/channels/:channel',
  /** POST PostBulletinRequest: answers PostedBulletin. */
  postBulletin: '/api/briefings/:id/channels/:channel/post',
  /** POST SettlePostRequest. */
  settle: '/api/channel-posts/:id/settle',
  /** GET `before=<cursor>`: ChannelMinutes, what stands in a channel of Teams, for whoever sits in it. */
  minutes: '/api/channels/:channel/minutes',
} as const;

/** A channel that Lantern is in, and what is set up for it, if anything is. */
export interface ChannelItem {
  /** Id in Teams. */
  readonly channel: string;
  readonly teamName: string;
  readonly name: string;
  readonly membership: keyof typeof channelMembership;
  readonly setUp: readonly {
    readonly school: string;
    readonly audience: keyof typeof channelAudience;
    readonly kinds: readonly (keyof typeof meetingKind)[];
    readonly status: keyof typeof channelStatus;
    readonly by: string;
  }[];
}
export interface ChannelDesk {
  readonly channels: readonly ChannelItem[];
  /** Kinds of meeting whose minutes may go to a channel at all. */
  readonly kinds: readonly (keyof typeof meetingKind)[];
  /** Schools whose channels one may set up. */
  readonly schools: readonly SchoolName[];
}
export interface ConfigureChannelRequest {
  readonly form: string;
  readonly school: string;
  readonly channel: string;
  readonly audience: keyof typeof channelAudience;
  readonly kinds: readonly (keyof typeof meetingKind)[];
}

/** A channel to which minutes of a meeting or a briefing may go. */
export interface MeetingChannel {
  /** Of the row in `Channels`. */
  readonly id: string;
  readonly teamName: string;
  readonly name: string;
  readonly membership: keyof typeof channelMembership;
  readonly audience: keyof typeof channelAudience;
  readonly status: keyof typeof channelStatus;
}
export interface ChannelPostItem {
  readonly id: string;
  readonly rev: number;
  readonly channelOf: string;
  readonly channelName: string;
  readonly state: keyof typeof postState;
  readonly fault?: keyof typeof postFault;
  readonly addendum: boolean;
  readonly askedByName: string;
  readonly askedAt: string;
  readonly sentAt?: string;
  /** Whether one can say whether it is in the channel, or withdraw it. */
  readonly maySettle: boolean;
}
export interface MeetingChannels {
  readonly channels: readonly MeetingChannel[];
  readonly posts: readonly ChannelPostItem[];
}

export type ChannelFlag = 'guest' | 'outsider' | 'conflict' | 'audience';
/** Somebody who is in a channel now. */
export interface ChannelReader {
  readonly name: string;
  readonly flags: readonly ChannelFlag[];
}
export interface PostPreview {
  /** Who is in the channel now; absent where Teams could not be asked. */
  readonly readers?: readonly ChannelReader[];
  readonly rendering: ChannelRendering;
  readonly digest: string;
  /** The Adaptive Card that would be posted. */
  readonly card: object;
  /** Why it cannot be posted; `audience` can be overridden with a reason. */
  readonly fault?: keyof typeof postFault;
}

/** A bulletin in the list of those that were posted. */
export interface BulletinPostItem extends ChannelPostItem {
  /** How many are in the channel now, and how many of them have read it; absent where it is not there, or Teams could not be asked. */
  readonly inChannel?: { readonly people: number; readonly read: number };
}
export interface BriefingChannels {
  readonly channels: readonly MeetingChannel[];
  readonly posts: readonly BulletinPostItem[];
  readonly mayPost: boolean;
}
export interface BulletinPreview extends Omit<PostPreview, 'rendering'> {
  /** Who is not of the school may read a bulletin, but whoever posts it should know. */
  readonly strangers: number;
}
export interface PostBulletinRequest {
  readonly form: string;
  readonly digest: string;
}
export interface PostedBulletin {
  readonly post: string;
}
export interface PostMinutesRequest {
  readonly form: string;
  readonly digest: string;
  readonly reason?: string;
}
export interface PostedMinutes {
  readonly post: string;
}
export interface SettlePostRequest {
  readonly form: string;
  readonly rev: number;
  readonly step: 'withdraw' | 'found' | 'not-found';
}

/** Minutes that were posted to a channel, as they stand there: what their card says, and no more. */
export interface MinutesInChannel {
  readonly post: string;
  readonly sentAt: string;
  /** Where it is opened in Lantern by whoever may see more of it. */
  readonly link: string;
  /** Absent where what they say cannot be told here at present. */
  readonly rendering?: ChannelRendering;
  /** How often something was added to them, as the post’s thread says, and when last. */
  readonly added?: { readonly times: number; readonly lastAt: string };
}
/** The same for everybody who sits in the channel. */
export interface ChannelMinutes {
  /** Whether minutes are posted there at all. */
  readonly setUp: boolean;
  /** Newest first. */
  readonly minutes: readonly MinutesInChannel[];
  /** Cursor of the page after. */
  readonly next?: string;
}
