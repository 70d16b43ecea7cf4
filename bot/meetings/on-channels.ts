import { postingIdentity } from '../../src/access/actor.ts';
import { noteChannel } from '../../src/areas/channels/note-channel.ts';
import type { BotEvent, BotReply } from '../framework/events.ts';
import type { BotServices } from '../services.ts';

type ChannelsEvent = Extract<BotEvent, { kind: 'channels' }>;

/**
 * Notes for channels that are set up that Lantern was taken out of them, or is back in them. Nothing is said in the channel itself.
 * @throws Error where it could not be noted just now: Teams then tells it again
 */
export async function onChannels(services: BotServices, { actor, into, outOf }: ChannelsEvent): Promise<BotReply> {
  const note = async (channel: string, there: boolean) => {
    const noted = await services.perform(
      noteChannel,
      postingIdentity(actor.tenant),
      { channel, there },
      services.ids.next(),
    );
    if (!noted.ok && noted.problem.code !== 'already-done')
      throw new Error(`a channel could not be noted: ${noted.problem.code}`);
  };
  for (const channel of into) await note(channel, true);
  for (const channel of outOf) await note(channel, false);
  return { kind: 'nothing' };
}
