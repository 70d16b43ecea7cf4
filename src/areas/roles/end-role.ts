import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { roleGrant, type RoleGrant } from '../people/record.ts';
import { otherLeads } from './queries.ts';

const input = z.strictObject({ role: z.string(), rev: z.int() });

interface State {
  readonly subject: RoleGrant | undefined;
  readonly others: readonly { readonly personId: string }[];
}

/** The head or a lead ends a role, or says no to one that waits. A school is never left without a lead. */
export const endRole: UseCase<z.infer<typeof input>, State, null> = {
  verb: 'end-role',
  input,
  needs: ({ role }, _actor, now) => ({
    subject: one(roleGrant, role),
    others: rows(otherLeads, { role, today: schoolDay(now) }),
  }),
  decide({ subject, others }, { rev }, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (subject.state === 'ended') return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    const leads = subject.role === 'dsl' && subject.state !== 'to-confirm';
    if (leads && others.length === 0) return { ok: false, problem: { code: 'last-lead' } };
    const by = { endedById: actor.person, endedByName: actor.name };
    const put = [update(roleGrant, subject, { state: 'ended', endedAt: now, ...by })];
    return {
      ok: true,
      change: { put, entries: [], effects: [{ kind: 'refresh', to: '', about: subject.id }] },
      answer: null,
    };
  },
};
