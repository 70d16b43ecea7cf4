import type { TurnContext } from 'botbuilder';
import type { Card } from '../../src/ports/card.ts';
import type { Log } from '../../src/ports/log.ts';
import type { Delivery, Messenger, Recipient } from '../../src/ports/messenger.ts';
import type { ConversationReferences } from '../../src/ports/references.ts';
import type { Adapter } from './adapter.ts';
import { ConnectorRefusal } from './connector-refusal.ts';
import { faultOf } from './fault.ts';
import { isServiceUrl } from './service-url.ts';
import { cardMessage } from './to-activity.ts';

/** Writes to people first, in the chat they last wrote from. */
export function createMessenger(
  adapter: Pick<Adapter, 'reach'>,
  references: ConversationReferences,
  log: Log,
): Messenger {
  /** `deliver` resolves to the id of the message in Teams. */
  const reach = async (to: Recipient, deliver: (context: TurnContext) => Promise<string>): Promise<Delivery> => {
    try {
      const reference = await references.find(to);
      if (!reference) return { outcome: 'unreachable', why: 'no-conversation' };
      // Also here: a reference may have been restored from elsewhere since it was checked at the door.
      if (!isServiceUrl(reference.serviceUrl)) {
        log.security('bot.reference-refused', { tenant: to.tenant, person: to.person, code: 'foreign-service-url' });
        return { outcome: 'failed' };
      }
      let activityId = '';
      await adapter.reach(reference, async (context) => {
        activityId = await deliver(context);
      });
      return { outcome: 'delivered', activityId };
    } catch (thrown) {
      return toDelivery(thrown, to, log);
    }
  };

  return {
    send: (to, card: Card) => reach(to, async (context) => (await context.sendActivity(cardMessage(card)))?.id ?? ''),
    update: (to, activityId, card: Card) =>
      reach(to, async (context) => {
        await context.updateActivity({ ...cardMessage(card), id: activityId });
        return activityId;
      }),
  };
}

function toDelivery(thrown: unknown, { tenant, person }: Recipient, log: Log): Delivery {
  if (!(thrown instanceof ConnectorRefusal)) {
    log.error('bot.send-broken', { tenant, person, ...faultOf(thrown) });
    return { outcome: 'failed' };
  }
  const { status, code, blocked } = thrown;
  log.warn('bot.send-refused', { tenant, person, code, status });
  if (blocked) return { outcome: 'unreachable', why: 'blocked' };
  return { outcome: 'failed', ...(status !== undefined && { status }) };
}
