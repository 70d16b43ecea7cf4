import { z } from 'zod';
import { one } from '../../records/need.ts';
import type { UseCase } from '../../perform/types.ts';
import { update } from '../../records/patch.ts';
import { concern, type Concern } from './record.ts';
import { concernTransitions } from './rules.ts';

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw, where the screen shows one. */
  rev: z.exactOptional(z.int()),
});

/** "I take this": a named duty person takes responsibility. The same act from the card and from the tab. */
export const takeConcern: UseCase<
  z.infer<typeof input>,
  { readonly subject: Concern | undefined },
  { readonly ref: string }
> = {
  verb: 'take-concern',
  input,
  needs: ({ concern: id }) => ({ subject: one(concern, id) }),
  decide({ subject }, { rev }, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    const status = concernTransitions[subject.status]['take-concern'];
    if (!status) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== undefined && rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const taken = { status, takenById: actor.person, takenByName: actor.name, takenAt: now };
    const effects = [{ kind: 'refresh', to: '', about: subject.id }];
    return {
      ok: true,
      change: { put: [update(concern, subject, taken)], entries: [], effects },
      answer: { ref: subject.ref ?? '' },
    };
  },
};
