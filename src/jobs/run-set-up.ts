import { runOrder, type OpenHere } from './run-order.ts';
import { readSetUpArguments } from './set-up-arguments.ts';
import type { SetUpAnswer } from './set-up-order.ts';

/**
 * The set-up command: through the Lantern that runs on a data folder, else by itself under its lock.
 * @param folders where one may be running
 * @param say prints a line
 * @returns whether it was done
 */
export async function runSetUp(
  args: readonly string[],
  folders: readonly string[],
  openHere: OpenHere,
  say: (text: string) => void,
): Promise<boolean> {
  const order = readSetUpArguments(args);
  const { ok, says } = (await runOrder(order, folders, openHere, () => undefined)) as SetUpAnswer;
  say(says);
  return ok;
}
