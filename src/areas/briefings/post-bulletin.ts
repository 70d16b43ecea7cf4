import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { channelPostFields, postFault } from '../channels/fields.ts';
import { postsOf, type PostRow } from '../channels/queries.ts';
import { channel, type Channel } from '../channels/record.ts';
import { isStanding, queuePost } from '../channels/rules.ts';
import { briefing, type Briefing } from './record.ts';
import { isOut, laneOf } from './rules.ts';

const input = z.strictObject({
  briefing: z.string(),
  channel: z.string(),
  /** Of the bulletin that was looked at: nothing else is posted. */
  digest: z.string().length(channelPostFields.digest.max),
});

/** What was seen a moment ago of what would be posted. */
export interface SeenBulletin {
  readonly digest: string;
  /** How many of its texts name a child. */
  readonly names: number;
}

interface State {
  readonly subject: Briefing | undefined;
  readonly to: Channel | undefined;
  readonly posts: readonly PostRow[];
}

/**
 * Has a briefing posted to a channel as a bulletin. It names no child and holds nothing personal, so who else sits in the channel, a
 * guest or somebody of another organisation, keeps nothing from being posted: whoever posts it has seen that they are there.
 */
export const postBulletin = (seen: SeenBulletin): UseCase<z.infer<typeof input>, State, { readonly post: string }> => ({
  verb: 'post-bulletin',
  input,
  needs: ({ briefing: id, channel: to }) => ({
    subject: one(briefing, id),
    to: one(channel, to),
    posts: rows(postsOf, { of: id }),
  }),
  decide({ subject, to, posts }, { digest }, context) {
    if (!subject || to?.school !== subject.school) return { ok: false, problem: { code: 'not-found' } };
    const fault = (message: string) =>
      ({ ok: false, problem: { code: 'invalid-input', fields: [{ name: 'channel', message }] } }) as const;
    if (!isOut(subject)) return { ok: false, problem: { code: 'already-done' } };
    if (to.status !== 'in-use') return fault(postFault.removed);
    if (posts.some((post) => post.channelOf === to.id && isStanding(post.state)))
      return { ok: false, problem: { code: 'already-done' } };
    if (digest !== seen.digest) return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (seen.names > 0) return fault(postFault.names);
    const { id, put, effect } = queuePost(
      subject.school,
      { briefingId: subject.id, channelOf: to.id, channelName: to.name, digest },
      context,
    );
    return {
      ok: true,
      change: { put: [put], lane: laneOf(subject.id), entries: [], effects: [effect] },
      answer: { post: id },
    };
  },
});
