import { admits, reachOf, type Reach } from '../access/reach.ts';
import { rightsUsed } from '../access/rights-used.ts';
import type { Rules } from '../access/rules.ts';
import { mustStepUp } from '../access/step-up.ts';
import type { Actor, Identity, RightUsed } from '../access/types.ts';
import { sha256 } from '../journal/chain.ts';
import type { JournalEntry } from '../journal/entry.ts';
import type { Clock } from '../ports/clock.ts';
import type { Id, Ids } from '../ports/ids.ts';
import type { Log } from '../ports/log.ts';
import type { RecordPatch } from '../records/patch.ts';
import type { ActorOf } from './actors.ts';
import { createInTurn } from './in-turn.ts';
import { invalidInput } from './invalid-input.ts';
import { load } from './load.ts';
import { askForProof, refuse, type ProblemCode, type Result } from './problem.ts';
import type { Commit, FormKey, Store } from './store.ts';
import type { Need, Needs } from '../records/need.ts';
import type { Change, UseCase } from './types.ts';

export interface PerformParts {
  readonly store: Store;
  readonly rules: Rules;
  readonly actorOf: ActorOf;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** The authentication context that a person must have proved before anything leaves Lantern; none is asked for when absent. */
  readonly stepUp?: string | undefined;
}

/**
 * The only way to change anything: parse, load, authorise, decide, commit in one transaction with its journal row.
 * @param form key of the form, 32 hexadecimal digits; the same form with the same content gets the first answer
 * @returns the answer, or a problem from the closed set; `busy` when it could not be made durable
 */
export type Perform = <I, S, O>(
  useCase: UseCase<I, S, O>,
  identity: Identity,
  input: unknown,
  form: Id,
) => Promise<Result<O>>;

/**
 * Times that a decision is made because what it rested on had changed. Within a process acts take turns, so this is for several
 * instances that report in the same moment. Who loses keeps the turn and tries again at once: against one that goes on reporting,
 * a toss of a coin each time, and ten tosses were seen to fall the wrong way.
 */
const attempts = 40;

export function createPerform(parts: PerformParts): Perform {
  const inTurn = createInTurn();
  return async (useCase, identity, input, form) => {
    const parsed = useCase.input.safeParse(input);
    if (!parsed.success) return invalidInput(parsed.error);
    const digest = sha256(JSON.stringify(parsed.data));
    const key: FormKey = { tenant: identity.tenant, person: identity.person, form, digest };
    try {
      const before = await parts.store.answer(key);
      if (before !== undefined) return answered(before);
      return await inTurn(async () => {
        for (let attempt = 0; attempt < attempts; attempt++) {
          const result = await attemptOnce(parts, useCase, identity, parsed.data, key);
          if (result !== 'conflict') return result;
        }
        return refuse('busy');
      });
    } catch (error) {
      parts.log.error('perform.failed', { act: useCase.verb, code: codeOf(error) });
      return refuse('busy');
    }
  };
}

async function attemptOnce<I, S, O>(
  parts: PerformParts,
  useCase: UseCase<I, S, O>,
  identity: Identity,
  input: I,
  key: FormKey,
): Promise<Result<O> | 'conflict'> {
  const { store } = parts;
  const rule = parts.rules(useCase.verb);
  const now = parts.clock.now();
  const { actor, seen } = await parts.actorOf(identity);
  const needs = useCase.needs(input, actor, now);
  const { state, basis } = await load(store, actor.tenant, needs);
  const subject = subjectOf(needs, state);
  const subjects = subject ? [subject.id] : [];
  let rights: readonly RightUsed[] = [];
  const entry = (over: Partial<JournalEntry>): JournalEntry => ({
    tenant: actor.tenant,
    at: now,
    actor: actor.person,
    act: useCase.verb,
    verb: rule.audit,
    about: rule.about,
    subjects,
    outcome: 'done',
    fields: [],
    digest: key.digest,
    door: identity.door,
    rights,
    ...over,
  });
  const refuseAndJournal = async (code: ProblemCode) => {
    await store.journal(entry({ verb: 'deny', outcome: 'refused', fields: [code] }));
    return refuse(code);
  };

  const reach = reachOf(rule, actor);
  const within = subject ? subject.record !== undefined && admits(reach, subject.record) : reach.length > 0;
  if (!within) return refuseAndJournal('not-found');
  rights = rightsUsed(rule, actor, subject?.record);
  if (mustStepUp(rule, identity, parts.stepUp)) {
    await refuseAndJournal('step-up');
    return askForProof(parts.stepUp);
  }
  const decision = useCase.decide(state, input, { actor, now, newId: () => parts.ids.next() });
  if (!decision.ok) {
    // The same form may have come twice at once, and this is the second, decided upon what the first has done.
    const before = await store.answer(key);
    if (before !== undefined) return answered(before);
    await store.journal(entry({ verb: 'deny', outcome: 'refused', fields: [decision.problem.code] }));
    return decision;
  }
  const { change } = decision;
  if (!change.put.every((patch) => mayPut(reach, actor, patch, subject?.record))) return refuseAndJournal('not-found');
  const [settled, drafted] = [change.settle?.id, change.draft?.of];
  if ([settled, drafted].some((id) => id !== undefined && id !== subject?.id)) return refuseAndJournal('not-found');

  const answer = JSON.stringify(decision.answer ?? null);
  const done = entry({ subjects: subjectsOf(change, subjects), fields: fieldsOf(change) });
  const lane = change.lane ?? subjects[0] ?? change.put[0]?.id ?? key.form;
  const counters = basis.counters.map((one) => {
    const taken = change.taken?.[one.counter];
    return { ...one, ...(taken !== undefined && { taken }) };
  });
  const commit: Commit = {
    key,
    act: parts.ids.next(),
    actorName: actor.name,
    lane,
    basis: { ...basis, counters, seen },
    put: change.put,
    effects: change.effects,
    ...(change.settle && { settle: change.settle }),
    ...(change.draft && { draft: change.draft }),
    entry: done,
    answer,
  };
  const outcome = await store.commit(commit);
  if (outcome.kind === 'conflict') return 'conflict';
  return outcome.kind === 'answered' ? answered(outcome.answer) : { ok: true, answer: decision.answer };
}

/** The record that the act is about, and its id as asked for, whether or not there is such a record. */
function subjectOf<S>(needs: Needs<S>, state: S) {
  const need = (needs as { readonly subject?: Need<unknown> }).subject;
  if (need?.kind !== 'record') return undefined;
  return { id: need.id, record: (state as { readonly subject?: Readonly<Record<string, unknown>> }).subject };
}

/**
 * What is created must itself lie within the actor's reach; with a subject, in its school, for it hangs on what they may reach.
 * Updates were checked on the subject they belong to.
 */
function mayPut(
  reach: readonly Reach[],
  actor: Actor,
  patch: RecordPatch,
  subject?: Readonly<Record<string, unknown>>,
) {
  if (patch.kind === 'update') return true;
  if (subject) return patch.school === subject['school'];
  const scopes = reach.flatMap(({ schools, own }) =>
    schools || own ? [{ ...(schools && { schools }), ...(own && { own }) }] : [],
  );
  return admits(scopes, { reporterId: actor.person, ...patch.values, school: patch.school });
}

const answered = <O>(json: string): Result<O> => ({ ok: true, answer: JSON.parse(json) as O });

const subjectsOf = (change: Change, subjects: readonly Id[]) => [
  ...new Set([...subjects, ...change.put.map((patch) => patch.id)]),
];

function fieldsOf({ put, settle, touched = [] }: Change): readonly string[] {
  const settled = settle
    ? [...settle.drop, ...Object.keys(settle.base)].map((field) => `${settle.type.name}.${field}`)
    : [];
  const written = put.flatMap((patch) => Object.keys(patch.values).map((field) => `${patch.type.name}.${field}`));
  return [...new Set([...written, ...settled, ...touched])];
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.name : 'unknown';
