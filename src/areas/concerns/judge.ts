import type { Context, Decision, Effect } from '../../perform/types.ts';
import type { ValuesOf } from '../../records/fields.ts';
import { create, update, type RecordPatch } from '../../records/patch.ts';
import { triageRules, type concernFields } from './fields.ts';
import { faultsOf } from './faults-of-judgement.ts';
import type { Judgement } from './judgement.ts';
import { concern, concernDecision, routedLine, type Concern } from './record.ts';
import { isOpenTo, type ConcernAct } from './rules.ts';
import type { RoleHolder } from './triage-queries.ts';

/** A concern, and who holds which role at its school. */
export interface ConcernState {
  readonly subject: Concern | undefined;
  readonly holders: readonly RoleHolder[];
}

/** What a judgement is decided on. */
export interface JudgeState extends ConcernState {
  /** Whether somebody has something to do about it, or will by this very act. */
  readonly acted: boolean;
}

/**
 * Judges a concern: the decision is kept with its reason, the concern stands where the outcome puts it, a team that it is passed
 * to gets its line, and whoever judges what nobody had taken has taken it.
 * @param rev the revision that the person saw
 */
export function judge(
  act: ConcernAct,
  { subject, holders, acted }: JudgeState,
  said: Judgement,
  rev: number,
  context: Context,
): Decision<{ readonly ref: string }> {
  if (!subject) return { ok: false, problem: { code: 'not-found' } };
  if (rev !== subject.rev) return { ok: false, problem: { code: 'changed-meanwhile' } };
  if (!isOpenTo(subject.status, act)) return { ok: false, problem: { code: 'already-done' } };
  const faults = faultsOf(said, holders, acted);
  if (faults.length > 0) return { ok: false, problem: { code: 'invalid-input', fields: faults } };
  const decisionId = context.newId();
  const passed = passOn(subject, decisionId, said, holders, context);
  const put = [...passed.put, decisionOf(subject, decisionId, said, context), standing(subject, said, context)];
  const effects = [...passed.effects, { kind: 'refresh', to: '', about: subject.id }];
  const entries = [{ about: subject.id, what: said.outcome }];
  return { ok: true, change: { put, entries, effects }, answer: { ref: subject.ref ?? '' } };
}

function decisionOf(subject: Concern, id: string, said: Judgement, { actor, now }: Context): RecordPatch {
  const { line: _line, ...judged } = said;
  const decided = { decidedAt: now, decidedById: actor.person, decidedByName: actor.name };
  const values = { concernId: subject.id, what: 'judged' as const, ...judged, ...decided };
  return create(concernDecision, { id, school: subject.school }, values);
}

/** The concern as it stands now; the decision before stays in its own record. */
function standing(subject: Concern, said: Judgement, { actor, now }: Context): RecordPatch {
  const { outcome, urgency, levelOfNeed, nextStep, parents } = said;
  const values: Partial<ValuesOf<typeof concernFields>> = {
    status: triageRules[outcome].next,
    triageOutcome: outcome,
    urgency,
    parents,
    ...(levelOfNeed && { levelOfNeed }),
    // What an earlier judgement asked for is no longer the next step.
    ...(nextStep !== subject.nextStep && { nextStep: nextStep ?? '' }),
    ...(subject.triagedAt === undefined && { triagedAt: now }),
    ...(subject.takenById === undefined && { takenById: actor.person, takenByName: actor.name, takenAt: now }),
  };
  return update(concern, subject, values);
}

function passOn(
  subject: Concern,
  decisionId: string,
  { outcome, line }: Judgement,
  holders: readonly RoleHolder[],
  { actor, now, newId }: Context,
): { readonly put: readonly RecordPatch[]; readonly effects: readonly Effect[] } {
  const toRole = triageRules[outcome].routesTo;
  if (!toRole || line === undefined) return { put: [], effects: [] };
  const id = newId();
  const child = { childName: subject.childName ?? subject.childAsTyped };
  const told = [...new Set(holders.filter(({ role }) => role === toRole).map(({ personId }) => personId))];
  const patch = create(
    routedLine,
    { id, school: subject.school },
    {
      concernId: subject.id,
      decisionId,
      concernRef: subject.ref ?? '',
      toRole,
      line,
      ...child,
      ...(subject.yearGroup !== undefined && { yearGroup: subject.yearGroup }),
      routedAt: now,
      routedById: actor.person,
      routedByName: actor.name,
    },
  );
  return { put: [patch], effects: told.map((to) => ({ kind: 'line-routed', to, about: id })) };
}
