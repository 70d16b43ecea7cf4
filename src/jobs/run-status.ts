import { askLocally } from '../system/local-socket.ts';

/**
 * The status command: asks the Lantern that runs on a data folder, over its local socket.
 * @param folders where one may be running
 * @param say prints a line of JSON
 * @returns whether one runs and no alarm stands
 */
export async function runStatus(folders: readonly string[], say: (text: string) => void): Promise<boolean> {
  for (const folder of folders) {
    const running = await askLocally(folder, { command: 'status' }, () => undefined);
    if (!running) continue;
    say(JSON.stringify(running.answer, null, 2));
    return (running.answer as { readonly alarms: readonly string[] }).alarms.length === 0;
  }
  say(JSON.stringify({ running: false }));
  return false;
}
