import { expect, it } from 'vitest';
import { countsOf, isGood, sentence, sum, told } from './counts.ts';

const results = [{ status: 'passed', fullName: 'c' }];
const report = (passed: number, failed: number, more: object = {}) =>
  JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [{ status: failed > 0 ? 'failed' : 'passed', name: '/a/tests/b.test.ts', assertionResults: results }],
    ...more,
  });

it('counts what vitest reports', () => {
  expect(countsOf(report(3, 2, { numPendingTests: 1, numTodoTests: 4 }), 'badly')).toEqual({
    passed: 3,
    failed: 2,
    skipped: 5,
  });
});

it('counts a file that could not be loaded as a failure', () => {
  const testResults = [
    { status: 'failed', name: '/a/tests/b.test.ts', assertionResults: [] },
    { status: 'passed', name: '/a/tests/c.test.ts', assertionResults: results },
  ];
  const failures = [{ file: 'tests/b.test.ts', why: [] }];
  expect(countsOf(report(1, 0, { testResults }), 'badly')).toEqual({ passed: 1, failed: 1, skipped: 0, failures });
  expect(failures.map(told)).toEqual(['tests/b.test.ts could not be loaded']);
});

it('names what failed and why, so that the end of a long run says it', () => {
  const stack = [
    'AssertionError: expected \u001b[31m1\u001b[39m to be 2',
    '',
    '    at until (/a/tests/support/until.ts:19:53)',
  ];
  const failed = { status: 'failed', fullName: 'a list is read', failureMessages: [stack.join('\n')] };
  const testResults = [{ status: 'failed', name: '/a/tests/b.test.ts', assertionResults: [...results, failed] }];
  const { failures } = sum([countsOf(report(1, 1, { testResults }), 'badly'), countsOf(report(1, 0), 'well')]);
  const why = '    AssertionError: expected 1 to be 2\n    at tests/support/until.ts:19:53';
  expect(failures?.map(told)).toEqual([`tests/b.test.ts › a list is read\n${why}`]);
});

it.each([
  ['wrote no report', undefined, 'badly'],
  ['ran no test', report(0, 0), 'well'],
  ['ended badly although every test passed', report(5, 0), 'badly'],
] as const)('counts a tier that %s as a failure', (_what, text, ended) => {
  expect(countsOf(text, ended).failed).toBe(1);
});

it('closes with one line for all tiers', () => {
  const total = sum([
    { passed: 3, failed: 0, skipped: 0 },
    { passed: 40, failed: 1, skipped: 2 },
  ]);
  expect(sentence(total)).toBe('43 passed, 1 failed, 2 skipped');
});

it('is content only when something ran and nothing failed', () => {
  expect(isGood({ passed: 1, failed: 0, skipped: 0 })).toBe(true);
  expect(isGood({ passed: 1, failed: 1, skipped: 0 })).toBe(false);
  expect(isGood({ passed: 0, failed: 0, skipped: 3 })).toBe(false);
});
