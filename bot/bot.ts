import type { Identity } from '../src/access/types.ts';
import type { Bulletin } from '../src/areas/briefings/contract.ts';
import type { ChannelRendering } from '../src/areas/meetings/contract.ts';
import { problems } from '../src/perform/problem.ts';
import type { Card } from '../src/ports/card.ts';
import { actionEffects } from './actions/effects.ts';
import { actionPresses } from './actions/presses.ts';
import { goneCard } from './cards/gone-card.ts';
import { briefingEffects } from './briefings/effects.ts';
import { briefingPresses } from './briefings/presses.ts';
import { commandOf } from './commands.ts';
import { concernActions } from './concerns/actions.ts';
import { concernEffects } from './concerns/effects.ts';
import { onMessage, showHelp } from './concerns/messages.ts';
import type { BotEvent, BotHandler, BotReply } from './framework/events.ts';
import { bulletinCard } from './briefings/bulletin-card.ts';
import { bulletinPresses } from './briefings/bulletin-presses.ts';
import { inChannel } from './channel-card.ts';
import { channelPresses } from './meetings/channel-presses.ts';
import { linkFromChannel, postCard, previewCard } from './meetings/post-card.ts';
import { onChannels } from './meetings/on-channels.ts';
import { meetingEffects } from './meetings/effects.ts';
import { meetingPresses } from './meetings/presses.ts';
import { needToKnowEffects } from './need-to-know/effects.ts';
import { outsideEffects } from './outside/effects.ts';
import { roleEffects } from './roles/effects.ts';
import type { BotServices } from './services.ts';
import { staffConcernEffects } from './staff-concerns/effects.ts';
import { staffConcernPresses } from './staff-concerns/presses.ts';

/** One entry for each area. Maps, since verbs arrive from outside and every object has a `constructor`. */
const actions = new Map(
  Object.entries({
    ...concernActions,
    ...actionPresses,
    ...briefingPresses,
    ...meetingPresses,
    ...staffConcernPresses,
  }),
);
const effects = new Map(
  Object.entries({
    ...concernEffects,
    ...actionEffects,
    ...briefingEffects,
    ...meetingEffects,
    ...outsideEffects,
    ...needToKnowEffects,
    ...roleEffects,
    ...staffConcernEffects,
  }),
);

/** What may be pressed in a channel, where many read along: each says who it is for, and who it was is found anew. */
const inChannels = new Map(Object.entries({ ...channelPresses, ...bulletinPresses }));

const elsewhere =
  'Lantern only listens in your own chat with it, where nobody else reads along. Nothing was recorded here: open that chat and write there.';

export interface Bot {
  readonly handle: BotHandler;
  /** The card of an effect for its recipient, as things stand; undefined when there is nothing (more) to show them. */
  render(kind: string, who: Identity, about: string): Promise<Card | undefined>;
  /** What takes the place of a card that shows nothing any more. */
  readonly gone: Card;
  /** The card of published minutes for a channel; without a rendering that something was added to them. */
  postCard(who: Identity, meeting: string, rendering: ChannelRendering | undefined): Card;
  /** The same to look at before it is posted. */
  previewCard(who: Identity, meeting: string, rendering: ChannelRendering): Card;
  /** Where a meeting is opened from a channel, by whoever may. */
  linkFromChannel(tenant: string, meeting: string): string;
  /** A bulletin for a channel; without one that it was withdrawn. */
  bulletinCard(who: Identity, bulletin: Bulletin | undefined): Card;
  /** The same to look at before it is posted: its button carries nothing. */
  bulletinPreview(who: Identity, bulletin: Bulletin | undefined): Card;
}

/** The chat door's behaviour: every event to its area. Knows nothing of botbuilder. */
export function createBot(services: BotServices): Bot {
  return {
    handle: (event) => (event.conversation === 'personal' ? inOwnChat(services, event) : outside(services, event)),
    render: async (kind, who, about) => effects.get(kind)?.(services, who, about),
    gone: goneCard,
    postCard: (who, meeting, rendering) => postCard(services, who, meeting, rendering),
    previewCard: (who, meeting, rendering) => previewCard(services, who, meeting, rendering),
    linkFromChannel: (tenant, meeting) => linkFromChannel(services, tenant, meeting),
    bulletinCard: ({ tenant }, bulletin) =>
      bulletinCard({
        bulletin,
        confirm: bulletin ? services.seals.seal(inChannel(tenant), 'read-in-channel', bulletin.id) : {},
      }),
    bulletinPreview: (_who, bulletin) => bulletinCard({ bulletin, confirm: {} }),
  };
}

async function inOwnChat(services: BotServices, event: BotEvent): Promise<BotReply> {
  if (event.kind === 'message')
    return commandOf(event.text)?.(services, event.actor) ?? onMessage(services, event.actor, event.text);
  if (event.kind === 'channels') return { kind: 'nothing' };
  if (event.kind === 'installed') return event.first ? showHelp(services, event.actor, 'welcome') : { kind: 'nothing' };
  return (await actions.get(event.verb)?.(services, event)) ?? { kind: 'text', text: problems['not-our-card'] };
}

async function outside(services: BotServices, event: BotEvent): Promise<BotReply> {
  if (event.kind === 'installed') return { kind: 'nothing' };
  if (event.kind === 'channels') return onChannels(services, event);
  const press = event.kind === 'action' && event.conversation === 'channel' ? inChannels.get(event.verb) : undefined;
  return press && event.kind === 'action' ? press(services, event) : { kind: 'text', text: elsewhere };
}
