import { askLocally, type LocalHandler } from '../system/local-socket.ts';

/** Lantern in this process, for when none runs. */
export type OpenHere = () => Promise<{ readonly handle: LocalHandler; close(): Promise<void> }>;

/**
 * Has a command carried out: by the Lantern that runs on a data folder, else here under its lock.
 * @param folders where one may be running
 * @returns its answer
 */
export async function runOrder(
  order: unknown,
  folders: readonly string[],
  openHere: OpenHere,
  tell: (progress: unknown) => void,
): Promise<unknown> {
  for (const folder of folders) {
    const running = await askLocally(folder, order, tell);
    if (running) return running.answer;
  }
  const here = await openHere();
  try {
    return await here.handle(order, tell);
  } finally {
    await here.close();
  }
}
