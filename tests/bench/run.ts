/**
 * `npm run bench [-- name …]`: one JSON line for each figure on standard output, and what it was made from in .bench/.
 * A name is a figure's or the beginning of one (`list`, `submit.fsyncs`); without any, all are measured.
 * The exit code is 1 when a figure misses its goal or could not be measured, 2 when nothing bears the name.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judge, readGoals, type Measured } from './figure.ts';
import { metrics, type Metric } from './metrics.ts';

const wanted = process.argv.slice(2);
const bears = (metric: Metric) => wanted.some((name) => metric.names.some((known) => known.startsWith(name)));
const asked = wanted.length === 0 ? metrics : metrics.filter(bears);
const goals = readGoals();

/** What could not be measured has a line all the same: silence would look like success. */
async function measure({ names, measure: take }: Metric): Promise<Measured> {
  try {
    return await take();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const nothing = { value: null, unit: '', yardstick: null, ratio: null, why };
    return { figures: names.map((metric) => ({ metric, ...nothing })), rounds: [] };
  }
}

if (asked.length === 0) {
  console.error(`There is no such figure. There are ${metrics.flatMap(({ names }) => names).join(', ')}.`);
  process.exitCode = 2;
}
for (const metric of asked) {
  const { figures, rounds } = await measure(metric);
  const at = new Date().toISOString();
  mkdirSync('.bench', { recursive: true });
  writeFileSync(
    join('.bench', `${metric.names[0]} ${at.replaceAll(':', '')}.json`),
    JSON.stringify({ figures, rounds }),
  );
  for (const line of figures.map((figure) => judge(figure, goals))) {
    console.log(JSON.stringify(line));
    if (!line.pass) process.exitCode = 1;
  }
}
// A connection that is kept alive must not keep the bench alive.
process.exit();
