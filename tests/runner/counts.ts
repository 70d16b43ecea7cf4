import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import type { Ended } from './run-script.ts';

/** A test that failed, or a file that could not be loaded. */
export interface Failure {
  /** Path from the checkout. */
  readonly file: string;
  /** Full name of the test; undefined when the file could not be loaded. */
  readonly test?: string;
  /** The first words of why, a line each. */
  readonly why: readonly string[];
}

export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** What failed, as far as the report says: a long run ends with it. */
  readonly failures?: readonly Failure[];
  /** What failed first and passed when it ran again. */
  readonly unsteady?: readonly Failure[];
}

const result = z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() });

/** The part of vitest's JSON report that is read; it follows Jest's format. */
const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(z.object({ status: z.string(), name: z.string(), assertionResults: z.array(result) })),
});

const crashed: Counts = { passed: 0, failed: 1, skipped: 0 };

/** A test file as the checkout names it, without where the checkout lies. */
const fileOf = (path: string): string => path.replace(/^.*\/(?=tests\/)/, '');

/** Of a failure's message and stack: what it says, shortened, and the line of a test where it was found. */
function why(message: string): string[] {
  const lines = stripVTControlCharacters(message).split('\n');
  const said = lines.filter((line) => !/^\s*at /.test(line)).slice(0, 6);
  const at = lines
    .find((line) => /^\s*at .*\/tests\//.test(line))
    ?.replace(/^.*\/(?=tests\/)/, '')
    .replace(/\)$/, '');
  return [...said, ...(at === undefined ? [] : [`at ${at}`])]
    .filter((line) => line.trim() !== '')
    .map((line) => line.trim().slice(0, 200));
}

/**
 * What a run of vitest amounts to. A file that could not be loaded has no tests in the report and counts as one failure;
 * so does a run that wrote no report, ran no test, or ended badly although each test passed.
 * @param text the report; undefined when none was written
 * @param ended how vitest ended: with 0 or not, or stopped because it took too long
 */
export function countsOf(text: string | undefined, ended: Ended): Counts {
  if (text === undefined) return crashed;
  const read = report.parse(JSON.parse(text));
  const unloaded = read.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const passed = read.numPassedTests;
  const failed = read.numFailedTests + unloaded.length;
  const unexplained = failed === 0 && (ended !== 'well' || passed === 0);
  const failures = read.testResults.flatMap(({ status, name, assertionResults: each }): Failure[] => {
    const file = fileOf(name);
    if (status === 'failed' && each.length === 0) return [{ file, why: [] }];
    return each
      .filter((one) => one.status === 'failed')
      .map((one) => ({ file, test: one.fullName, why: why(one.failureMessages?.[0] ?? '') }));
  });
  const counts = { passed, failed: unexplained ? 1 : failed, skipped: read.numPendingTests + read.numTodoTests };
  return { ...counts, ...(failures.length > 0 && { failures }) };
}

export const sum = (all: readonly Counts[]): Counts => ({
  passed: all.reduce((total, counts) => total + counts.passed, 0),
  failed: all.reduce((total, counts) => total + counts.failed, 0),
  skipped: all.reduce((total, counts) => total + counts.skipped, 0),
  failures: all.flatMap((counts) => counts.failures ?? []),
  unsteady: all.flatMap((counts) => counts.unsteady ?? []),
});

/** A failure in words, its reasons in lines below it. */
export const told = ({ file, test, why }: Failure): string =>
  [test === undefined ? `${file} could not be loaded` : `${file} › ${test}`, ...why].join('\n    ');

/** The closing line that continuous integration reads. */
export const sentence = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;

/** A run is good when something ran and nothing failed. */
export const isGood = ({ passed, failed }: Counts): boolean => passed > 0 && failed === 0;
