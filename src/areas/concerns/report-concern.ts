import { z } from 'zod';
import type { Change, Context, Effect, UseCase } from '../../perform/types.ts';
import { nextNumber, rows } from '../../records/need.ts';
import { create, type RecordPatch } from '../../records/patch.ts';
import { onDuty, type OnDuty } from '../alerts/queries.ts';
import { childrenNamed } from '../people/names/children-named.ts';
import { fullName, matchChild } from '../people/match-child.ts';
import { conflictsOfSchool } from '../need-to-know/queries.ts';
import { givenByLantern } from '../need-to-know/rules.ts';
import { answerersOfSchool, rollOfSchool, type RollEntry } from '../people/queries.ts';
import type { ReportReceipt } from './contract.ts';
import { concernFields, safeNow } from './fields.ts';
import { concern, concernAddendum } from './record.ts';
import { refOf, yearOf } from '../../records/reference.ts';
import { schoolDay } from '../../records/school-day.ts';
import { concernCounter } from './counters.ts';
import { answeringFor, urgencyOfReport, type Answering, type Told } from './rules.ts';
import { splitText } from '../../records/split-text.ts';
import { readWhen } from '../../records/read-when.ts';

const input = z.strictObject({
  who: z.string(),
  /** The only thing that is refused is a report that says nothing. */
  words: z
    .string()
    .refine((text) => text.trim() !== '', 'Write what you saw or heard, in the child’s own words where you can.'),
  safeNow: z.enum(Object.keys(safeNow) as [keyof typeof safeNow]),
  when: z.string(),
  /** The Teams message that holds the form; its receipt takes its place. */
  card: z.exactOptional(z.string().max(200)),
});

/** What a report is decided on. */
export interface ReportState extends Answering {
  readonly number: number;
  readonly duty: readonly OnDuty[];
  readonly roll: readonly RollEntry[];
}

type Input = z.infer<typeof input>;

/**
 * A member of staff reports a concern. The first submit is the report: whatever was typed is kept as typed,
 * and an uncertain name or time never stands in its way.
 */
export const reportConcern: UseCase<Input, ReportState, ReportReceipt> = {
  verb: 'report-concern',
  input,
  needs: (_input, actor, now) => ({
    number: nextNumber(concernCounter(actor.school, yearOf(now))),
    duty: rows(onDuty, { school: actor.school }),
    holders: rows(answerersOfSchool, { school: actor.school, today: schoolDay(now) }),
    conflicts: rows(conflictsOfSchool, { school: actor.school }),
    roll: rows(rollOfSchool, { school: actor.school }),
  }),
  decide(state, typed, context) {
    const id = context.newId();
    const ref = refOf(concern, yearOf(context.now), state.number);
    // A child of the same name who has left is only meant when somebody says so.
    const fitting = matchChild(typed.who, state.roll).filter(({ leftAt }) => leftAt === null);
    // A form beside one of two names narrows the whole to one child, and the other would be lost.
    const named = childrenNamed(typed.who, state.roll);
    const child = fitting.length === 1 && named.length <= 1 ? fitting[0] : undefined;
    const { put, childState } = records(id, ref, typed, child, context);
    const answering = whoAnswers(
      state,
      child ? [child] : [...fitting, ...named],
      child !== undefined,
      schoolDay(context.now),
    );
    const given = answering.given.map((to) =>
      givenByLantern({ concern: id, school: context.actor.school, to }, context),
    );
    // Names of pupils go only to somebody whom the staff list knows.
    const asksChild = childState === 'unresolved' && context.actor.recognised;
    const change: Change = {
      put: [...given.map((one) => one.put), ...put],
      lane: id,
      entries: [],
      effects: [...effects(id, typed, asksChild, answering, context), ...given.map(({ effect }) => effect)],
    };
    const [lead] = state.duty;
    const duty = lead && { name: lead.personName, phone: lead.phone };
    return {
      ok: true,
      change,
      answer: { concern: id, ref, reportedAt: context.now, childState, asksChild, ...(duty && { duty }) },
    };
  },
};

/**
 * Who is told. Where it is not settled which child is meant, whoever is kept from one who may be is left out as long as there is
 * somebody else.
 */
function whoAnswers(state: ReportState, children: readonly RollEntry[], settled: boolean, today: string): Told {
  const careful = answeringFor(
    state,
    children.map(({ id }) => id),
    today,
  );
  return settled || (careful.given.length === 0 && careful.told.length > 0) ? careful : answeringFor(state, [], today);
}

function records(id: string, ref: string, typed: Input, child: RollEntry | undefined, { actor, now, newId }: Context) {
  const who = splitText(typed.who.trim() || 'Not given', concernFields.childAsTyped.max);
  const when = splitText(typed.when.trim() || 'Just now', concernFields.whenAsTyped.max);
  const [words, ...more] = splitText(typed.words, concernFields.words.max);
  const { at, inFuture } = readWhen(typed.when, now);
  const childState: ReportReceipt['childState'] = child ? 'resolved' : 'unresolved';
  const written = { reportedAt: now, reporterId: actor.person, reporterName: actor.name };
  const report = create(
    concern,
    { id, school: actor.school, ref },
    {
      status: 'submitted',
      urgency: urgencyOfReport[typed.safeNow],
      source: 'staff-observation',
      safeNow: typed.safeNow,
      childAsTyped: who[0],
      childState,
      words,
      whenAsTyped: when[0],
      reporterRecognised: actor.recognised,
      ...written,
      ...(child && { childId: child.id, childName: fullName(child), yearGroup: child.yearGroup }),
      ...(at && { occurredAt: at }),
      ...(inFuture && { inFuture }),
    },
  );
  // A form's short fields can be overfilled too; what does not fit its column is kept, named, in addenda.
  const overflow = [
    ...more,
    ...(who.length > 1 ? splitText(`\nChild, as written: ${typed.who}`, concernFields.words.max) : []),
    ...(when.length > 1 ? splitText(`\nWhen, as written: ${typed.when}`, concernFields.words.max) : []),
  ];
  const addenda = overflow.map((text, i) =>
    create(
      concernAddendum,
      { id: newId(), school: actor.school },
      { concernId: id, number: i + 1, words: text, ...written },
    ),
  );
  // The concern goes last: when its row is filed, so is all of its text, and the screen may say so.
  return { put: [...addenda, report] satisfies RecordPatch[], childState };
}

function effects(about: string, typed: Input, asksChild: boolean, { told, given }: Told, { actor }: Context): Effect[] {
  return [
    // Whoever is given the case is told so.
    ...(given.length > 0 ? [] : told).map((to): Effect => ({ kind: 'alert-duty', to, about })),
    ...(typed.card === undefined ? [] : [{ kind: 'receipt', to: actor.person, about, replaces: typed.card }]),
    ...(asksChild ? [{ kind: 'ask-which-child', to: actor.person, about }] : []),
  ];
}
