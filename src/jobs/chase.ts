import type { Identity } from '../access/types.ts';
import { formFrom } from '../perform/digest.ts';
import type { Perform } from '../perform/perform.ts';
import type { Store } from '../perform/store.ts';
import type { UseCase } from '../perform/types.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { isTimeToChase } from '../records/chase-days.ts';

export interface ChaseParts {
  readonly tenant: string;
  readonly store: Pick<Store, 'rows'>;
  readonly perform: Perform;
  /** The one that school matters run on. */
  readonly clock: Clock;
  readonly log: Log;
}

export interface Chase<I> {
  readonly by: Identity;
  /** The act that reminds, and writes down that it was done: whoever dies between two reminders sends none a second time. */
  readonly act: UseCase<I, unknown, unknown>;
  /** Of what somebody is to be reminded now, and what makes each reminder this one and no other. */
  due(now: string): Promise<readonly { readonly of: I; readonly once: string }[]>;
  /** What the log calls it when one could not be done. */
  readonly undone: string;
}

/**
 * Reminds of what is due, in the hours of a school.
 * @returns a job; it says how many reminders there were
 */
export function createChase<I extends Readonly<Record<string, string>>>(
  { perform, clock, log }: Pick<ChaseParts, 'perform' | 'clock' | 'log'>,
  { by, act, due, undone }: Chase<I>,
): () => Promise<number> {
  return async () => {
    const now = clock.now();
    if (!isTimeToChase(now)) return 0;
    let done = 0;
    for (const { of, once } of await due(now)) {
      const chased = await perform(act, by, of, formFrom(once));
      if (chased.ok) done++;
      else if (chased.problem.code !== 'already-done') log.warn(undone, { ...of, code: chased.problem.code });
    }
    return done;
  };
}
