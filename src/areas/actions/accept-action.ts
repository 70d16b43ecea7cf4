import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { changeAction } from './change-action.ts';
import { action, type Action } from './record.ts';
import type { ActionStatus } from './rules.ts';

const input = z.strictObject({ action: z.string(), rev: z.exactOptional(z.int()) });

/** Its owner says that they will do it. */
export const acceptAction: UseCase<
  z.infer<typeof input>,
  { readonly subject: Action | undefined },
  { readonly ref: string; readonly status: ActionStatus }
> = {
  verb: 'accept-action',
  input,
  needs: ({ action: id }) => ({ subject: one(action, id) }),
  decide: ({ subject }, { rev }) => changeAction(subject, { act: 'accept-action', rev }),
};
