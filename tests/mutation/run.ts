/**
 * `npm run mutate [-- part-of-a-path …]`: breaks the modules that keep doors and records, one small change at a time, and runs
 * their tests against each. Prints each change that no test noticed and each module's score, and the whole as one JSON line.
 * All modules are broken anew; of a part, what was seen before and whose module and tests stand as they stood is taken from there.
 * The exit code is 1 when the score misses its goal, 2 when no module bears the name.
 */
import { Stryker } from '@stryker-mutator/core';
import { judge, readGoals } from '../bench/figure.ts';
import { modules } from './modules.ts';
import { changesOf, scoreOf, survivorsOf } from './score.ts';

const wanted = process.argv.slice(2);
const chosen = wanted.length === 0 ? modules : modules.filter((path) => wanted.some((part) => path.includes(part)));
const work = '.bench/mutation';

if (chosen.length === 0) {
  console.error(`There is no such module. There are ${modules.join(', ')}.`);
  process.exitCode = 2;
} else {
  const found = await new Stryker({
    mutate: [...chosen],
    testRunner: 'vitest',
    vitest: { configFile: 'tests/mutation/vitest.config.ts' },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    incremental: true,
    force: wanted.length === 0,
    incrementalFile: `${work}/seen.json`,
    tempDirName: `${work}/copy`,
    ignorePatterns: ['.lantern', '.bench', '.screens', 'dist', 'tab/dist'],
    reporters: ['progress-append-only'],
    allowConsoleColors: false,
  }).runMutationTest();

  // What Stryker remembers of other modules comes with what was asked for.
  const results = chosen.flatMap((path) => changesOf(path, found));
  for (const survivor of survivorsOf(results)) console.log(survivor);
  for (const path of chosen) {
    const { score, noticed, counted } = scoreOf(changesOf(path, results));
    console.log(`${path.padEnd(34)}${score.toFixed(1).padStart(6)} %  ${noticed} of ${counted}`);
  }
  const { score, noticed, counted } = scoreOf(results);
  const line = judge(
    {
      metric: 'mutation.score',
      value: Number(score.toFixed(2)),
      unit: `% of changes that a test noticed: ${noticed} of ${counted} in ${chosen.length} modules`,
      yardstick: null,
      ratio: null,
    },
    readGoals(),
  );
  console.log(JSON.stringify(line));
  if (!line.pass) process.exitCode = 1;
}
