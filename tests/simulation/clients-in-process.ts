import { addAddendum } from '../../src/areas/concerns/add-addendum.ts';
import { escalateConcern } from '../../src/areas/concerns/escalate-concern.ts';
import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import { takeConcern } from '../../src/areas/concerns/take-concern.ts';
import type { Identity } from '../../src/access/types.ts';
import type { AnyUseCase } from '../../src/http/parts.ts';
import { sha256 } from '../../src/journal/chain.ts';
import type { Perform } from '../../src/perform/perform.ts';
import type { Result } from '../../src/perform/problem.ts';
import { traceOf } from '../crash/trace-of.ts';
import { people } from '../support/kernel.ts';
import { markOf } from './check-history.ts';
import type { Run } from './run-of.ts';

interface Case {
  readonly id: string;
  rev: number;
  taken: boolean;
}

/** One act as somebody means to do it: sent until its answer is heard. */
interface Intent {
  readonly useCase: AnyUseCase;
  readonly who: Identity;
  readonly input: unknown;
  readonly form: string;
  readonly of: Case | undefined;
  /** What it leaves, once its case is known; and what that changes for the next act. */
  done(id: string): { readonly traces: readonly string[]; readonly tells: readonly string[] };
}

const kinds = ['take', 'addendum', 'escalate'] as const;

/** The people of one school, who do not always hear the answer to what they sent. */
export interface ClientsInProcess {
  report(instance: number, heard: boolean): void;
  /** A further act on one of their cases, or once more what was not heard. */
  act(instance: number, which: number, kind: number, heard: boolean): void;
  /** The same report on both instances in the same moment. */
  twice(): void;
  /** Sends again what was not heard, until nothing is left. */
  finish(): Promise<void>;
}

export function clientsInProcess(run: Run, tenant: number, performs: readonly Perform[]): ClientsInProcess {
  const cases: Case[] = [];
  const unheard = new Map<Case | string, Intent>();
  const busy = new Set<Case>();
  let texts = 0;

  async function send(intent: Intent, instance: number, heard: boolean): Promise<void> {
    const { useCase, who, input, form, of } = intent;
    const perform = performs[instance % performs.length];
    if (!perform) return;
    if (of) busy.add(of);
    const result: Result<unknown> = await perform(useCase, who, input, form);
    if (of) busy.delete(of);
    const key = of ?? form;
    if (!heard) {
      unheard.set(key, intent);
      run.note(`t${tenant} ${useCase.verb} not heard`);
      return;
    }
    unheard.delete(key);
    if (!result.ok) {
      run.note(`t${tenant} ${useCase.verb} refused: ${result.problem.code}`);
      return;
    }
    acknowledge(intent, result.answer);
  }

  function acknowledge({ useCase, input, form, of, done }: Intent, answer: unknown): void {
    const id = of?.id ?? (answer as { readonly concern: string }).concern;
    // Both arrivals of a form are answered; the act is one.
    if (!of && cases.some((known) => known.id === id)) return;
    if (!of) cases.push({ id, rev: 1, taken: false });
    const digest = sha256(JSON.stringify(useCase.input.parse(input)));
    run.acts.push({ tenant, case: id, verb: useCase.verb, digest, ...done(id) });
    run.note(`t${tenant} ${useCase.verb} acknowledged ${form.slice(0, 8)}`);
  }

  const reporting = (): Intent => ({
    useCase: reportConcern as unknown as AnyUseCase,
    who: people.daniel,
    input: {
      who: 'Ellie Marsden',
      words: `${markOf(tenant)} report ${++texts}`,
      safeNow: 'not-sure',
      when: 'just now',
    },
    form: run.newId(),
    of: undefined,
    done: (id) => ({ traces: [traceOf.concern(id, 1)], tells: [people.priya.person] }),
  });

  function acting(of: Case, kind: (typeof kinds)[number]): Intent {
    const words = `${markOf(tenant)} text ${++texts}`;
    const intent = { who: people.priya, form: run.newId(), of };
    const { id, rev } = of;
    if (kind === 'take' && !of.taken) {
      const done = () => {
        Object.assign(of, { rev: rev + 1, taken: true });
        return { traces: [traceOf.concern(id, rev + 1)], tells: [] };
      };
      return { ...intent, useCase: takeConcern as unknown as AnyUseCase, input: { concern: id, rev }, done };
    }
    if (kind === 'escalate') {
      const done = () => {
        of.rev = rev + 1;
        return { traces: [traceOf.decision(id, words), traceOf.concern(id, rev + 1)], tells: [people.tom.person] };
      };
      const input = { concern: id, rev, reason: words };
      return { ...intent, useCase: escalateConcern as unknown as AnyUseCase, input, done };
    }
    const done = () => ({ traces: [traceOf.addendum(id, words)], tells: [] });
    return { ...intent, useCase: addAddendum as unknown as AnyUseCase, input: { concern: id, words }, done };
  }

  return {
    report: (instance, heard) => void send(reporting(), instance, heard),
    act(instance, which, kind, heard) {
      const again = [...unheard.values()].filter(({ of }) => of === undefined || !busy.has(of));
      const one = again[which % (again.length + 1)];
      const of = cases[which % cases.length];
      if (one) void send(one, instance, heard);
      else if (of && !busy.has(of) && !unheard.has(of))
        void send(acting(of, kinds[kind % kinds.length] ?? 'take'), instance, heard);
    },
    twice() {
      const intent = reporting();
      for (const instance of performs.keys()) void send(intent, instance, true);
    },
    async finish() {
      for (const intent of [...unheard.values()]) await send(intent, 0, true);
    },
  };
}
