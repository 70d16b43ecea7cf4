import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { update } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { roleGrant, type RoleGrant } from '../people/record.ts';
import { isUnconfirmed, mayBeSecond, stillStands } from './rules.ts';

const input = z.strictObject({ role: z.string(), rev: z.int() });

/** A second person says yes to a role: neither who gave it nor who gets it. */
export const confirmRole: UseCase<z.infer<typeof input>, { readonly subject: RoleGrant | undefined }, null> = {
  verb: 'confirm-role',
  input,
  needs: ({ role }) => ({ subject: one(roleGrant, role) }),
  decide({ subject }, { rev }, { actor, now }) {
    if (!subject) return { ok: false, problem: { code: 'not-found' } };
    if (!isUnconfirmed(subject)) return { ok: false, problem: { code: 'already-done' } };
    if (rev !== subject.rev || !stillStands(subject, schoolDay(now)))
      return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (!mayBeSecond(subject, actor.person)) return { ok: false, problem: { code: 'needs-second-person' } };
    const put = [update(roleGrant, subject, { state: 'in-force', confirmedAt: now, confirmedByName: actor.name })];
    return {
      ok: true,
      change: { put, entries: [], effects: [{ kind: 'refresh', to: '', about: subject.id }] },
      answer: null,
    };
  },
};
