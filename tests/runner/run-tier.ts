import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAgain, worthAgain } from './again.ts';
import { countsOf, sum, type Counts } from './counts.ts';
import { runScript, type Ended } from './run-script.ts';
import { checks, tiers, type Tier } from './tiers.ts';

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

/** @param files those alone that are to run; none means the whole tier */
async function runVitest({ name, minutes }: Tier, files: readonly string[] = []): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'lantern-tests-'));
  const report = join(folder, 'report.json');
  try {
    const args = [
      'run',
      ...files,
      '--project',
      name,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ];
    const ended = await runScript('node_modules/vitest/vitest.mjs', args, minutes * 60);
    tellIfLate(name, ended, minutes);
    return countsOf(readIfThere(report), ended);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs one tier to its end, whatever fails in it. */
export async function runTier(name: string): Promise<Counts> {
  const tier = tiers.find((known) => known.name === name);
  if (!tier) return runChecks();
  const first = await runVitest(tier);
  const files = tier.again ? worthAgain(first) : [];
  if (files.length === 0) return first;
  console.log(`\n── ${name}, again: ${files.join(' ')}`);
  return afterAgain(first, await runVitest(tier, files));
}
