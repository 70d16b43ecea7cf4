import { mkdirSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';

/** Where Linux keeps files in memory, and what statfs(2) calls such a file system. */
const memory = '/dev/shm';
const tmpfs = 0x01021994;
/** Much more than tests leave lying at any time. A container often has 64 MB. */
const leastBytes = 2 * 1024 ** 3;

/** Whether files in this folder lie in memory, with room enough for a tier's. */
export function isInMemory(folder: string): boolean {
  try {
    const { type, bavail, bsize } = statfsSync(folder);
    return type === tmpfs && bavail * bsize >= leastBytes;
  } catch {
    return false;
  }
}

const prefix = 'lantern-run-';

/**
 * The folder for what this run's tests write and throw away; undefined where there is none in memory, and a disk must do.
 * Lantern syncs each commit there as everywhere. It waits for no disk: what a power cut leaves is what the crash tier tests.
 */
export const folderOfRun = isInMemory(memory) ? join(memory, `${prefix}${process.pid}`) : undefined;

function isOver(run: string): boolean {
  try {
    process.kill(Number(run.slice(prefix.length)), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Vitest's way in: makes the folder, and takes away what runs left that were killed. */
export function setup(): void {
  if (folderOfRun === undefined) return;
  const left = readdirSync(memory).filter((name) => name.startsWith(prefix) && isOver(name));
  for (const name of left) rmSync(join(memory, name), { recursive: true, force: true });
  mkdirSync(folderOfRun, { recursive: true });
}

/** Vitest's way out. */
export function teardown(): void {
  if (folderOfRun !== undefined) rmSync(folderOfRun, { recursive: true, force: true, maxRetries: 5 });
}
