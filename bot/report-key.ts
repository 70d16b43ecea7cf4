import { formFrom } from '../src/perform/digest.ts';
import type { Press } from './own-card.ts';
import type { BotServices } from './services.ts';

/**
 * The key of a report whose form was sent. That of a form that is not ours is made from the sender and the message, so that it is
 * still one report however often it arrives.
 */
export function keyOfReport({ seals, log }: BotServices, { actor, verb, data, cardActivityId = '' }: Press): string {
  const opened = seals.open(actor, verb, data);
  if (opened.kind !== 'forged') return opened.form;
  log.security('card.not-ours', { verb, person: actor.person });
  return formFrom(JSON.stringify([actor.tenant, actor.person, cardActivityId]));
}
