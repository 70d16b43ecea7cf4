/**
 * Tests that work real screens or measure time fail, one in thousands, for what the machine did in that moment: one looked too
 * soon, another measured its neighbours. Such a file runs once more, by itself. What fails again has failed; what passes now is
 * named at the end of the run, with what it said, to be mended: it is a fault of the test, or of the product when somebody is
 * quicker than it.
 */
import type { Counts } from './counts.ts';

/** With more than so many failures something is broken, and nothing runs again. */
const mostFailures = 2;

/** @returns the files that run once more after this run; none when nothing failed, too much did, or a file could not be loaded */
export function worthAgain({ failed, failures = [] }: Counts): readonly string[] {
  const known = failures.length === failed && failures.every(({ test }) => test !== undefined);
  return known && failed <= mostFailures ? [...new Set(failures.map(({ file }) => file))] : [];
}

/** What a tier amounts to when some of its files ran again: its first failures count unless each of those files passed whole. */
export function afterAgain(first: Counts, second: Counts): Counts {
  if (second.failed > 0 || second.passed === 0) return first;
  const { failures = [], ...counts } = first;
  return { ...counts, passed: first.passed + first.failed, failed: 0, unsteady: failures };
}
