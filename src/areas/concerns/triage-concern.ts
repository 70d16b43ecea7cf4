import { z } from 'zod';
import type { UseCase } from '../../perform/types.ts';
import { nextNumber, one, rows } from '../../records/need.ts';
import { schoolDay } from '../../records/school-day.ts';
import { actionsOfConcern, type ActionRow } from '../actions/queries.ts';
import {
  actionCounter,
  actionOrder,
  faultsOfOrder,
  isStillOpen,
  newAction,
  type ActionOwner,
} from '../actions/rules.ts';
import { keptFromConcern } from '../need-to-know/queries.ts';
import { rolesOfPerson, staffOfPerson } from '../people/queries.ts';
import {
  concernUrgency,
  decisionFields,
  levelOfNeed,
  parentContactState,
  routedLineFields,
  triageOutcome,
} from './fields.ts';
import { judge, type ConcernState } from './judge.ts';
import { concern } from './record.ts';
import { rolesAtConcern } from './triage-queries.ts';

const idsOf = <K extends string>(choices: Readonly<Record<K, string>>) => z.enum(Object.keys(choices) as [K, ...K[]]);
const text = ({ max }: { readonly max: number }) => z.string().trim().min(1, 'Write something here.').max(max);

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw. */
  rev: z.int(),
  outcome: idsOf(triageOutcome),
  urgency: idsOf(concernUrgency),
  reason: text(decisionFields.reason),
  parents: idsOf(parentContactState),
  levelOfNeed: z.exactOptional(idsOf(levelOfNeed)),
  nextStep: z.exactOptional(text(decisionFields.nextStep)),
  parentsReason: z.exactOptional(text(decisionFields.parentsReason)),
  childVoice: z.exactOptional(text(decisionFields.childVoice)),
  line: z.exactOptional(text(routedLineFields.line)),
  action: z.exactOptional(actionOrder),
});

interface State extends ConcernState, Partial<ActionOwner> {
  /** What was set down to do about it before. */
  readonly actions: readonly Pick<ActionRow, 'status'>[];
  /** Of the action that is set with the judgement. */
  readonly number?: number;
}

/** A lead judges a concern, or judges it anew. The action that a judgement asks for can be set in the same act. */
export const triageConcern: UseCase<
  z.infer<typeof input>,
  State,
  { readonly ref: string; readonly action?: string }
> = {
  verb: 'triage-concern',
  input,
  needs: ({ concern: id, action }, _actor, now) => ({
    subject: one(concern, id),
    holders: rows(rolesAtConcern, { id, today: schoolDay(now) }),
    actions: rows(actionsOfConcern, { concern: id }),
    ...(action && {
      number: nextNumber(actionCounter(now)),
      staff: rows(staffOfPerson, { person: action.owner }),
      roles: rows(rolesOfPerson, { person: action.owner, today: schoolDay(now) }),
      kept: rows(keptFromConcern, { id, person: action.owner }),
    }),
  }),
  decide(state, { concern: _id, rev, action: order, ...said }, context) {
    const { subject, holders, actions, number = 0, staff = [], roles = [], kept = [] } = state;
    const acted = order !== undefined || actions.some(isStillOpen);
    if (!order || !subject) return judge('triage-concern', { subject, holders, acted }, said, rev, context);
    const owner = { staff, roles, kept };
    const faults = faultsOfOrder(order, owner, subject.school, context.now);
    const set = newAction({ concern: subject, number }, order, owner, context);
    const judged = judge('triage-concern', { subject, holders, acted }, { ...said, actionRef: set.ref }, rev, context);
    if (!judged.ok && judged.problem.code !== 'invalid-input') return judged;
    // Everything that is missing is said at once.
    const fields = [...faults, ...(judged.ok ? [] : (judged.problem.fields ?? []))];
    if (!judged.ok || fields.length > 0) return { ok: false, problem: { code: 'invalid-input', fields } };
    const { change } = judged;
    return {
      ok: true,
      answer: { ...judged.answer, action: set.id },
      change: { ...change, put: [set.put, ...change.put], effects: [...change.effects, ...set.effects] },
    };
  },
};
