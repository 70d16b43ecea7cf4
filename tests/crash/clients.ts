import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { addAddendum } from '../../src/areas/concerns/add-addendum.ts';
import { concernPaths } from '../../src/areas/concerns/contract.ts';
import { escalateConcern } from '../../src/areas/concerns/escalate-concern.ts';
import { reportConcern } from '../../src/areas/concerns/report-concern.ts';
import { takeConcern } from '../../src/areas/concerns/take-concern.ts';
import { sha256 } from '../../src/journal/chain.ts';
import type { AnyUseCase } from '../../src/http/parts.ts';
import type { DoneAct } from './judge-acts.ts';
import { traceOf } from './trace-of.ts';

export interface ClientsOptions {
  /** Where Lantern listens now; waits while it is dead. */
  readonly origin: () => Promise<string>;
  readonly tokenOf: (who: string) => string;
  /** From 0 to below 1. */
  readonly chance: () => number;
  /** How long somebody thinks between two acts, in milliseconds. */
  readonly thinkMs: number;
}

/** People who report and act in their tabs. What is not answered they send again under the same form key, as the tab does. */
export interface Clients {
  /** Everything that was acknowledged, in order. */
  readonly done: readonly DoneAct[];
  /** How many requests had no answer, or were told to try again. */
  readonly unheard: number;
  /** Refusals of what should have been done; whoever got one leaves the case. */
  readonly refused: readonly string[];
  /** Begins no new act, and waits until each that was begun is acknowledged or refused. */
  end(): Promise<void>;
}

/** A request that takes longer than this was swallowed with the process. */
const patienceMs = 5_000;
class Refused extends Error {}

const actsOfACase = 7;
const formKey = () => randomBytes(16).toString('hex');

type Body = Readonly<Record<string, unknown>>;
type Doable = Pick<AnyUseCase, 'verb'> & { readonly input: { parse(input: unknown): unknown } };

/** @param count how many work at the same time, each on cases of their own */
export function startClients(count: number, { origin, tokenOf, chance, thinkMs }: ClientsOptions): Clients {
  const done: DoneAct[] = [];
  const refused: string[] = [];
  let ending = false;
  let unheard = 0;

  async function post(who: string, path: string, body: Body): Promise<Body> {
    for (;;) {
      const answer = await origin()
        .then((at) =>
          fetch(`${at}${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(who)}` },
            body: JSON.stringify(body),
            signal: AbortSignal.timeout(patienceMs),
          }),
        )
        .then(async (response) => ({ status: response.status, text: await response.text() }))
        .catch(() => undefined);
      if (answer?.status === 200) return JSON.parse(answer.text) as Body;
      if (answer && answer.status !== 503) throw new Refused(`${path} answered ${answer.status}: ${answer.text}`);
      unheard++;
      await sleep(5);
    }
  }

  async function act(useCase: Doable, who: string, path: string, input: Body) {
    const { concern, ...rest } = input;
    const answer = await post(who, path, { form: formKey(), ...rest });
    const digest = sha256(JSON.stringify(useCase.input.parse(input)));
    return { answer, noted: { verb: useCase.verb, digest, case: String(concern ?? answer['concern']) } };
  }

  /** One case from its report on. */
  async function live(mark: string): Promise<void> {
    const report = { who: 'Ellie Marsden 7B', words: `Words of ${mark}`, safeNow: 'not-sure', when: 'just now' };
    const { answer, noted } = await act(reportConcern, 'daniel', concernPaths.reports, report);
    const concern = noted.case;
    const at = (path: string) => path.replace(':id', concern);
    let rev = 1;
    done.push({ ...noted, traces: [traceOf.concern(concern, rev)] });
    if (answer['ref'] === undefined) throw new Error('a receipt without a reference');

    const steps = [
      async () => {
        const took = await act(takeConcern, 'priya', at(concernPaths.take), { concern, rev });
        done.push({ ...took.noted, traces: [traceOf.concern(concern, ++rev)] });
      },
      ...Array.from({ length: actsOfACase }, (_, n) => async () => {
        const words = `${mark}, further ${n}`;
        if (chance() < 0.5) {
          const added = await act(addAddendum, 'priya', at(concernPaths.addenda), { concern, words });
          done.push({ ...added.noted, traces: [traceOf.addendum(concern, words)] });
        } else {
          const input = { concern, rev, reason: words };
          const escalated = await act(escalateConcern, 'priya', at(concernPaths.escalate), input);
          done.push({
            ...escalated.noted,
            traces: [traceOf.decision(concern, words), traceOf.concern(concern, ++rev)],
          });
        }
      }),
    ];
    for (const step of steps) {
      if (ending) return;
      await sleep(chance() * 2 * thinkMs);
      await step();
    }
  }

  async function client(n: number): Promise<void> {
    for (let cases = 1; !ending; cases++)
      await live(`case ${n}-${cases}`).catch((error: unknown) => {
        if (!(error instanceof Refused)) throw error;
        refused.push(error.message);
      });
  }
  const working = Promise.all(Array.from({ length: count }, (_, n) => client(n + 1)));
  // Whoever ends the clients hears of it.
  working.catch(() => undefined);
  return {
    done,
    refused,
    get unheard() {
      return unheard;
    },
    async end() {
      ending = true;
      await working;
    },
  };
}
