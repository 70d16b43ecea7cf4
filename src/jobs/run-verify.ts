import { describeVerification } from './describe-verification.ts';
import { runOrder, type OpenHere } from './run-order.ts';
import type { VerifyAnswer, VerifyProgress } from './verify-order.ts';

/**
 * The verify command: through the Lantern that runs on a data folder, else by itself under its lock.
 * @param say prints one or more lines
 * @returns whether the journal is as it was written, here and in SharePoint
 */
export async function runVerify(
  folders: readonly string[],
  openHere: OpenHere,
  say: (text: string) => void,
): Promise<boolean> {
  const answer = await runOrder({ command: 'verify' }, folders, openHere, (progress) =>
    say(`  ${(progress as VerifyProgress).done} entries hold`),
  );
  const { ok, lines } = describeVerification(answer as VerifyAnswer);
  say(lines.join('\n'));
  return ok;
}
