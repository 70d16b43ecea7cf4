import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { routedLine, type RoutedLine } from './record.ts';

const input = z.strictObject({ line: z.string() });

/** Somebody of the team says that they have read their line and see to it. The lead reads so on the concern. */
export const acknowledgeRouted: UseCase<z.infer<typeof input>, { readonly subject: RoutedLine | undefined }, null> = {
  verb: 'acknowledge-routed',
  input,
  needs: ({ line }) => ({ subject: one(routedLine, line) }),
  decide({ subject }, _input, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (subject.seenAt !== undefined) return { ok: false, problem: { code: 'already-done' } };
    const seen = { seenAt: now, seenById: actor.person, seenByName: actor.name };
    const effects = [{ kind: 'refresh', to: '', about: subject.id }];
    const put = [update(routedLine, subject, seen)];
    // In the concern's lane, behind the act that made the line.
    return { ok: true, change: { put, lane: subject.concernId, entries: [], effects }, answer: null };
  },
};
