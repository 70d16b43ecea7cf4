import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { channelPost, type ChannelPost } from './record.ts';
import { laneOfPost, nextPostState } from './rules.ts';

const input = z.strictObject({
  post: z.string(),
  rev: z.int(),
  step: z.enum(['withdraw', 'found', 'not-found']),
});

/** Somebody says of a post whether it is in the channel, where Lantern cannot know it; or withdraws one that has not been sent yet. */
export const settleChannelPost: UseCase<z.infer<typeof input>, { readonly subject: ChannelPost | undefined }, null> = {
  verb: 'settle-channel-post',
  input,
  needs: ({ post }) => ({ subject: one(channelPost, post) }),
  decide({ subject }, { rev, step }, { now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    const state = nextPostState(subject.state, step);
    if (!state) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const put = update(channelPost, subject, {
      state,
      ...(step === 'found' && { sentAt: now }),
      ...(step === 'not-found' && { fault: 'not-there' }),
    });
    return { ok: true, change: { put: [put], lane: laneOfPost(subject), entries: [], effects: [] }, answer: null };
  },
};
