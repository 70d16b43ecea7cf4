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
  reason: z.string().trim().min(1, 'Write why it is no longer needed.').max(actionFields.reason.max),
});

/** A lead says that it is no longer needed, and why. Its owner's card says that nothing is left to do. */
export const cancelAction: UseCase<
  z.infer<typeof input>,
  { readonly subject: Action | undefined },
  { readonly ref: string; readonly status: ActionStatus }
> = {
  verb: 'cancel-action',
  input,
  needs: ({ action: id }) => ({ subject: one(action, id) }),
  decide: ({ subject }, { rev, reason }) => changeAction(subject, { act: 'cancel-action', rev, values: { reason } }),
};
