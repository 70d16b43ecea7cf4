import type { Identity } from '../access/types.ts';
import type { ChannelDoor } from '../areas/channels/routes.ts';
import type { ChannelRendering } from '../areas/meetings/contract.ts';
import type { Bulletin } from '../areas/briefings/contract.ts';
import { readBulletin, type ReadBulletin } from '../areas/briefings/read-bulletin.ts';
import { readRenderings } from '../areas/meetings/renderings/read-renderings.ts';
import type { Config } from '../config.ts';
import { createBulletinDesk } from '../jobs/bulletin-desk.ts';
import { createChannelDesk } from '../jobs/channel-desk.ts';
import { createPosting, type PostingWork, type SeenRendering } from '../jobs/post-to-channel.ts';
import type { Card } from '../ports/card.ts';
import type { Channels } from '../ports/channels.ts';
import type { Kernel } from './open-kernel.ts';

/** What of the chat door posts to channels, and makes what is posted. */
export interface ChatParts {
  readonly door: { readonly channels: Channels };
  readonly bot: {
    /** The card that is posted; without a rendering that something was added to the minutes. */
    postCard(who: Identity, meeting: string, rendering: ChannelRendering | undefined): Card;
    /** The same to look at: its buttons do nothing. */
    previewCard(who: Identity, meeting: string, rendering: ChannelRendering): Card;
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
  { door, bot }: ChatParts,
): { desk: ChannelDoor; work: PostingWork } {
  const { perform, read, ids, log, operational } = kernel;
  const shared = {
    ...{ perform, read, channels: door.channels },
    ...{ renderingOf: renderingFor(kernel), bulletinOf: bulletinFor(kernel) },
  };
  const looked = { ...shared, cardOf: bot.previewCard, bulletinCard: bot.bulletinPreview };
  const references = operational.channelReferences;
  return {
    desk: {
      ...createChannelDesk({ ...looked, references, schools: config.LANTERN_SCHOOLS }),
      ...createBulletinDesk(looked),
    },
    work: createPosting({ ...shared, ids, log, cardOf: bot.postCard, bulletinCard: bot.bulletinCard }),
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
