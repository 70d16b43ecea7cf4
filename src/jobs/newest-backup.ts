import { existsSync, readdirSync } from 'node:fs';
import type { Instant } from '../ports/clock.ts';
import { backupTime } from './backup-time.ts';

/** When the newest backup in a folder was made, by its name: a copy that was put back later is no younger. */
export function newestBackup(folder: string): Instant | undefined {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names
    .flatMap((name) => backupTime(name) ?? [])
    .sort()
    .at(-1);
}
