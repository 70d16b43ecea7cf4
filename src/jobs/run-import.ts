import type { RosterAnswer, RosterProgress } from '../areas/people/contract.ts';
import type { Result } from '../perform/problem.ts';
import { askLocally, type LocalHandler } from '../system/local-socket.ts';
import { describeImport } from './describe-import.ts';
import { readImportArguments } from './import-arguments.ts';

/**
 * The import command: through the Lantern that runs on a data folder, else by itself under its lock.
 * @param folders where one may be running
 * @param openHere Lantern in this process, for when none runs
 * @param say prints one or more lines
 * @returns whether it was done
 */
export async function runImport(
  args: readonly string[],
  folders: readonly string[],
  openHere: () => Promise<{ readonly handle: LocalHandler; close(): Promise<void> }>,
  say: (text: string) => void,
): Promise<boolean> {
  const order = readImportArguments(args);
  const tell = (progress: unknown) => {
    const { done, of } = progress as RosterProgress;
    say(`  ${done} of ${of}`);
  };
  const print = (answer: unknown): boolean => {
    const { ok, lines } = describeImport(answer as Result<RosterAnswer>);
    say(lines.join('\n'));
    return ok;
  };
  for (const folder of folders) {
    const running = await askLocally(folder, order, tell);
    if (running) return print(running.answer);
  }
  const here = await openHere();
  try {
    return print(await here.handle(order, tell));
  } finally {
    await here.close();
  }
}
