import { problems, type Problem } from '../src/perform/problem.ts';
import type { Card } from '../src/ports/card.ts';
import type { BotEvent, BotReply } from './framework/events.ts';
import type { BotServices } from './services.ts';

/** A button that was pressed. */
export type Press = Extract<BotEvent, { kind: 'action' }>;
/** What a press does. */
export type OnPress = (services: BotServices, press: Press) => Promise<BotReply>;

/** Acts on a record only through a card that Lantern made for this person, and not too long ago. */
export async function onOwnCard(
  services: BotServices,
  press: Press,
  act: (about: string, form: string) => Promise<BotReply>,
): Promise<BotReply> {
  const opened = services.seals.open(press.actor, press.verb, press.data);
  if (opened.kind === 'genuine' && opened.about !== undefined) return act(opened.about, opened.form);
  if (opened.kind === 'stale') return sayProblem({ code: 'old-card' });
  services.log.security('card.not-ours', { verb: press.verb, person: press.actor.person });
  return sayProblem({ code: 'not-our-card' });
}

/** The card, or that there is nothing here for this person. */
export async function replyWith(card: Promise<Card | undefined>): Promise<BotReply> {
  const shown = await card;
  return shown ? { kind: 'card', card: shown } : sayProblem({ code: 'not-found' });
}

/** Why it was not done, and what to do about it. */
export const sayProblem = ({ code, fields }: Problem): BotReply => ({
  kind: 'text',
  text: [problems[code], ...(fields ?? []).map((field) => field.message)].join(' '),
});

/** One field of what came with a press, whatever that was; the empty string when there is no text of that name. */
export function fieldOf({ data }: Press, name: string): string {
  const value = typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[name] : '';
  return typeof value === 'string' ? value : '';
}
