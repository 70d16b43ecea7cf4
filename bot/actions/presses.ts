import { acceptAction } from '../../src/areas/actions/accept-action.ts';
import { answerTime } from '../../src/areas/actions/answer-time.ts';
import { completeAction } from '../../src/areas/actions/complete-action.ts';
import type { Result } from '../../src/perform/problem.ts';
import type { BotActor, BotReply } from '../framework/events.ts';
import { fieldOf, onOwnCard, replyWith, sayProblem, type OnPress, type Press } from '../own-card.ts';
import type { BotServices } from '../services.ts';
import { showOwnAction, showTimeAsked } from './show.ts';

/** What happens when a button of an action's card is pressed, by its verb. */
export const actionPresses: Readonly<Record<string, OnPress>> = {
  'open-action': (services, press) =>
    onOwnCard(services, press, (about) => replyWith(showOwnAction(services, press.actor, about))),
  'accept-action': (services, press) =>
    onOwnCard(services, press, async (action, form) =>
      afterwards(services, press.actor, action, await services.perform(acceptAction, press.actor, { action }, form)),
    ),
  'complete-action': (services, press) =>
    onOwnCard(services, press, async (action, form) => {
      const input = { action, note: fieldOf(press, 'note') };
      const done = await services.perform(completeAction, press.actor, input, form);
      return afterwards(services, press.actor, action, done);
    }),
  'give-time': (services, press) => answer(services, press, true),
  'keep-day': (services, press) => answer(services, press, false),
};

/** A lead’s answer to somebody who asked for time. */
const answer = (services: BotServices, press: Press, given: boolean): Promise<BotReply> =>
  onOwnCard(services, press, async (action, form) => {
    const answered = await services.perform(answerTime, press.actor, { action, given }, form);
    if (!answered.ok && answered.problem.code !== 'already-done') return sayProblem(answered.problem);
    return replyWith(showTimeAsked(services, press.actor, action));
  });

/** The card as things stand now, also when it had been done or cancelled before; else why not, and the card stays. */
async function afterwards(
  services: BotServices,
  actor: BotActor,
  action: string,
  result: Result<unknown>,
): Promise<BotReply> {
  if (result.ok || result.problem.code === 'already-done') return replyWith(showOwnAction(services, actor, action));
  return sayProblem(result.problem);
}
