import fc from 'fast-check';
import { checkHistory, type Violation } from './check-history.ts';
import { commands, type Command } from './command.ts';
import type { History } from './history.ts';
import { liveThrough } from './live-through.ts';
import type { Bug } from './planted-bugs.ts';
import type { Template } from './template.ts';

export interface SeedOptions {
  /** fast-check's, of a run that was made smaller. */
  readonly path?: string | undefined;
  readonly bug?: Partial<Bug> | undefined;
  /** One that fails is not made smaller. */
  readonly asItIs?: true;
}

export interface Simulated {
  readonly seed: number;
  /** Of the smallest run that fails, or of the only one. */
  readonly history: History;
  readonly violations: readonly Violation[];
  /** How to come to the smallest failing run again. */
  readonly path?: string;
  /** That run. */
  readonly commands?: readonly Command[];
}

/** How long a run that fails is made smaller. */
const smallerMs = 20_000;

/** Lives through one seed. One that fails is made as small as there is time for. */
export async function simulateSeed(
  template: Template,
  seed: number,
  { path, bug, asItIs }: SeedOptions = {},
): Promise<Simulated> {
  let last: History | undefined;
  let failing: { readonly history: History; readonly violations: readonly Violation[] } | undefined;
  const property = fc.asyncProperty(commands, async (lived) => {
    last = await liveThrough(template, seed, lived, bug);
    const violations = checkHistory(last);
    if (violations.length > 0) failing = { history: last, violations };
    return violations.length === 0;
  });
  const once = { seed, numRuns: 1, ...(path !== undefined && { path }) };
  // Only making it smaller has a time limit: a busy machine must not keep a seed from being lived through.
  let found = await fc.check(property, { ...once, endOnFailure: true });
  if (failing && asItIs !== true) found = await fc.check(property, { ...once, interruptAfterTimeLimit: smallerMs });
  if (!last) throw new Error(`seed ${seed} was not lived through`);
  if (!failing) return { seed, history: last, violations: [] };
  return {
    ...{ seed, ...failing },
    ...(found.counterexamplePath !== null && { path: found.counterexamplePath }),
    ...(found.counterexample && { commands: found.counterexample[0] }),
  };
}
