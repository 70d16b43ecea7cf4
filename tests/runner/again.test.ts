import { expect, it } from 'vitest';
import { afterAgain, worthAgain } from './again.ts';
import type { Counts, Failure } from './counts.ts';

const failure = (file: string, test?: string): Failure => ({
  file,
  ...(test !== undefined && { test }),
  why: ['late'],
});
const run = (passed: number, ...failures: readonly Failure[]): Counts => ({
  ...{ passed, failed: failures.length, skipped: 0 },
  ...(failures.length > 0 && { failures }),
});
const [a, b] = [failure('tests/e2e/a.test.ts', 'one'), failure('tests/e2e/a.test.ts', 'two')];

it('a file in which one or two tests failed runs again, once', () => {
  expect(worthAgain(run(9, a))).toEqual([a.file]);
  expect(worthAgain(run(9, a, b))).toEqual([a.file]);
  expect(worthAgain(run(9, a, failure('tests/e2e/b.test.ts', 'three')))).toEqual([a.file, 'tests/e2e/b.test.ts']);
});

it.each([
  ['nothing failed', run(9)],
  ['three tests failed', run(9, a, b, failure('tests/e2e/b.test.ts', 'three'))],
  ['a file could not be loaded', run(9, failure('tests/e2e/a.test.ts'))],
  ['the run itself failed, and no test', { passed: 9, failed: 1, skipped: 0 }],
] as const)('nothing runs again when %s', (_what, counts) => {
  expect(worthAgain(counts)).toEqual([]);
});

it('what passes then has passed, and is named', () => {
  expect(afterAgain(run(9, a), run(4))).toEqual({ passed: 10, failed: 0, skipped: 0, unsteady: [a] });
});

it.each([
  ['it fails again', run(3, a)],
  ['another test of its file fails', run(3, b)],
  ['nothing ran', run(0)],
] as const)('the first failure counts when %s', (_what, second) => {
  expect(afterAgain(run(9, a), second)).toEqual(run(9, a));
});
