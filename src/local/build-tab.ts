import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isFresh } from './is-fresh.ts';
import { projectRoot } from './lantern-process.ts';
import { oneMakesIt } from './one-makes-it.ts';

const inRoot = (path: string) => join(projectRoot, path);
const built = inRoot('dist/tab/index.html');
const sources = ['tab', 'src/areas', 'package-lock.json'].map(inRoot);

/**
 * Builds the tab when its sources are newer than what was built.
 * @returns whether it had to
 */
export const buildTab = (): Promise<boolean> =>
  oneMakesIt(inRoot('dist/tab.being-made'), () => isFresh(built, sources), build);

async function build(): Promise<void> {
  const vite = inRoot('node_modules/vite/bin/vite.js');
  const config = inRoot('tab/vite.config.ts');
  // A process of its own: under another NODE_ENV it would become React's slow development build.
  await promisify(execFile)(process.execPath, [vite, 'build', '--config', config, '--logLevel', 'warn'], {
    env: { NODE_ENV: 'production' },
  });
}
