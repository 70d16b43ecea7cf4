/**
 * What `npm test` runs: every tier in order, the next one also after a failure, with its seconds and counts. What failed and
 * why comes at the end, and what passed only when it ran again (runner/again.ts).
 * The last line is `N passed, N failed, N skipped`; the exit code is 1 when anything failed or nothing ran.
 */
import { isGood, sentence, sum, told, type Counts } from './runner/counts.ts';
import { runTier } from './runner/run-tier.ts';
import { tierNames } from './runner/tiers.ts';
import { wanted } from './runner/wanted.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));

const asked = wanted(process.argv.slice(2), tierNames);
if (asked.ok) {
  const results: { readonly name: string; readonly seconds: number; readonly counts: Counts }[] = [];
  for (const name of asked.names) {
    console.log(`\n── ${name}`);
    const began = performance.now();
    const counts = await runTier(name);
    results.push({ name, seconds: (performance.now() - began) / 1000, counts });
  }
  const total = sum(results.map((result) => result.counts));
  console.log('');
  for (const { name, seconds, counts } of results) {
    console.log(`${name.padEnd(10)}${seconds.toFixed(1).padStart(7)} s   ${sentence(counts)}`);
  }
  for (const failure of total.unsteady ?? []) console.log(`~ passed only when it ran again: ${told(failure)}`);
  for (const failure of total.failures ?? []) console.log(`✗ ${told(failure)}`);
  process.exitCode = isGood(total) ? 0 : 1;
  console.log(`\n${sentence(total)}`);
} else {
  console.error(asked.why);
  process.exitCode = 2;
}
