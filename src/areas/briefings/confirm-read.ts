import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { briefing, briefingReceipt, type Briefing, type BriefingReceipt } from './record.ts';
import { isOut, laneOf } from './rules.ts';

const input = z.strictObject({ briefing: z.string(), receipt: z.string() });

interface State {
  /** How this person was asked: nobody reads for somebody else. */
  readonly subject: BriefingReceipt | undefined;
  readonly of: Briefing | undefined;
}

/** Somebody who was asked to read a briefing says that they have. */
export const confirmRead: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'confirm-read',
  input,
  needs: ({ briefing: id, receipt }) => ({ subject: one(briefingReceipt, receipt), of: one(briefing, id) }),
  decide({ subject, of }, _input, { actor, now }) {
    if (!subject || !of || subject.briefingId !== of.id) return { ok: false, problem: { code: 'not-found' } };
    if (subject.readAt !== undefined || !isOut(of)) return { ok: false, problem: { code: 'already-done' } };
    return {
      ok: true,
      change: {
        put: [update(briefingReceipt, subject, { readAt: now })],
        lane: laneOf(of.id),
        entries: [],
        effects: [{ kind: 'refresh', to: actor.person, about: of.id }],
      },
      answer: null,
    };
  },
};
