import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { schoolDay } from '../../records/school-day.ts';
import { changeAction } from './change-action.ts';
import { actionFields } from './fields.ts';
import { leadsOfAction } from './queries.ts';
import { action, type Action } from './record.ts';
import { verifiersOf, type ActionStatus } from './rules.ts';

const input = z.strictObject({
  action: z.string(),
  rev: z.exactOptional(z.int()),
  /** The evidence of completion: without it nobody can verify. */
  note: z.string().trim().min(1, 'Write in a few words what was done.').max(actionFields.doneNote.max),
});

interface State {
  readonly subject: Action | undefined;
  readonly leads: readonly { readonly personId: string }[];
}

/** Its owner says that it is done and what was done. What had to be done at once is then verified by somebody else. */
export const completeAction: UseCase<
  z.infer<typeof input>,
  State,
  { readonly ref: string; readonly status: ActionStatus }
> = {
  verb: 'complete-action',
  input,
  needs: ({ action: id }, _actor, now) => ({
    subject: one(action, id),
    leads: rows(leadsOfAction, { action: id, today: schoolDay(now) }),
  }),
  decide: ({ subject, leads }, { rev, note }, { actor, now }) =>
    changeAction(subject, {
      act: 'complete-action',
      rev,
      values: { doneById: actor.person, doneByName: actor.name, doneAt: now, doneNote: note },
      effects: (status) =>
        subject && status === 'done-unverified'
          ? verifiersOf(subject, actor.person, leads).map((to) => ({ kind: 'action-to-verify', to, about: subject.id }))
          : [],
    }),
};
