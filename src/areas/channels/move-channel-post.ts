import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { postFault } from './fields.ts';
import { channelPost, type ChannelPost } from './record.ts';
import { laneOfPost, nextPostState, postEffect, type PostFault, type PostState } from './rules.ts';

const input = z.strictObject({
  post: z.string(),
  step: z.enum(['begin', 'arrived', 'refused', 'lost', 'again', 'not-found']),
  /** The state on which it rests: somebody else may have gone on with it. */
  rev: z.int(),
  activityId: z.exactOptional(z.string().max(255)),
  fault: z.exactOptional(z.enum(Object.keys(postFault) as [PostFault])),
});

/** Lantern goes on with a post: says that it begins to send it before it does, and afterwards what became of it. */
export const moveChannelPost: UseCase<
  z.infer<typeof input>,
  { readonly subject: ChannelPost | undefined },
  { readonly state: PostState; readonly rev: number }
> = {
  verb: 'move-channel-post',
  input,
  needs: ({ post }) => ({ subject: one(channelPost, post) }),
  decide({ subject }, { step, rev, activityId, fault }, { now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (subject.rev !== rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const state = nextPostState(subject.state, step);
    if (!state) return { ok: false, problem: { code: 'already-done' } };
    const put = update(channelPost, subject, {
      state,
      ...(activityId !== undefined && { activityId }),
      ...(fault !== undefined && { fault }),
      ...(step === 'begin' && { begunAt: now }),
      ...(step === 'arrived' && { sentAt: now }),
    });
    // What became of it meanwhile could not be shown where nobody knew that it was there: it is looked at once more.
    const late = subject.state === 'in-doubt' && state === 'sent' && activityId !== undefined;
    return {
      ok: true,
      change: {
        ...{ put: [put], lane: laneOfPost(subject), entries: [] },
        effects: late ? [postEffect(subject.channelOf, subject.id)] : [],
      },
      answer: { state, rev: subject.rev + 1 },
    };
  },
};
