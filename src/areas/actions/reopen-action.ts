import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { changeAction } from './change-action.ts';
import { actionFields } from './fields.ts';
import { action, type Action } from './record.ts';
import type { ActionStatus } from './rules.ts';

const input = z.strictObject({
  action: z.string(),
  rev: z.exactOptional(z.int()),
  reason: z.string().trim().min(1, 'Write why it is open again.').max(actionFields.reason.max),
});

/** A lead finds that it is not done after all, or was cancelled too soon; its owner is told that it waits again. */
export const reopenAction: UseCase<
  z.infer<typeof input>,
  { readonly subject: Action | undefined },
  { readonly ref: string; readonly status: ActionStatus }
> = {
  verb: 'reopen-action',
  input,
  needs: ({ action: id }) => ({ subject: one(action, id) }),
  decide: ({ subject }, { rev, reason }, { actor }) =>
    changeAction(subject, {
      act: 'reopen-action',
      rev,
      values: { reason },
      effects: () =>
        subject && subject.ownerId !== actor.person
          ? [{ kind: 'action-given', to: subject.ownerId, about: subject.id }]
          : [],
    }),
};
