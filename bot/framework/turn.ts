import { randomBytes } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import { problems } from '../../src/perform/problem.ts';
import type { Log } from '../../src/ports/log.ts';
import type { ChannelReferences } from '../../src/ports/channels.ts';
import type { ConversationReferences } from '../../src/ports/references.ts';
import type { TeamsActivity } from './activity.ts';
import { ConnectorRefusal } from './connector-refusal.ts';
import type { BotActor, BotEvent, BotHandler, BotReply } from './events.ts';
import { faultOf } from './fault.ts';
import { cardMessage, toInvokeAnswer, toMessage, type InvokeAnswer } from './to-activity.ts';
import { learnChannels } from './learn-channels.ts';
import { toChannelNews } from './to-channel-news.ts';
import { toEvent, toReference } from './to-event.ts';

export interface TurnParts {
  readonly references: ConversationReferences;
  readonly channels: ChannelReferences;
  readonly handle: BotHandler;
  readonly log: Log;
}

/** What the HTTP response to an activity shall be. `well`: the person has the answer that the handler meant them to have. */
export interface Outcome {
  readonly status: 200 | 501 | 502;
  readonly body?: InvokeAnswer;
  readonly well: boolean;
}

/** Takes a verified activity to the handler and its reply back to the person. Never throws. */
export async function takeTurn(
  context: TurnContext,
  activity: TeamsActivity,
  actor: BotActor,
  { references, channels, handle, log }: TurnParts,
): Promise<Outcome> {
  const invoked = activity.type === 'invoke';
  const { event, reply, well } = await ask();
  if (!event && well) return { status: invoked ? 501 : 200, well };
  if (invoked) return { status: 200, body: toInvokeAnswer(reply), well };
  try {
    await say(context, event, reply);
    return { status: 200, well };
  } catch (thrown) {
    const refusal = thrown instanceof ConnectorRefusal ? { code: thrown.code, status: thrown.status } : faultOf(thrown);
    log.error('bot.reply-failed', { kind: event?.kind, ...refusal });
    return { status: 502, well: false };
  }

  async function channelEvent(): Promise<BotEvent | undefined> {
    const news = toChannelNews(activity, actor);
    if (!news) return undefined;
    const learnt = await learnChannels(context, news, actor.tenant, { channels, log });
    return { kind: 'channels', actor, conversation: 'channel', ...learnt };
  }

  async function ask(): Promise<{ event?: BotEvent; reply: BotReply; well: boolean }> {
    let event: BotEvent | undefined;
    try {
      const reference = toReference(activity, actor);
      const first = reference ? (await references.save(reference)).first : false;
      event = (await channelEvent()) ?? toEvent(activity, actor, first);
      return event ? { event, reply: await handle(event), well: true } : { reply: { kind: 'nothing' }, well: true };
    } catch (thrown) {
      const number = randomBytes(4).toString('hex');
      log.error('bot.handler-broken', { number, kind: event?.kind, ...faultOf(thrown) });
      const reply: BotReply = { kind: 'text', text: `${problems.broken} Number: ${number}` };
      return { ...(event && { event }), reply, well: false };
    }
  }
}

async function say(context: TurnContext, event: BotEvent | undefined, reply: BotReply): Promise<void> {
  const message = toMessage(reply);
  if (!message) return;
  // A press of an Action.Submit arrives as a message; its card must give way to the new one all the same.
  if (event?.kind === 'action' && event.cardActivityId && reply.kind === 'card') {
    const replaced = await replace(context, event.cardActivityId, reply.card);
    if (replaced) return;
  }
  await context.sendActivity(message);
}

/** False when the old card cannot be replaced any more: the answer must reach the person, if need be as a new message. */
async function replace(context: TurnContext, id: string, card: Parameters<typeof cardMessage>[0]): Promise<boolean> {
  try {
    await context.updateActivity({ ...cardMessage(card), id });
    return true;
  } catch (thrown) {
    if (thrown instanceof ConnectorRefusal) return false;
    throw thrown;
  }
}
