import { z } from 'zod';
import type { Context, Decision, Effect, UseCase } from '../../perform/types.ts';
import { one, rows, type Needs } from '../../records/need.ts';
import { create, type RecordPatch } from '../../records/patch.ts';
import { schoolDay } from '../../records/school-day.ts';
import { onDuty } from '../alerts/queries.ts';
import { concern } from '../concerns/record.ts';
import { released, toldOf, type Answering } from '../concerns/rules.ts';
import { answerersOfSchool, staffOfPerson } from '../people/queries.ts';
import { pupil, type Pupil } from '../people/record.ts';
import { isLead, weekFrom } from '../people/rules.ts';
import { caseAccessFields, conflictKind } from './fields.ts';
import { touchedByConflict, type TouchedRow } from './case-queries.ts';
import { conflictsOfSchool } from './queries.ts';
import { caseAccess } from './record.ts';
import { keptFrom } from './rules.ts';

const said = {
  /** Id of a child of the roll. */
  child: z.string().min(1, 'Look the child up and choose them.'),
  /** Their school. */
  school: z.string(),
  conflict: z.enum(Object.keys(conflictKind) as [keyof typeof conflictKind], 'Choose what it is.'),
  reason: z.string().trim().min(1, 'Write in a few words why.').max(caseAccessFields.reason.max),
};
const ofOther = z.strictObject({ ...said, person: z.string().min(1, 'Choose somebody.') });
const ofOneself = z.strictObject(said);

interface State extends Answering {
  readonly subject: Pupil | undefined;
  readonly staff: readonly { readonly school: string; readonly name: string }[];
  readonly touched: readonly TouchedRow[];
}

type Said = z.infer<typeof ofOneself>;

const needs = ({ child, school }: Said, person: string, now: string): Needs<State> => ({
  subject: one(pupil, child),
  staff: rows(staffOfPerson, { person }),
  duty: rows(onDuty, { school }),
  holders: rows(answerersOfSchool, { school, today: schoolDay(now) }),
  conflicts: rows(conflictsOfSchool, { school }),
  touched: rows(touchedByConflict, { child, person }),
});

/** The head or a lead says that somebody of the school must not have to do with a child’s cases. It holds at once. */
export const declareConflict: UseCase<z.infer<typeof ofOther>, State, null> = {
  verb: 'declare-conflict',
  input: ofOther,
  needs: (typed, _actor, now) => needs(typed, typed.person, now),
  decide: (state, typed, context) => declare(state, typed, typed.person, context),
};

/** Anybody who holds a role says so of themselves. Only somebody else can end it. */
export const declareOwnConflict: UseCase<Said, State, null> = {
  verb: 'declare-own-conflict',
  input: ofOneself,
  needs: (typed, { person }, now) => needs(typed, person, now),
  decide: (state, typed, context) => declare(state, typed, context.actor.person, context),
};

/**
 * From now on the person has nothing of this child: their cards are taken out of their chat, and what they had in hand goes to those
 * leads who may see it, who are told. A child’s cases are never left without a lead who may see them.
 */
function declare(state: State, typed: Said, person: string, context: Context): Decision<null> {
  const { subject, staff, touched, conflicts, holders } = state;
  const { actor, now, newId } = context;
  if (!subject || subject.school !== typed.school) return { ok: false, problem: { code: 'not-found' } };
  const place = staff.find(({ school }) => school === subject.school);
  // A lead of a small school may be in no roster.
  const name =
    place?.name ??
    holders.find(({ personId }) => personId === person)?.personName ??
    (person === actor.person ? actor.name : undefined);
  if (name === undefined) return fault('person', 'Choose somebody who is on this school’s staff list.');
  const kept = keptFrom(conflicts, [subject.id]);
  if (kept.has(person)) return { ok: false, problem: { code: 'already-done' } };
  const others = holders.filter((one) => isLead(one) && one.personId !== person && !kept.has(one.personId));
  const leads = holders.some((one) => isLead(one) && one.personId === person);
  if (leads && others.length === 0) return { ok: false, problem: { code: 'nobody-else-leads' } };
  const declared = create(
    caseAccess,
    { id: newId(), school: subject.school },
    {
      ...{ kind: 'conflict', personId: person, personName: name, childId: subject.id },
      ...{ conflict: typed.conflict, reason: typed.reason },
      ...{ givenAt: now, givenById: actor.person, givenByName: actor.name },
    },
  );
  const duty = state.duty.filter(({ personId }) => !kept.has(personId));
  const today = schoolDay(now);
  const before = holders.filter((one) => isLead(one) && !kept.has(one.personId));
  // Nobody else may know of what is reported and not yet taken: on some day they alone are told.
  const alone = weekFrom(today).some((day) => toldOf(duty, before, day).every((one) => one === person));
  // They held it, or have still something to do in it: somebody else has to see to that.
  const isOrphaned = (row: TouchedRow) => isHeld(row) || (alone && row.status === 'submitted');
  const orphaned = new Set(touched.flatMap((row) => (isOrphaned(row) ? [row.id] : [])));
  const told = toldOf(
    duty.filter(({ personId }) => personId !== person),
    others,
    today,
  );
  const shownToThem = touched.flatMap(({ id, actionId, lineId }) =>
    [id, actionId, lineId].filter((one) => one !== null),
  );
  const effects: readonly Effect[] = [
    ...[...new Set(shownToThem)].map((about) => ({ kind: 'refresh', to: person, about })),
    ...[...orphaned].flatMap((about) => told.map((to) => ({ kind: 'alert-duty', to, about }))),
  ];
  return { ok: true, change: { put: [declared, ...handsOff(touched)], entries: [], effects }, answer: null };
}

const isHeld = ({ taken, status, actionId }: TouchedRow) => (taken === 1 && isOpen(status)) || actionId !== null;

/** Whether something is still to be done with a concern. */
const isOpen = (status: TouchedRow['status']) => status !== 'closed' && status !== 'misfiled';

/** Concerns that they had in hand are in nobody’s. */
const handsOff = (touched: readonly TouchedRow[]): readonly RecordPatch[] =>
  touched
    .filter(({ id, taken, status }, n) => {
      const first = touched.findIndex((one) => one.id === id) === n;
      return first && taken === 1 && isOpen(status);
    })
    .map(({ id, rev, status }) => ({ kind: 'update', type: concern, id, rev, values: released({ status }), lane: id }));

const fault = (name: string, message: string) => ({
  ok: false as const,
  problem: { code: 'invalid-input' as const, fields: [{ name, message }] },
});
