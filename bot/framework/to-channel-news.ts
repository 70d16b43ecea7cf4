import type { ChannelMembership, ChannelReference } from '../../src/ports/channels.ts';
import type { TeamsActivity } from './activity.ts';
import type { BotActor } from './events.ts';

/** What an activity says about where Lantern is in teams. */
export type ChannelNews =
  /** It is in this channel. `all`: it was added to the whole team, whose other channels are there too. */
  | { readonly kind: 'in'; readonly reference: ChannelReference; readonly all: boolean }
  /** It is in this channel no more. */
  | { readonly kind: 'out'; readonly channel: string }
  /** It is in no channel of this team any more. */
  | { readonly kind: 'out-of-team'; readonly team: string };

/** Teams leaves out the name of the channel that each team has. */
const general = 'General';

const memberships: Readonly<Record<string, ChannelMembership>> = {
  standard: 'standard',
  regular: 'standard',
  private: 'private',
  shared: 'shared',
  unknownfuturevalue: 'shared',
};
/** Which people a channel is open to. What Teams does not say is taken for the kind that every channel was before there were others. */
export const membershipOf = (type: string | null | undefined): ChannelMembership =>
  type == null ? 'standard' : (memberships[type.toLowerCase()] ?? 'shared');

const told = new Set(['conversationUpdate', 'installationUpdate']);
const gone = new Set(['channelDeleted', 'channelUnshared']);
const teamGone = new Set(['teamDeleted', 'teamHardDeleted']);
const named = new Set(['channelCreated', 'channelRenamed', 'channelRestored', 'channelShared']);

/**
 * Reads where Lantern was put, and from where it was taken: an app that is added to a team is announced by
 * `installationUpdate` or by the bot among `membersAdded` (learn.microsoft.com, "Conversation events in your Teams bot").
 * @returns undefined for an activity that says nothing of it
 */
export function toChannelNews(activity: TeamsActivity, { tenant }: BotActor): ChannelNews | undefined {
  const { team, channel, eventType = '', settings } = activity.channelData ?? {};
  if (!told.has(activity.type) || !team?.id || !activity.serviceUrl) return undefined;
  const event = eventType ?? '';
  const ours = (members: TeamsActivity['membersAdded']) => members?.some(({ id }) => id === activity.recipient.id);
  const removed = activity.type === 'installationUpdate' ? activity.action === 'remove' : ours(activity.membersRemoved);
  const added =
    activity.type === 'installationUpdate' ? activity.action?.startsWith('add') : ours(activity.membersAdded);

  if (teamGone.has(event)) return { kind: 'out-of-team', team: team.id };
  if (gone.has(event) && channel) return { kind: 'out', channel: channel.id };
  // A private or a shared channel has the app by itself, and loses it by itself.
  if (removed && event === 'channelMemberRemoved' && channel) return { kind: 'out', channel: channel.id };
  if (removed) return { kind: 'out-of-team', team: team.id };
  if (!added && !named.has(event)) return undefined;
  const id = channel?.id ?? settings?.selectedChannel?.id ?? team.id;
  const name = channel?.name ?? settings?.selectedChannel?.name ?? activity.conversation.name ?? general;
  return {
    kind: 'in',
    all: added === true && event !== 'channelMemberAdded',
    reference: {
      ...{ tenant, channel: id, team: team.id, teamName: team.name ?? '', name: name.slice(0, 255) },
      ...{ membership: membershipOf(channel?.type ?? channel?.membershipType), serviceUrl: activity.serviceUrl },
      botId: activity.recipient.id,
    },
  };
}
