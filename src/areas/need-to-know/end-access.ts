import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { caseAccess, type CaseAccess } from './record.ts';
import { leadsForCase } from './case-queries.ts';
import { lanternId } from './rules.ts';

const input = z.strictObject({ access: z.string(), rev: z.int() });

interface State {
  readonly subject: CaseAccess | undefined;
  readonly leads: readonly object[];
}

/** Ends what somebody was given of a case, opened, or was kept from. A case that no lead may see stays with whoever reads it. */
export const endAccess: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'end-access',
  input,
  needs: ({ access }, _actor, now) => ({
    subject: one(caseAccess, access),
    leads: rows(leadsForCase, { access, today: schoolDay(now) }),
  }),
  decide({ subject, leads }, { rev }, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (subject.endedAt !== undefined) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (subject.kind === 'circle' && subject.givenById === lanternId && leads.length === 0)
      return { ok: false, problem: { code: 'nobody-else-leads' } };
    const ended = { endedAt: now, endedById: actor.person, endedByName: actor.name };
    const effects = [{ kind: 'refresh', to: '', about: subject.id }];
    return { ok: true, change: { put: [update(caseAccess, subject, ended)], entries: [], effects }, answer: null };
  },
};
