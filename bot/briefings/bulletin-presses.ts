import { confirmReadInChannel } from '../../src/areas/briefings/confirm-read-in-channel.ts';
import { onPost } from '../channel-card.ts';
import type { OnPress } from '../own-card.ts';

const thanks = 'Thank you: it is noted that you have read it.';

/** What happens when a button of a bulletin in a channel is pressed, by its verb; nobody else sees who pressed it. */
export const bulletinPresses: Readonly<Record<string, OnPress>> = {
  'read-in-channel': (services, press) =>
    onPost(
      services,
      press,
      async (briefing, form) => {
        const noted = await services.perform(confirmReadInChannel, press.actor, { briefing }, form);
        // Who has said it before, in their own chat or in another channel, is thanked all the same.
        return !noted.ok && noted.problem.code === 'already-done' ? { ok: true, answer: null } : noted;
      },
      {
        done: thanks,
        notTheirs: 'Only the staff of the school are asked to confirm this, so nothing was noted.',
        stale: 'This post is too old to act on. If you were asked to read it, say so in Lantern under Briefings.',
      },
    ),
};
