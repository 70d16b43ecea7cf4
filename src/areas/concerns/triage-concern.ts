import { z } from 'zod';
import type { Context, Decision, UseCase } from '../../perform/types.ts';
import { nextNumber, one, rows } from '../../records/need.ts';
import { create, inLane, type RecordPatch } from '../../records/patch.ts';
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
import { caseAccess } from '../need-to-know/record.ts';
import { keptFromConcern } from '../need-to-know/queries.ts';
import { rolesOfPerson, staffOfPerson } from '../people/queries.ts';
import { isLead } from '../people/rules.ts';
import { managersAtConcern, staffAtConcern } from '../staff-concerns/queries.ts';
import { newStaffConcern, type AdultReportState } from '../staff-concerns/rules.ts';
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
  /** The part that is about an adult in school: it goes into a register that the leads cannot read. */
  adult: z.exactOptional(
    z.strictObject({
      about: z.enum(['adult', 'head']),
      who: z.string().trim().min(1, 'Write the name as you know it.').max(255),
      words: text({ max: 60_000 }),
    }),
  ),
});

interface State extends ConcernState, Partial<ActionOwner> {
  /** What was set down to do about it before. */
  readonly actions: readonly Pick<ActionRow, 'status'>[];
  /** Of the action that is set with the judgement. */
  readonly number?: number;
  readonly colleagues?: AdultReportState['staff'];
  readonly managers?: AdultReportState['managers'];
}

type Input = z.infer<typeof input>;
interface Judged {
  readonly ref: string;
  readonly action?: string;
}

/** A lead judges a concern, or judges it anew. The action that a judgement asks for can be set in the same act. */
export const triageConcern: UseCase<Input, State, Judged> = {
  verb: 'triage-concern',
  input,
  needs: ({ concern: id, action, adult }, _actor, now) => ({
    subject: one(concern, id),
    holders: rows(rolesAtConcern, { id, today: schoolDay(now) }),
    actions: rows(actionsOfConcern, { concern: id }),
    ...(action && {
      number: nextNumber(actionCounter(now)),
      staff: rows(staffOfPerson, { person: action.owner }),
      roles: rows(rolesOfPerson, { person: action.owner, today: schoolDay(now) }),
      kept: rows(keptFromConcern, { id, person: action.owner }),
    }),
    ...(adult && {
      colleagues: rows(staffAtConcern, { id }),
      managers: rows(managersAtConcern, { id, today: schoolDay(now) }),
    }),
  }),
  decide(state, { adult, ...typed }, context) {
    const judged = decideJudgement(state, typed, context);
    return judged.ok && adult ? withAdult(judged, state, adult, context) : judged;
  },
};

/** The judgement itself, with the action that is set by it. */
function decideJudgement(
  state: State,
  { concern: _id, rev, action: order, ...said }: Omit<Input, 'adult'>,
  context: Context,
): Decision<Judged> {
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
}

/**
 * Moves the part about an adult into their register, and keeps them from this concern: they may be one of those who would see it. If
 * nobody else leads, the head is given the case, so that somebody can read it.
 */
function withAdult(
  judged: Extract<Decision<Judged>, { ok: true }>,
  { subject, holders, colleagues = [], managers = [] }: State,
  adult: NonNullable<Input['adult']>,
  context: Context,
): Decision<Judged> {
  if (!subject) return judged;
  const id = context.newId();
  const report = {
    ...adult,
    words: `From ${subject.ref ?? 'a concern about a child'}\n${adult.words}`,
    when: subject.whenAsTyped,
  };
  const { put, told, meant } = newStaffConcern(id, subject.school, report, { staff: colleagues, managers }, context);
  const { subjectId, subjectName = adult.who } = meant;
  const others = holders.filter((holder) => isLead(holder) && holder.personId !== subjectId);
  const heads = holders.filter(({ role, personId }) => role === 'head' && personId !== subjectId);
  const row = (kind: 'subject' | 'circle', personId: string, personName: string, reason: string) =>
    create(
      caseAccess,
      { id: context.newId(), school: subject.school },
      {
        ...{ kind, personId, personName, concernId: subject.id, reason, givenAt: context.now },
        ...{ givenById: context.actor.person, givenByName: context.actor.name },
      },
    );
  const access =
    subjectId === undefined
      ? []
      : [
          row('subject', subjectId, subjectName, 'It names them as an adult in school.'),
          ...(others.length > 0
            ? []
            : heads.map((head) => row('circle', head.personId, head.personName, 'Nobody else leads who may see it.'))),
        ];
  const { change } = judged;
  const { person, name } = context.actor;
  const handed = subjectId !== undefined && subject.takenById === subjectId && person !== subjectId;
  // Whom it is about has it in hand no longer: whoever judges it has.
  const intoHands = (patch: RecordPatch): RecordPatch =>
    handed && patch.kind === 'update' && patch.id === subject.id
      ? { ...patch, values: { ...patch.values, takenById: person, takenByName: name, takenAt: context.now } }
      : patch;
  return {
    ...judged,
    change: {
      ...change,
      put: [...put.map((patch) => inLane(id, patch)), ...access, ...change.put.map(intoHands)],
      effects: [...change.effects, ...told.map((to) => ({ kind: 'staff-concern-reported', to, about: id }))],
    },
  };
}
