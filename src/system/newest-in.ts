import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When the newest file of a kind in a folder was last written, in milliseconds; undefined where there is none.
 * @param ending of its name, such as `.backup`
 */
export function newestIn(folder: string, ending: string): number | undefined {
  try {
    const times = readdirSync(folder)
      .filter((name) => name.endsWith(ending))
      .map((name) => statSync(join(folder, name)).mtimeMs);
    return times.length > 0 ? Math.max(...times) : undefined;
  } catch {
    return undefined;
  }
}
