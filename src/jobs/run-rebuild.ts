import type { RebuildProgress } from '../sharepoint/rebuild.ts';
import { describeRebuild } from './describe-rebuild.ts';
import type { RebuildAnswer } from './rebuild-order.ts';
import { runOrder, type OpenHere } from './run-order.ts';

/** Rows between two lines of progress. */
const tellEvery = 2_000;

/**
 * The rebuild command: through the Lantern that runs on a data folder, else by itself under its lock.
 * @param say prints one or more lines
 * @returns whether it was done, and SharePoint, projection and journal agree
 */
export async function runRebuild(
  folders: readonly string[],
  openHere: OpenHere,
  say: (text: string) => void,
): Promise<boolean> {
  let [lists, rows] = [0, 0];
  const answer = await runOrder({ command: 'rebuild' }, folders, openHere, (progress) => {
    const now = progress as RebuildProgress;
    if (now.lists === lists && now.rows - rows < tellEvery) return;
    [lists, rows] = [now.lists, now.rows];
    say(`  ${now.lists} of ${now.of} lists, ${now.rows} rows`);
  });
  const { ok, lines } = describeRebuild(answer as RebuildAnswer);
  say(lines.join('\n'));
  return ok;
}
