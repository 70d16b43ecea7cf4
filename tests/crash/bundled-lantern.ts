import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { projectRoot } from '../../src/local/lantern-process.ts';

/** As deep below the checkout as src/compose is: the product finds the built tab from where it lies itself. */
const folder = join(projectRoot, 'dist', 'crash');

const bundle = join(folder, 'lantern.mjs');

function isFresh(): boolean {
  const made = statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  const sources = ['src', 'bot', 'tests/crash/programs'].flatMap((part) =>
    readdirSync(join(projectRoot, part), { recursive: true, encoding: 'utf8' }).map((name) => join(part, name)),
  );
  return [...sources, 'package-lock.json'].every((name) => statSync(join(projectRoot, name)).mtimeMs <= made);
}

/**
 * Makes one file of the product and all that it imports. It is the same code, but a start then costs a second of CPU time in
 * place of five, and a hundred kills are a hundred starts.
 * @returns the file
 */
export async function bundledLantern(): Promise<string> {
  if (isFresh()) return bundle;
  await build({
    root: projectRoot,
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3-multiple-ciphers'] },
    build: {
      ssr: 'tests/crash/programs/lantern.ts',
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'lantern.mjs', codeSplitting: false } },
    },
  });
  return bundle;
}
