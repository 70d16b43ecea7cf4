import type { UseCase } from '../../perform/types.ts';

/** Does an act as whoever it falls to, at the moment it fell to them. @throws Error when it is refused */
export type Act = <I, S, O>(useCase: UseCase<I, S, O>, input: I) => Promise<O>;

/** What followed upon a concern: a triage, a decision, an action. An area that arrives brings its own. */
export interface Later {
  readonly by: string;
  readonly at: string;
  /** @param concern its id */
  run(act: Act, concern: string): Promise<unknown>;
}

/** A concern of the demonstration’s past, and who took it. Times are those of a wall clock at the school: `2026-12-09T15:20`. */
export interface Told {
  /** Names it among all others; a second start finds it done. */
  readonly key: string;
  readonly at: string;
  /** Key of the cast, or the name of one of the other staff. */
  readonly reporter: string;
  readonly who: string;
  readonly words: string;
  readonly safeNow: 'yes' | 'no' | 'not-sure';
  readonly when: string;
  readonly taken?: { readonly by: string; readonly at: string };
  readonly later?: readonly Later[];
}
