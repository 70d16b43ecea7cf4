import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = ['tab', 'src/areas', 'package-lock.json'];

/** A digest of everything that goes into the build, so that an unchanged tab is built once. */
function digest(): string {
  const hash = createHash('sha256');
  const add = (path: string): void => {
    const text = readFileSync(path);
    hash.update(`${path} ${text.length} `).update(text);
  };
  for (const source of sources) {
    const path = join(root, source);
    if (source.includes('.')) add(path);
    else
      for (const entry of readdirSync(path, { recursive: true, withFileTypes: true }))
        if (entry.isFile()) add(join(entry.parentPath, entry.name));
  }
  return hash.digest('hex').slice(0, 16);
}

/** Builds the tab as `npm start` does, into a scratch folder of its own. @returns the folder */
export async function builtTab(): Promise<string> {
  const scratch = join(tmpdir(), 'lantern-built-tab');
  const finished = join(scratch, digest());
  if (existsSync(finished)) return finished;
  mkdirSync(scratch, { recursive: true });
  const fresh = join(scratch, randomUUID());
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const config = join(root, 'tab/vite.config.ts');
  // A process of its own: the test runner's NODE_ENV would make it React's slow development build.
  await promisify(execFile)(
    process.execPath,
    [vite, 'build', '--config', config, '--outDir', fresh, '--logLevel', 'error'],
    { env: { NODE_ENV: 'production' } },
  );
  try {
    renameSync(fresh, finished);
  } catch {
    // Another test was quicker with the very same build.
    rmSync(fresh, { recursive: true });
  }
  return finished;
}
