import { DateTime } from 'luxon';
import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { one, rows } from '../../records/need.ts';
import { schoolDay } from '../../records/school-day.ts';
import { changeAction } from './change-action.ts';
import { leadsOfAction } from './queries.ts';
import { action, type Action } from './record.ts';
import { needsVerifying, verifiersOf, type ActionStatus } from './rules.ts';

const input = z.strictObject({ action: z.string(), rev: z.exactOptional(z.int()) });

interface State {
  readonly subject: Action | undefined;
  readonly leads: readonly { readonly personId: string }[];
}

/** A week after its day, or after today where that has passed. */
const weekAfter = (dueOn: string, today: string): string =>
  DateTime.fromISO(dueOn < today ? today : dueOn, { zone: 'utc' })
    .plus({ weeks: 1 })
    .toFormat('yyyy-MM-dd');

/** Its owner asks for a week more. The day stands until a lead has answered. */
export const askForTime: UseCase<
  z.infer<typeof input>,
  State,
  { readonly ref: string; readonly status: ActionStatus }
> = {
  verb: 'ask-for-time',
  input,
  needs: ({ action: id }, _actor, now) => ({
    subject: one(action, id),
    leads: rows(leadsOfAction, { action: id, today: schoolDay(now) }),
  }),
  decide({ subject, leads }, { rev }, { actor, now }) {
    if (subject?.timeAskedUntil !== undefined) return { ok: false, problem: { code: 'already-done' } };
    if (subject && needsVerifying(subject.priority)) {
      const message = 'This is to be done today. Speak to a safeguarding lead now if that cannot be.';
      return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'action', message }] } };
    }
    return changeAction(subject, {
      act: 'ask-for-time',
      rev,
      values: subject ? { timeAskedUntil: weekAfter(subject.dueOn, schoolDay(now)) } : {},
      effects: () =>
        subject
          ? verifiersOf(subject, actor.person, leads).map((to) => ({
              kind: 'action-time-asked',
              to,
              about: subject.id,
            }))
          : [],
    });
  },
};
