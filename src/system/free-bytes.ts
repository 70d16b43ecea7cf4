import { statfsSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * How much of the disk under a folder may still be written; before the first start, of the nearest folder that is there.
 * @returns undefined where the system does not say
 */
export function freeBytes(folder: string): number | undefined {
  for (let at = resolve(folder); ; at = resolve(at, '..')) {
    try {
      const { bavail, bsize } = statfsSync(at);
      return bavail * bsize;
    } catch {
      if (at === resolve(at, '..')) return undefined;
    }
  }
}
