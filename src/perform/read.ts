import { admits, reachOf } from '../access/reach.ts';
import { rightsUsed } from '../access/rights-used.ts';
import { mustStepUp } from '../access/step-up.ts';
import type { Identity } from '../access/types.ts';
import { sha256 } from '../journal/chain.ts';
import type { JournalEntry } from '../journal/entry.ts';
import { invalidInput } from './invalid-input.ts';
import type { PerformParts } from './perform.ts';
import { askForProof, refuse, type ProblemCode, type Result } from './problem.ts';
import type { View } from './types.ts';

/** What was shown: the answer, and the very JSON whose digest the journal holds. */
export interface Shown<O> {
  readonly answer: O;
  readonly json: string;
}

/**
 * The only way to see anything: adds what the person's rights admit to the question, journals what is shown,
 * and gives the answer only when that journal row is durable. Out of reach is *not found*, never *forbidden*.
 */
export type Read = <P extends object, R, O>(
  view: View<P, R, O>,
  identity: Identity,
  params: unknown,
) => Promise<Result<Shown<O>>>;

export function createRead(parts: Omit<PerformParts, 'ids'>): Read {
  const { store, rules, actorOf, clock, log, stepUp } = parts;
  return async (view, identity, params) => {
    const parsed = view.params.safeParse(params);
    if (!parsed.success) return invalidInput(parsed.error);
    try {
      const rule = rules(view.verb);
      const { actor } = await actorOf(identity);
      const within = { about: rule.over ?? rule.about, reach: reachOf(rule, actor) };
      const look = (over: Omit<JournalEntry, 'tenant' | 'at' | 'actor' | 'act' | 'about' | 'door'>): JournalEntry => ({
        tenant: actor.tenant,
        at: clock.now(),
        actor: actor.person,
        act: view.verb,
        about: rule.about,
        door: identity.door,
        ...over,
      });
      const refusal = (code: ProblemCode) =>
        look({ verb: 'deny', subjects: [], outcome: 'refused', fields: [code], digest: '', rights: [] });
      if (within.reach.length > 0 && mustStepUp(rule, identity, stepUp)) {
        await store.journal(refusal('step-up'));
        return askForProof(stepUp);
      }
      const rows = await store.rows(actor.tenant, view.query, view.values(parsed.data, actor, clock.now()), within);
      if (within.reach.length === 0 || (view.shape === 'one' && rows.length === 0)) {
        await store.journal(refusal('not-found'));
        return refuse('not-found');
      }
      const { answer, ids, seen } = view.present(rows as never, {
        params: parsed.data,
        actor,
        now: clock.now(),
        may: (verb, record) => admits(reachOf(rules(verb), actor), record as Readonly<Record<string, unknown>>),
      });
      const json = JSON.stringify(answer);
      const record = view.shape === 'one' ? (rows[0] as Readonly<Record<string, unknown>>) : undefined;
      const rights = rightsUsed(rule, actor, record);
      const shown = { verb: rule.audit, subjects: ids, outcome: 'shown', fields: view.fields, rights } as const;
      await store.journal(look({ ...shown, digest: sha256(json) }), seen);
      return { ok: true, answer: { answer, json } };
    } catch (error) {
      log.error('read.failed', { act: view.verb, code: error instanceof Error ? error.name : 'unknown' });
      return refuse('busy');
    }
  };
}
