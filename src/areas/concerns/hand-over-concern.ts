import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { create, update } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { isLead } from '../people/rules.ts';
import { decisionFields } from './fields.ts';
import { concern, concernDecision } from './record.ts';
import { isOpenTo } from './rules.ts';
import type { ConcernState } from './judge.ts';
import { rolesAtConcern } from './triage-queries.ts';

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw. */
  rev: z.int(),
  /** Entra object id of another lead of the school. */
  to: z.string(),
  reason: z.exactOptional(z.string().trim().min(1).max(decisionFields.reason.max)),
});

/** Gives a concern into the hands of another lead, who is told. Who took it first, and when, stays as it was. */
export const handOverConcern: UseCase<z.infer<typeof input>, ConcernState, { readonly ref: string }> = {
  verb: 'hand-over-concern',
  input,
  needs: ({ concern: id }, _actor, now) => ({
    subject: one(concern, id),
    holders: rows(rolesAtConcern, { id, today: schoolDay(now) }),
  }),
  decide({ subject, holders }, { rev, to, reason }, { actor, now, newId }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (!isOpenTo(subject.status, 'hand-over-concern') || subject.takenById === to)
      return { ok: false, problem: { code: 'already-done' } };
    const lead = holders.find((holder) => holder.personId === to && isLead(holder));
    if (!lead) {
      const fields = [{ name: 'to', message: 'Choose one of the safeguarding leads of your school.' }];
      return { ok: false, problem: { code: 'invalid-input', fields } };
    }
    const decision = create(
      concernDecision,
      { id: newId(), school: subject.school },
      {
        concernId: subject.id,
        what: 'handed-over',
        toId: to,
        toName: lead.personName,
        ...(reason !== undefined && { reason }),
        ...{ decidedAt: now, decidedById: actor.person, decidedByName: actor.name },
      },
    );
    const held = { takenById: to, takenByName: lead.personName, handedOverAt: now };
    // Somebody who takes it into their own hands knows.
    const told = to === actor.person ? [] : [{ kind: 'concern-handed-over', to, about: subject.id }];
    return {
      ok: true,
      change: {
        put: [decision, update(concern, subject, held)],
        entries: [{ about: subject.id, what: 'handed-over' }],
        effects: [...told, { kind: 'refresh', to: '', about: subject.id }],
      },
      answer: { ref: subject.ref ?? '' },
    };
  },
};
