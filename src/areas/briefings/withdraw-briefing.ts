import { z } from 'zod';
import type { Effect, UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { update, type RecordPatch } from '../../records/patch.ts';
import { postsOf, type PostRow } from '../channels/queries.ts';
import { channelPost } from '../channels/record.ts';
import { isStanding, nextPostState, postEffect } from '../channels/rules.ts';
import { briefingFields as fields } from './fields.ts';
import { receiptsOfBriefing, type ReceiptRow } from './queries.ts';
import { briefing, type Briefing } from './record.ts';
import { isOut, laneOf, spread } from './rules.ts';

const input = z.strictObject({
  briefing: z.string(),
  rev: z.int(),
  reason: z.string().trim().min(1, 'Write why it is withdrawn.').max(fields.reason.max),
});

interface State {
  readonly subject: Briefing | undefined;
  readonly receipts: readonly ReceiptRow[];
  readonly posts: readonly PostRow[];
}

/**
 * Takes a briefing back that was wrong, or that no longer holds: the cards in people’s chats and in channels say so, and no longer what
 * it said. What was not posted yet is not.
 */
export const withdrawBriefing: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'withdraw-briefing',
  input,
  needs: ({ briefing: id }) => ({
    subject: one(briefing, id),
    receipts: rows(receiptsOfBriefing, { briefing: id }),
    posts: rows(postsOf, { of: id }),
  }),
  decide({ subject, receipts, posts }, { rev, reason }, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isOut(subject)) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    // One message for each chat: all of them in one would take longer than a worker may hold it.
    const effects = receipts
      .filter(({ delivered }) => Number(delivered) === 1)
      .map(({ personId }): Effect => ({ kind: 'refresh', to: personId, about: subject.id }));
    const stopped = posts.filter(({ state }) => nextPostState(state, 'withdraw') !== undefined);
    const lying = posts.filter((post) => isStanding(post.state) && !stopped.includes(post));
    return {
      ok: true,
      change: {
        put: [
          update(briefing, subject, { status: 'withdrawn', withdrawnAt: now, withdrawnByName: actor.name, reason }),
          ...stopped.map(({ id, rev: its }): RecordPatch => ({
            ...{ kind: 'update', type: channelPost, id, rev: its, values: { state: 'withdrawn' } },
          })),
        ],
        lane: laneOf(subject.id),
        entries: [],
        effects: [...spread(effects), ...lying.map(({ id, channelOf }) => postEffect(channelOf, id))],
      },
      answer: null,
    };
  },
};
