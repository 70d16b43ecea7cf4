import { z } from 'zod';
import type { ValuesOf } from '../../records/fields.ts';
import type { UseCase } from '../../perform/types.ts';
import { one } from '../../records/need.ts';
import { changeAction } from './change-action.ts';
import type { actionFields } from './fields.ts';
import { action, type Action } from './record.ts';
import type { ActionStatus } from './rules.ts';

const input = z.strictObject({ action: z.string(), rev: z.exactOptional(z.int()), given: z.boolean() });

/** A lead gives the time that the owner asked for, or lets the day stand. The owner is told. */
export const answerTime: UseCase<
  z.infer<typeof input>,
  { readonly subject: Action | undefined },
  { readonly ref: string; readonly status: ActionStatus }
> = {
  verb: 'answer-time',
  input,
  needs: ({ action: id }) => ({ subject: one(action, id) }),
  decide({ subject }, { rev, given }) {
    const until = subject?.timeAskedUntil;
    if (subject && until === undefined) return { ok: false, problem: { code: 'already-done' } };
    return changeAction(subject, {
      act: 'answer-time',
      rev,
      values: {
        ...({ timeAskedUntil: null } as unknown as Partial<ValuesOf<typeof actionFields>>),
        ...(given && until !== undefined && { dueOn: until }),
      },
      effects: () => (subject ? [{ kind: 'action-time-answered', to: subject.ownerId, about: subject.id }] : []),
    });
  },
};
