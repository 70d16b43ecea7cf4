import { parseArgs } from 'node:util';
import type { HealthCheck, Health } from '../areas/settings/contract.ts';
import { runOrder, type OpenHere } from '../jobs/run-order.ts';
import { describeHealth } from './describe-health.ts';

export interface Mend {
  /** Checks whose faults it mends. */
  readonly checks: readonly HealthCheck[];
  /** @returns what was done, or why it could not be */
  run(): Promise<readonly string[]>;
}

export interface DoctorCommand {
  readonly folders: readonly string[];
  readonly openHere: OpenHere;
  /** What `--fix` may do; none of it loses anything. */
  readonly mends: readonly Mend[];
  /** Carries out `--probe`. @returns what was learnt, to be printed as JSON */
  probe(): Promise<unknown>;
  /** Prints one or more lines. */
  say(text: string): void;
}

/**
 * The doctor command: through the Lantern that runs on a data folder, else by itself.
 * @returns whether there is no fault
 */
export async function runDoctor(args: readonly string[], command: DoctorCommand): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { fix: { type: 'boolean', default: false }, probe: { type: 'boolean', default: false } },
  });
  const { folders, openHere, say } = command;
  if (values.probe) {
    say(JSON.stringify(await command.probe(), null, 2));
    return true;
  }
  const look = async () => (await runOrder({ command: 'doctor' }, folders, openHere, () => undefined)) as Health;
  let health = await look();
  if (values.fix) {
    const done = await mendAll(health, command.mends);
    say(done.length === 0 ? 'Nothing is to be mended that can be mended from here.' : done.join('\n'));
    if (done.length > 0) health = await look();
  }
  const { ok, lines } = describeHealth(health);
  say(lines.join('\n'));
  return ok;
}

async function mendAll({ lines }: Health, mends: readonly Mend[]): Promise<readonly string[]> {
  const done: string[] = [];
  for (const { checks, run } of mends)
    if (lines.some(({ check, state }) => state === 'fault' && checks.includes(check))) done.push(...(await run()));
  return done;
}
