import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { create, update } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { isLead } from '../people/rules.ts';
import { decisionFields } from './fields.ts';
import type { ConcernState } from './judge.ts';
import { concern, concernDecision } from './record.ts';
import { isOpenTo } from './rules.ts';
import { rolesAtConcern } from './triage-queries.ts';

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw. */
  rev: z.int(),
  reason: z.string().trim().min(1, 'Write why the other leads must look now.').max(decisionFields.reason.max),
});

/** Calls every other lead of the school to a concern. The reason stays in the record: their card only says that there is one. */
export const escalateConcern: UseCase<z.infer<typeof input>, ConcernState, { readonly told: number }> = {
  verb: 'escalate-concern',
  input,
  needs: ({ concern: id }, _actor, now) => ({
    subject: one(concern, id),
    holders: rows(rolesAtConcern, { id, today: schoolDay(now) }),
  }),
  decide({ subject, holders }, { rev, reason }, { actor, now, newId }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (!isOpenTo(subject.status, 'escalate-concern')) return { ok: false, problem: { code: 'already-done' } };
    const others = new Set(holders.filter(isLead).map(({ personId }) => personId));
    others.delete(actor.person);
    if (others.size === 0) {
      const message = 'No other lead of your school is known to Lantern, so nobody would be told. Telephone instead.';
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'reason', message }] } };
    }
    const decided = { decidedAt: now, decidedById: actor.person, decidedByName: actor.name };
    const values = { concernId: subject.id, what: 'escalated' as const, reason, ...decided };
    const put = [
      create(concernDecision, { id: newId(), school: subject.school }, values),
      update(concern, subject, { escalatedAt: now }),
    ];
    const told = [...others].map((to) => ({ kind: 'concern-escalated', to, about: subject.id }));
    return {
      ok: true,
      change: {
        put,
        entries: [{ about: subject.id, what: 'escalated' }],
        effects: [...told, { kind: 'refresh', to: '', about: subject.id }],
      },
      answer: { told: told.length },
    };
  },
};
