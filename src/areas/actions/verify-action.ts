import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { changeAction } from './change-action.ts';
import { action, type Action } from './record.ts';
import { mayVerify, type ActionStatus } from './rules.ts';

const input = z.strictObject({ action: z.string(), rev: z.exactOptional(z.int()) });

/** A lead other than whoever did it has seen that it was done. */
export const verifyAction: UseCase<
  z.infer<typeof input>,
  { readonly subject: Action | undefined },
  { readonly ref: string; readonly status: ActionStatus }
> = {
  verb: 'verify-action',
  input,
  needs: ({ action: id }) => ({ subject: one(action, id) }),
  decide({ subject }, { rev }, { actor, now }) {
    if (subject?.status === 'done-unverified' && !mayVerify(subject, actor.person)) {
      return { ok: false, problem: { code: 'needs-another-person' } };
    }
    const values = { verifiedById: actor.person, verifiedByName: actor.name, verifiedAt: now };
    return changeAction(subject, { act: 'verify-action', rev, values });
  },
};
