import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A build takes seconds; whoever holds the lock for longer than this has another process's number by now. */
const longestMs = 180_000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** @returns whether it is ours now */
function take(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

/** Whoever held it died over it. Just after it was taken it is still empty. */
function isLeftBehind(lock: string): boolean {
  try {
    const holder = readFileSync(lock, 'utf8');
    return holder !== '' && !isAlive(Number(holder));
  } catch {
    return false;
  }
}

/**
 * Of several processes that need the same thing at the same time one makes it, and the others wait for it: two builds into one
 * folder would empty it under each other.
 * @param lock a file that exists while somebody makes it
 * @param isThere whether nothing needs to be made any more
 * @returns whether this process made it
 */
export async function oneMakesIt(lock: string, isThere: () => boolean, make: () => Promise<void>): Promise<boolean> {
  const deadline = performance.now() + longestMs;
  while (!isThere()) {
    mkdirSync(dirname(lock), { recursive: true });
    if (!take(lock)) {
      if (isLeftBehind(lock) || performance.now() > deadline) rmSync(lock, { force: true });
      await sleep(50);
      continue;
    }
    try {
      if (isThere()) return false;
      await make();
      return true;
    } finally {
      rmSync(lock, { force: true });
    }
  }
  return false;
}
