import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { meeting, type Meeting } from '../meetings/record.ts';
import { goesToChannel } from '../meetings/rules.ts';
import { channelPostFields, postFault } from './fields.ts';
import { postsOf, type PostRow } from './queries.ts';
import { channel, type Channel } from './record.ts';
import { faultOfPosting, isStanding, kindsOf, queuePost, type JudgedMember } from './rules.ts';

const input = z.strictObject({
  meeting: z.string(),
  channel: z.string(),
  /** Of the rendering that was looked at: nothing else is posted. */
  digest: z.string().length(channelPostFields.digest.max),
  /** Why it is posted though people outside the audience read it. */
  reason: z.exactOptional(z.string().trim().max(channelPostFields.reason.max)),
});

/** What was seen a moment ago: who is in the channel, and what would be posted there. */
export interface SeenForPosting {
  readonly members: readonly JudgedMember[];
  readonly rendering: { readonly digest: string; readonly names: number; readonly actions: readonly string[] };
}

interface State {
  readonly subject: Meeting | undefined;
  readonly to: Channel | undefined;
  readonly posts: readonly PostRow[];
}

/** Has published minutes posted to a channel. Who is in it is looked at once more before it is sent. */
export const postMinutes = ({
  members,
  rendering,
}: SeenForPosting): UseCase<z.infer<typeof input>, State, { readonly post: string }> => ({
  verb: 'post-minutes',
  input,
  needs: ({ meeting: id, channel: to }) => ({
    subject: one(meeting, id),
    to: one(channel, to),
    posts: rows(postsOf, { of: id }),
  }),
  decide({ subject, to, posts }, { digest, reason }, context) {
    if (!subject || to?.school !== subject.school) return { ok: false, problem: { code: 'not-found' } };
    const fault = (message: string) =>
      ({ ok: false, problem: { code: 'invalid-input', fields: [{ name: 'channel', message }] } }) as const;
    if (!goesToChannel(subject.kind)) return fault('Minutes of a meeting of this kind stay with those who were there.');
    if (subject.status !== 'minutes-published') return fault('Publish the minutes first.');
    if (to.status !== 'in-use') return fault(postFault.removed);
    if (!kindsOf(to).includes(subject.kind)) return fault('Minutes of this kind are not posted to this channel.');
    if (posts.some((post) => post.channelOf === to.id && post.addendumId === null && isStanding(post.state)))
      return { ok: false, problem: { code: 'already-done' } };
    if (digest !== rendering.digest) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const why = faultOfPosting(members, { names: rendering.names, reason });
    if (why) return fault(postFault[why]);
    const needed = members.some(({ flags }) => flags.includes('audience'));
    const { id, put, effect } = queuePost(
      subject.school,
      {
        ...{ meetingId: subject.id, channelOf: to.id, channelName: to.name, digest },
        ...(subject.chairId !== undefined && { chairId: subject.chairId }),
        ...(subject.minuteTakerId !== undefined && { minuteTakerId: subject.minuteTakerId }),
        ...(needed && reason !== undefined && { reason }),
        ...(rendering.actions.length > 0 && { actionIds: rendering.actions.join(' ') }),
      },
      context,
    );
    return {
      ok: true,
      change: { put: [put], lane: subject.id, entries: [], effects: [effect] },
      answer: { post: id },
    };
  },
});
