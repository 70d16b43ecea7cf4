import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { isFresh } from './is-fresh.ts';
import { oneMakesIt } from './one-makes-it.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const inRoot = (path: string) => join(root, path);

/**
 * Makes one file of a program and all that it imports, when its sources are newer than the file. It is the same code, but a start
 * costs a second of CPU time in place of five: reading some two thousand files one by one is most of a start.
 * @param program its source, relative to the checkout
 * @param name of the folder under `dist`: as deep below the checkout as src/compose is, from where the product finds the built tab
 * @returns the file
 */
export async function bundled(program: string, name: string): Promise<string> {
  const file = inRoot(`dist/${name}/lantern.mjs`);
  const sources = ['src', 'bot', dirname(program), 'package-lock.json'].map(inRoot);
  await oneMakesIt(
    inRoot(`dist/${name}.being-made`),
    () => isFresh(file, sources),
    () => bundle(program, file),
  );
  return file;
}

async function bundle(program: string, file: string): Promise<void> {
  const began = new Date();
  const fresh = inRoot(`dist/${randomUUID()}`);
  const vite = inRoot('node_modules/vite/bin/vite.js');
  const config = inRoot('src/local/bundle.config.ts');
  const options = ['--config', config, '--ssr', program, '--outDir', fresh, '--logLevel', 'error'];
  try {
    // A process of its own: the bundler sets NODE_ENV for the one it runs in.
    await promisify(execFile)(process.execPath, [vite, 'build', ...options], { cwd: root });
    const made = join(fresh, 'lantern.mjs');
    // As old as what went into it: what is changed from now on is newer.
    utimesSync(made, began, began);
    mkdirSync(dirname(file), { recursive: true });
    renameSync(made, file);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
