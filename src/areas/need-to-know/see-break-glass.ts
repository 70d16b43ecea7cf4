import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { caseAccess, type CaseAccess } from './record.ts';

const input = z.strictObject({ access: z.string(), rev: z.int() });

/** A lead says that they have seen that a child’s file was opened, and why. */
export const seeBreakGlass: UseCase<z.infer<typeof input>, { readonly subject: CaseAccess | undefined }, null> = {
  verb: 'see-break-glass',
  input,
  needs: ({ access }) => ({ subject: one(caseAccess, access) }),
  decide({ subject }, { rev }, { actor, now }) {
    if (subject?.kind !== 'break-glass') return { ok: false, problem: { code: 'not-found' } };
    if (subject.seenAt !== undefined) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (subject.personId === actor.person) return { ok: false, problem: { code: 'needs-another-person' } };
    const seen = { seenAt: now, seenById: actor.person, seenByName: actor.name };
    const effects = [{ kind: 'refresh', to: '', about: subject.id }];
    return { ok: true, change: { put: [update(caseAccess, subject, seen)], entries: [], effects }, answer: null };
  },
};
