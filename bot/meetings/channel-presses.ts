import { askForTime } from '../../src/areas/actions/ask-for-time.ts';
import { completeAction } from '../../src/areas/actions/complete-action.ts';
import { onPost } from '../channel-card.ts';
import type { OnPress } from '../own-card.ts';

const said = {
  notTheirs:
    'This is for whoever was given it, so nothing was changed. What you were given stands in your own chat with Lantern.',
  stale: 'This post is too old to act on. Open Lantern and act there.',
};

/** What happens when a button beneath posted minutes is pressed, by its verb; the post itself is made new afterwards, for everybody. */
export const channelPresses: Readonly<Record<string, OnPress>> = {
  'done-in-channel': (services, press) =>
    onPost(
      services,
      press,
      // Nothing is typed in a channel, so that nobody can be named there.
      (action, form) =>
        services.perform(completeAction, press.actor, { action, note: 'Said to be done, in the channel.' }, form),
      { ...said, done: 'Thank you: it is noted as done.' },
    ),
  'time-in-channel': (services, press) =>
    onPost(services, press, (action, form) => services.perform(askForTime, press.actor, { action }, form), {
      ...said,
      done: 'A safeguarding lead is asked for a week more, and answers in your own chat with Lantern. Until then the day stands.',
    }),
};
