/**
 * `npm run simulate [-- --seeds N --from S]`: lives through so many seeds; `-- --seed S [--path P]` through one, and says what happened.
 * Prints one JSON line; the exit code is 1 when a rule was broken.
 */
import { parseArgs } from 'node:util';
import { judge, readGoals } from '../bench/figure.ts';
import { digestOf } from './digest-of.ts';
import { measureSimulation } from './measure-simulation.ts';
import { simulateSeed, type Simulated } from './simulate-seed.ts';
import { makeTemplate } from './template.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    seed: { type: 'string' },
    path: { type: 'string' },
  },
});

function tell({ seed, path, violations, commands }: Simulated): void {
  for (const { rule, what } of violations) console.error(`seed ${seed}: ${rule}: ${what}`);
  if (commands) console.error(JSON.stringify(commands));
  console.error(`again: npm run simulate -- --seed ${seed}${path === undefined ? '' : ` --path ${path}`}`);
}

if (values.seed === undefined) {
  const { figures } = await measureSimulation({
    ...(values.seeds !== undefined && { seeds: Number(values.seeds) }),
    ...(values.from !== undefined && { from: Number(values.from) }),
    failed: tell,
  });
  for (const line of figures.map((figure) => judge(figure, readGoals()))) {
    console.log(JSON.stringify(line));
    if (!line.pass) process.exitCode = 1;
  }
} else {
  const template = await makeTemplate();
  const found = await simulateSeed(template, Number(values.seed), { path: values.path });
  template.remove();
  console.log(found.history.events.join('\n'));
  console.log(JSON.stringify({ seed: found.seed, digest: digestOf(found.history), violations: found.violations }));
  if (found.violations.length > 0) {
    tell(found);
    process.exitCode = 1;
  }
}
process.exit();
