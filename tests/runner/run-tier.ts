import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countsOf, sum, type Counts } from './counts.ts';
import { runScript, type Ended } from './run-script.ts';
import { checks, tiers } from './tiers.ts';

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function tellIfLate(name: string, ended: Ended, minutes: number): void {
  if (ended === 'too late') console.error(`\n${name} was stopped: it took longer than ${minutes} minutes.`);
}

const checkMinutes = 5;

async function runCheck({ name, script, args }: (typeof checks)[number]): Promise<Counts> {
  const ended = await runScript(script, args, checkMinutes * 60);
  tellIfLate(name, ended, checkMinutes);
  console.log(`  ${ended === 'well' ? '✓' : '✗'} ${name}`);
  return { passed: ended === 'well' ? 1 : 0, failed: ended === 'well' ? 0 : 1, skipped: 0 };
}

/** Side by side: each of them keeps one core busy. */
const runChecks = async (): Promise<Counts> => sum(await Promise.all(checks.map(runCheck)));

async function runVitest(name: string, minutes: number): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-tests-'));
  const report = join(folder, 'report.json');
  try {
    const args = ['run', '--project', name, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const ended = await runScript('node_modules/vitest/vitest.mjs', args, minutes * 60);
    tellIfLate(name, ended, minutes);
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
