import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countsOf, sum, type Counts } from './counts.ts';
import { runScript } from './run-script.ts';
import { checks, tiers } from './tiers.ts';

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function runChecks(): Promise<Counts> {
  const results: Counts[] = [];
  for (const { name, script, args } of checks) {
    const ended = await runScript(script, args, 5);
    console.log(`  ${ended === 'well' ? '✓' : '✗'} ${name}`);
    results.push({ passed: ended === 'well' ? 1 : 0, failed: ended === 'well' ? 0 : 1, skipped: 0 });
  }
  return sum(results);
}

async function runVitest(name: string, minutes: number): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-tests-'));
  const report = join(folder, 'report.json');
  try {
    const args = ['run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const ended = await runScript('node_modules/vitest/vitest.mjs', args, minutes);
    return countsOf(readIfThere(report), ended);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs one tier to its end, whatever fails in it. */
export function runTier(name: string): Promise<Counts> {
  const tier = tiers.find((known) => known.name === name);
  return tier ? runVitest(name, tier.minutes) : runChecks();
}
