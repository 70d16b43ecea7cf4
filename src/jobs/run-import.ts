import type { RosterAnswer, RosterProgress } from '../areas/people/contract.ts';
import type { Result } from '../perform/problem.ts';
import { describeImport } from './describe-import.ts';
import { readImportArguments } from './import-arguments.ts';
import { runOrder, type OpenHere } from './run-order.ts';

/**
 * The import command: through the Lantern that runs on a data folder, else by itself under its lock.
 * @param folders where one may be running
 * @param say prints one or more lines
 * @returns whether it was done
 */
export async function runImport(
  args: readonly string[],
  folders: readonly string[],
  openHere: OpenHere,
  say: (text: string) => void,
): Promise<boolean> {
  const order = readImportArguments(args);
  const answer = await runOrder(order, folders, openHere, (progress) => {
    const { done, of } = progress as RosterProgress;
    say(`  ${done} of ${of}`);
  });
  const { ok, lines } = describeImport(answer as Result<RosterAnswer>);
  say(lines.join('\n'));
  return ok;
}
