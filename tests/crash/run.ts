/**
 * `npm run crash [-- --kills N --seed S]`: kills the running product so often and prints one JSON line for each figure.
 * The exit code is 1 when one misses its goal. How often it was killed in which moment goes to standard error.
 */
import { parseArgs } from 'node:util';
import { judge, readGoals } from '../bench/figure.ts';
import { measureCrash } from './measure-crash.ts';

const { values } = parseArgs({ options: { kills: { type: 'string' }, seed: { type: 'string' } } });
const { figures, rounds } = await measureCrash({
  ...(values.kills !== undefined && { kills: Number(values.kills) }),
  ...(values.seed !== undefined && { seed: Number(values.seed) }),
});
const { struck } = rounds as { readonly struck: Readonly<Record<string, number>> };
console.error(
  Object.entries(struck)
    .map(([moment, times]) => `${times} × ${moment}`)
    .join('\n'),
);
for (const line of figures.map((figure) => judge(figure, readGoals()))) {
  console.log(JSON.stringify(line));
  if (!line.pass) process.exitCode = 1;
}
process.exit();
