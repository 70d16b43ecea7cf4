import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { chaseDay, isTimeToChase } from '../../records/chase-days.ts';
import { action, type Action } from './record.ts';
import { nextStatus } from './rules.ts';

const input = z.strictObject({ action: z.string() });

/** Lantern's own act: it reminds the owner of what they have not done, and notes that it has. */
export const chaseAction: UseCase<z.infer<typeof input>, { readonly subject: Action | undefined }, null> = {
  verb: 'chase-action',
  input,
  needs: ({ action: id }) => ({ subject: one(action, id) }),
  decide({ subject }, _asked, { now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    const isTheirs = nextStatus(subject, 'complete-action') !== undefined;
    if (!isTheirs || !isTimeToChase(now) || chaseDay(subject, now) === undefined)
      return { ok: false, problem: { code: 'already-done' } };
    return {
      ok: true,
      change: {
        put: [update(action, subject, { chasedOn: schoolDay(now) })],
        lane: subject.concernId,
        entries: [],
        effects: [{ kind: 'action-due', to: subject.ownerId, about: subject.id }],
      },
      answer: null,
    };
  },
};
