import { z } from 'zod';
import type { Effect, UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
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
}

/** Takes a briefing back that was wrong, or that no longer holds: the cards in people’s chats say so, and no longer what it said. */
export const withdrawBriefing: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'withdraw-briefing',
  input,
  needs: ({ briefing: id }) => ({ subject: one(briefing, id), receipts: rows(receiptsOfBriefing, { briefing: id }) }),
  decide({ subject, receipts }, { rev, reason }, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isOut(subject)) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    // One message for each chat: all of them in one would take longer than a worker may hold it.
    const effects = receipts
      .filter(({ delivered }) => Number(delivered) === 1)
      .map(({ personId }): Effect => ({ kind: 'refresh', to: personId, about: subject.id }));
    return {
      ok: true,
      change: {
        put: [
          update(briefing, subject, { status: 'withdrawn', withdrawnAt: now, withdrawnByName: actor.name, reason }),
        ],
        lane: laneOf(subject.id),
        entries: [],
        effects: spread(effects),
      },
      answer: null,
    };
  },
};
