import type { Identity } from '../access/types.ts';
import type { ChannelDoor } from '../areas/channels/routes.ts';
import type { ChannelRendering } from '../areas/meetings/contract.ts';
import type { Bulletin } from '../areas/briefings/contract.ts';
import { readBulletin, type ReadBulletin } from '../areas/briefings/read-bulletin.ts';
import { readRenderings } from '../areas/meetings/renderings/read-renderings.ts';
import type { Config } from '../config.ts';
import { createChannelMessages } from '../graph/channel-messages.ts';
import type { OpenGraph } from '../graph/open-graph.ts';
import { createBulletinDesk } from '../jobs/bulletin-desk.ts';
import { createChannelDesk } from '../jobs/channel-desk.ts';
import { marks } from '../jobs/mark-of-post.ts';
import { createPosting, type PostingWork, type SeenRendering } from '../jobs/post-to-channel.ts';
import type { Card } from '../ports/card.ts';
import type { LookedFor } from '../ports/channel-messages.ts';
import type { ChannelPlace, Channels, ChannelTeams } from '../ports/channels.ts';
import { systemClock } from '../system/system-clock.ts';
import type { Kernel } from './open-kernel.ts';

/** What of the chat door posts to channels, and makes what is posted. */
export interface ChatParts {
  readonly door: { readonly channels: Channels & ChannelTeams };
  /** Over which channels are read, where the settings wish for it. */
  readonly graph: Pick<OpenGraph, 'patient'>;
  readonly bot: {
    /** The card that is posted; without a rendering that something was added to the minutes. */
    postCard(who: Identity, meeting: string, rendering: ChannelRendering | undefined): Card;
    /** The same to look at: its buttons do nothing. */
    previewCard(who: Identity, meeting: string, rendering: ChannelRendering): Card;
    /** Where a meeting is opened from a channel. */
    linkFromChannel(tenant: string, meeting: string): string;
    /** A bulletin for a channel; without one that it was withdrawn. */
    bulletinCard(who: Identity, bulletin: Bulletin | undefined): Card;
    /** The same to look at. */
    bulletinPreview(who: Identity, bulletin: Bulletin | undefined): Card;
  };
}

/** Channels: the door for the tab, and what posts there. */
export function openChannels(
  config: Config,
  kernel: Kernel,
  { door, bot, graph }: ChatParts,
): { desk: ChannelDoor; work: PostingWork } {
  const { perform, read, ids, log, clock, operational } = kernel;
  const doubt =
    config.LANTERN_CHANNEL_READING === 'on' ? { clock, lookFor: lookingFor(config, door.channels, graph) } : undefined;
  const shared = {
    ...{ perform, read, channels: door.channels },
    ...{ renderingOf: renderingFor(kernel), bulletinOf: bulletinFor(kernel) },
  };
  const looked = { ...shared, cardOf: bot.previewCard, bulletinCard: bot.bulletinPreview };
  const references = operational.channelReferences;
  return {
    desk: {
      ...createChannelDesk({
        ...{ ...looked, references, schools: config.LANTERN_SCHOOLS },
        ...{ linkOf: bot.linkFromChannel, clock: systemClock },
      }),
      ...createBulletinDesk(looked),
    },
    work: createPosting({
      ...shared,
      ids,
      log,
      cardOf: bot.postCard,
      bulletinCard: bot.bulletinCard,
      ...(doubt && { doubt }),
    }),
  };
}

/** Looks for a post in its channel, or in the thread where it would be, over Graph. */
export function lookingFor(
  { BOT_APP_ID: bot }: Pick<Config, 'BOT_APP_ID'>,
  teams: ChannelTeams,
  { patient }: Pick<OpenGraph, 'patient'>,
) {
  const messages = createChannelMessages(patient, bot, marks);
  return async (place: ChannelPlace, mark: string, thread?: string): Promise<LookedFor> => {
    const group = await teams.groupOf(place);
    return group === undefined
      ? { outcome: 'unsure', why: 'no-team' }
      : messages.look(group, place.channel, mark, thread);
  };
}

/** The channel’s rendering, looked at with the rights of whoever asks; nothing where meetings of the kind go to no channel. */
export const renderingFor =
  ({ read }: Pick<Kernel, 'read'>) =>
  async (who: Identity, meeting: string): Promise<SeenRendering | undefined> => {
    const seen = await read(readRenderings, who, { id: meeting });
    if (!seen.ok && seen.problem.code === 'not-found') return undefined;
    if (!seen.ok) throw new Error(`minutes could not be rendered: ${seen.problem.code}`);
    const { rendering, digest, names } = seen.answer.answer.channel;
    return rendering && digest !== undefined ? { rendering, digest, names: names.length } : undefined;
  };

/** A briefing as it would be posted, looked at with the rights of whoever asks. */
export const bulletinFor =
  ({ read }: Pick<Kernel, 'read'>) =>
  async (who: Identity, briefing: string): Promise<ReadBulletin | undefined> => {
    const seen = await read(readBulletin, who, { id: briefing });
    if (!seen.ok && seen.problem.code === 'not-found') return undefined;
    if (!seen.ok) throw new Error(`a briefing could not be read: ${seen.problem.code}`);
    return seen.answer.answer;
  };
