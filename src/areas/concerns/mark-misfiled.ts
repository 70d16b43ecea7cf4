import { z } from 'zod';
import type { Change, Context, Effect, UseCase } from '../../perform/types.ts';
import { nextNumber, one, rows } from '../../records/need.ts';
import { create, inLane, update, type RecordPatch } from '../../records/patch.ts';
import { refOf, yearOf } from '../../records/reference.ts';
import { actionsOfConcern, type ActionRow } from '../actions/queries.ts';
import { action } from '../actions/record.ts';
import { nextStatus } from '../actions/rules.ts';
import { documentsHanging } from '../files/queries.ts';
import { document } from '../files/record.ts';
import { schoolDay } from '../../records/school-day.ts';
import { onDuty } from '../alerts/queries.ts';
import { conflictsOfSchool } from '../need-to-know/queries.ts';
import { givenByLantern, keptFrom } from '../need-to-know/rules.ts';
import { fullName, matchChild } from '../people/match-child.ts';
import { answerersOfSchool, rollOfSchool, type RollEntry } from '../people/queries.ts';
import { pupil, type Pupil } from '../people/record.ts';
import type { ReEntered } from './contract.ts';
import { addendumCounter, concernCounter } from './counters.ts';
import { concernFields } from './fields.ts';
import { addendaOfConcern, linesOfConcern, type AddendumRow } from './misfiled-queries.ts';
import { othersNamed, standing } from './others-named.ts';
import { personsOfConcern, type PersonRow } from './person-queries.ts';
import { concern, concernAddendum, concernDecision, concernPerson, routedLine, type Concern } from './record.ts';
import { answeringFor, isMisfilable, urgencyOfReport, type Answering } from './rules.ts';

const input = z.strictObject({
  concern: z.string(),
  /** The revision that the person saw. */
  rev: z.int(),
  /** The school of the concern, whose next reference the new entry bears. */
  school: z.string(),
  reason: z
    .string()
    .trim()
    .min(1, 'Write how you know that it is the wrong child.')
    .max(concernFields.misfiledReason.max),
  /** Id of the child who is meant; or `who` where that is not settled yet. */
  child: z.exactOptional(z.string()),
  who: z.exactOptional(z.string().trim().min(1).max(concernFields.childAsTyped.max)),
});
type Input = z.infer<typeof input>;

interface State extends Answering {
  readonly subject: Concern | undefined;
  readonly number: number;
  readonly child: Pupil | undefined;
  /** Where a name was written: who it may mean. */
  readonly roll?: readonly RollEntry[];
  readonly addenda: readonly AddendumRow[];
  readonly lines: readonly { readonly id: string; readonly rev: number }[];
  readonly actions: readonly ActionRow[];
  readonly documents: readonly { readonly id: string; readonly rev: number }[];
  readonly persons: readonly PersonRow[];
  /** Re-checked by the commit: what somebody adds in this very moment must not stay behind. */
  readonly addendaSoFar: number;
}

/**
 * A lead sees that an entry stands under the wrong child. It is hidden at once and kept whole in the restricted register, with what
 * hung on it: its files go with it, actions stop, teams no longer read their lines. What was reported is entered anew under the right child, by the
 * reporter and at the time that it was, unjudged and in the hands of whoever noticed. Each entry names the other.
 */
export const markMisfiled: UseCase<Input, State, ReEntered> = {
  verb: 'mark-misfiled',
  input,
  needs: ({ concern: id, school, child = '', who }, _actor, now) => ({
    subject: one(concern, id),
    number: nextNumber(concernCounter(school, yearOf(now))),
    child: one(pupil, child),
    addendaSoFar: nextNumber(addendumCounter(id)),
    addenda: rows(addendaOfConcern, { concern: id }),
    lines: rows(linesOfConcern, { concern: id }),
    actions: rows(actionsOfConcern, { concern: id }),
    documents: rows(documentsHanging, { concern: id }),
    persons: rows(personsOfConcern, { id }),
    duty: rows(onDuty, { school }),
    holders: rows(answerersOfSchool, { school, today: schoolDay(now) }),
    conflicts: rows(conflictsOfSchool, { school }),
    ...(who !== undefined && { roll: rows(rollOfSchool, { school }) }),
  }),
  decide(state, said, context) {
    const { subject } = state;
    const child = meantBy(state, said);
    if (!subject || said.school !== subject.school) return { ok: false, problem: { code: 'not-found' } };
    if (said.rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
    if (!isMisfilable(subject)) return { ok: false, problem: { code: 'already-done' } };
    const message = faultOfChild(subject, child, said);
    if (message) return { ok: false, problem: { code: 'invalid-input', fields: [{ name: 'child', message }] } };
    const entry = { concern: context.newId(), ref: refOf(concern, yearOf(context.now), state.number) };
    const anew = enterAnew(state, child, subject, entry, said, context);
    const change: Change = {
      put: [...hide(state, subject, entry, said, context), ...anew.put],
      entries: [
        { about: subject.id, what: 'misfiled' },
        { about: entry.concern, what: 're-entered' },
      ],
      effects: [
        ...[subject, ...state.lines, ...state.actions].map(({ id }): Effect => ({
          kind: 'refresh',
          to: '',
          about: id,
        })),
        ...anew.effects,
      ],
    };
    return { ok: true, change, answer: entry };
  },
};

type Child = Pick<RollEntry, 'id' | 'givenName' | 'familyName' | 'knownAs' | 'yearGroup'>;

/** The child who was chosen, or the only one whom a written name fits; undefined where that is not settled. */
function meantBy({ subject, child, roll }: State, { who }: Input): Child | undefined {
  if (who === undefined || !roll)
    return child?.school === subject?.school && child?.mergedInto === undefined
      ? child && { ...child, knownAs: child.knownAs ?? null }
      : undefined;
  const fitting = matchChild(who, roll).filter(({ leftAt }) => leftAt === null);
  return fitting.length === 1 ? fitting[0] : undefined;
}

function faultOfChild(subject: Concern, child: Child | undefined, { child: chosen, who }: Input): string | undefined {
  if ((chosen === undefined) === (who === undefined)) return 'Choose the child who is meant, or write their name.';
  if (chosen !== undefined && !child) return 'Choose a child from the list, or write their name.';
  if (child && child.id === subject.childId) return 'It stands under this child already.';
  return undefined;
}

/** Everything that names the wrong child goes into the register, as it is. */
function hide(
  { lines, actions, documents }: State,
  subject: Concern,
  entry: ReEntered,
  { reason }: Input,
  { actor, now }: Context,
): readonly RecordPatch[] {
  const standing = 'misfiled' as const;
  return [
    ...lines.map(({ id, rev }): RecordPatch => ({ kind: 'update', type: routedLine, id, rev, values: { standing } })),
    ...documents.map(({ id, rev }): RecordPatch => ({ kind: 'update', type: document, id, rev, values: { standing } })),
    ...actions.map((row): RecordPatch => {
      // What is still to do must not be done to the wrong child.
      const status = nextStatus(row, 'cancel-action');
      const stopped = status && { status, reason: `The entry was for another child. It goes on as ${entry.ref}.` };
      return { kind: 'update', type: action, id: row.id, rev: row.rev, values: { standing, ...stopped } };
    }),
    update(concern, subject, {
      status: 'misfiled',
      misfiledAt: now,
      misfiledByName: actor.name,
      misfiledReason: reason,
      continuedAsId: entry.concern,
      continuedAsRef: entry.ref,
    }),
  ];
}

/**
 * What was reported and added, under the right child, with the others who are in it: none of them may be lost on the way. Nothing
 * that was judged or decided about the wrong one comes with it, nor the role that one was given. It is in the hands of whoever
 * noticed; somebody who is kept from the right child has it not, and then the others are told as of a new report.
 */
function enterAnew(
  state: State,
  child: Child | undefined,
  subject: Concern,
  { concern: id, ref }: ReEntered,
  { who }: Input,
  context: Context,
): { readonly put: readonly RecordPatch[]; readonly effects: readonly Effect[] } {
  const { addenda, persons } = state;
  const { actor, now, newId } = context;
  const { school } = subject;
  const { source, safeNow, words, whenAsTyped, occurredAt, inFuture, reportedAt } = subject;
  const { reporterId, reporterName, reporterRecognised } = subject;
  const meant = child
    ? {
        childState: 'resolved' as const,
        childId: child.id,
        childName: fullName(child),
        yearGroup: child.yearGroup,
      }
    : { childState: 'unresolved' as const };
  const others = standing(persons).filter(({ pupilId }) => pupilId === null || pupilId !== child?.id);
  const children = [...(child ? [child.id] : []), ...others.flatMap(({ pupilId }) => pupilId ?? [])];
  const mayKeepIt = !keptFrom(state.conflicts, children).has(actor.person);
  const answering = mayKeepIt ? { told: [], given: [] } : answeringFor(state, children, schoolDay(now));
  const given = answering.given.map((to) => givenByLantern({ concern: id, school, to }, context));
  const report = create(
    concern,
    { id, school, ref },
    {
      ...{ source, safeNow, words, whenAsTyped, reportedAt, reporterId, reporterName, reporterRecognised },
      ...(occurredAt !== undefined && { occurredAt }),
      ...(inFuture !== undefined && { inFuture }),
      childAsTyped: who ?? subject.childAsTyped,
      ...meant,
      status: mayKeepIt ? 'acknowledged' : 'submitted',
      urgency: urgencyOfReport[safeNow],
      // The report itself was answered when it was first taken.
      ...(mayKeepIt && { takenById: actor.person, takenByName: actor.name, takenAt: subject.takenAt ?? now }),
      correctsRef: subject.ref ?? '',
      ...(others.length > 0 && othersNamed(others, child?.id)),
    },
  );
  const texts = addenda.map(({ kind, number, words, reportedAt, reporterId, reporterName }) =>
    create(
      concernAddendum,
      { id: newId(), school },
      { ...(kind && { kind }), concernId: id, number, words, reportedAt, reporterId, reporterName },
    ),
  );
  const added = { addedAt: now, addedById: actor.person, addedByName: actor.name };
  const linked = others.map(({ role, name, pupilId, yearGroup }) =>
    create(
      concernPerson,
      { id: newId(), school },
      {
        ...{ concernId: id, role, name, ...added },
        ...(pupilId !== null && { pupilId }),
        ...(yearGroup !== null && { yearGroup }),
      },
    ),
  );
  const decided = { decidedAt: now, decidedById: actor.person, decidedByName: actor.name };
  const decision = create(
    concernDecision,
    { id: newId(), school },
    // Not why it was wrong: those words may name the other child.
    { concernId: id, what: 're-entered', ...decided },
  );
  // As with a report the concern goes last, in a lane of its own, in which all that follows will find it.
  const put = [...texts, ...linked, decision, ...given.map((one) => one.put), report];
  const told = given.length > 0 ? [] : answering.told;
  return {
    put: put.map((patch) => inLane(id, patch)),
    effects: [
      ...told.map((to): Effect => ({ kind: 'alert-duty', to, about: id })),
      ...given.map(({ effect }) => effect),
    ],
  };
}
