import { execFile } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { projectRoot } from './lantern-process.ts';

const built = join(projectRoot, 'dist', 'tab', 'index.html');

function newest(folder: string): number {
  return Math.max(
    0,
    ...readdirSync(folder, { withFileTypes: true }).map((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? newest(path) : statSync(path).mtimeMs;
    }),
  );
}

function upToDate(): boolean {
  try {
    const at = statSync(built).mtimeMs;
    const lock = statSync(join(projectRoot, 'package-lock.json')).mtimeMs;
    return [newest(join(projectRoot, 'tab')), newest(join(projectRoot, 'src', 'areas')), lock].every(
      (source) => source <= at,
    );
  } catch {
    return false;
  }
}

/**
 * Builds the tab when its sources are newer than what was built.
 * @returns whether it had to
 */
export async function buildTab(): Promise<boolean> {
  if (upToDate()) return false;
  const vite = join(projectRoot, 'node_modules', 'vite', 'bin', 'vite.js');
  const config = join(projectRoot, 'tab', 'vite.config.ts');
  // A process of its own: under another NODE_ENV it would become React's slow development build.
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    env: { NODE_ENV: 'production' },
  });
  return true;
}
