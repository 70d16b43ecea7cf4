import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** When a file, or anything in a folder, was last changed; a folder also changes when a file goes. */
function changedAt(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => changedAt(join(path, name))));
}

/**
 * Whether what was made is there, and as new as all that it was made of.
 * @param sources files, and folders with all that lies in them
 */
export function isFresh(made: string, sources: readonly string[]): boolean {
  const at = statSync(made, { throwIfNoEntry: false })?.mtimeMs;
  return at !== undefined && sources.every((source) => changedAt(source) <= at);
}
