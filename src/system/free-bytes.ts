import { statfsSync } from 'node:fs';

/** How much of the disk under a folder may still be written. */
export function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
