import { askForTime } from '../../src/areas/actions/ask-for-time.ts';
import { completeAction } from '../../src/areas/actions/complete-action.ts';
import type { Result } from '../../src/perform/problem.ts';
import type { Recipient } from '../../src/ports/messenger.ts';
import { sayProblem, type OnPress, type Press } from '../own-card.ts';
import type { BotServices } from '../services.ts';
import type { BotReply } from '../framework/events.ts';

/** A button in a channel is one for all who see it: it is sealed for nobody, and who pressed it is asked each time. */
export const inChannel = (tenant: string): Recipient => ({ tenant, person: 'a channel' });

const notTheirs =
  'This is for whoever was given it, so nothing was changed. What you were given stands in your own chat with Lantern.';

/** Does for whoever pressed it what only the owner may do; the post itself is made new afterwards, for everybody. */
async function onPost(
  services: BotServices,
  press: Press,
  act: (action: string, form: string) => Promise<Result<unknown>>,
  done: string,
): Promise<BotReply> {
  const { actor, verb, data } = press;
  const opened = services.seals.open(inChannel(actor.tenant), verb, data);
  if (opened.kind === 'stale')
    return { kind: 'text', text: 'This post is too old to act on. Open Lantern and act there.' };
  if (opened.kind === 'forged' || opened.about === undefined) {
    services.log.security('card.not-ours', { verb, person: actor.person });
    return sayProblem({ code: 'not-our-card' });
  }
  const result = await act(opened.about, opened.form);
  if (result.ok) return { kind: 'text', text: done };
  return result.problem.code === 'not-found' ? { kind: 'text', text: notTheirs } : sayProblem(result.problem);
}

/** What happens when a button beneath posted minutes is pressed, by its verb. */
export const channelPresses: Readonly<Record<string, OnPress>> = {
  'done-in-channel': (services, press) =>
    onPost(
      services,
      press,
      // Nothing is typed in a channel, so that nobody can be named there.
      (action, form) =>
        services.perform(completeAction, press.actor, { action, note: 'Said to be done, in the channel.' }, form),
      'Thank you: it is noted as done.',
    ),
  'time-in-channel': (services, press) =>
    onPost(
      services,
      press,
      (action, form) => services.perform(askForTime, press.actor, { action }, form),
      'A safeguarding lead is asked for a week more, and answers in your own chat with Lantern. Until then the day stands.',
    ),
};
