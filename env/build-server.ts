import { cpSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';
import { native, reading } from '../src/local/bundle.config.ts';

/** What is read of a package that has no code: the faces of papers, and on what terms they may be passed on. */
const fonts = {
  name: 'dejavu-fonts-ttf',
  files: ['package.json', 'LICENSE', 'ttf/DejaVuSans.ttf', 'ttf/DejaVuSans-Bold.ttf'],
};

/** What they need only to be installed. */
const installers = ['prebuild-install'];

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package and all that it needs at run time, as far as it is installed for this platform. */
function withAllItNeeds(modules: string, names: readonly string[], found = new Set<string>()): ReadonlySet<string> {
  for (const name of names) {
    const manifest = join(modules, name, 'package.json');
    if (found.has(name) || installers.includes(name) || !existsSync(manifest)) continue;
    found.add(name);
    const { dependencies, optionalDependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as Manifest;
    withAllItNeeds(modules, Object.keys({ ...dependencies, ...optionalDependencies }), found);
  }
  return found;
}

/**
 * Makes the server that is deployed: `lantern.mjs`, one file with everything that the product imports, and beside it the packages
 * that cannot be in it. It needs Node and nothing else, so no development package and no source goes to production.
 * @param root the checkout, with its packages installed
 * @param to as deep below the folder that holds `dist/tab` as `dist/server` is: the server finds the tab from where it lies
 * @returns the packages that lie beside the file
 */
export async function buildServer(root: string, to: string): Promise<readonly string[]> {
  rmSync(to, { recursive: true, force: true });
  const built = (await build({
    root,
    configFile: join(root, 'src', 'local', 'bundle.config.ts'),
    logLevel: 'error',
    build: { ssr: 'src/main.ts', outDir: to, emptyOutDir: true },
  })) as Rolldown.RolldownOutput;
  const imported = built.output.flatMap((chunk) =>
    chunk.type === 'chunk' ? [...chunk.imports, ...chunk.dynamicImports] : [],
  );
  const modules = join(root, 'node_modules');
  const needed = (names: readonly string[]) =>
    withAllItNeeds(
      modules,
      names.filter((name) => imported.includes(name)),
    );
  const [machine, plain] = [needed(native), needed(reading)];
  const copied = { recursive: true, dereference: true };
  // Of a package without machine code all is needed: some keep what runs under `src`.
  for (const name of plain) cpSync(join(modules, name), join(to, 'node_modules', name), copied);
  for (const name of machine)
    cpSync(join(modules, name), join(to, 'node_modules', name), { ...copied, filter: isNeeded });
  for (const file of fonts.files)
    cpSync(join(modules, fonts.name, file), join(to, 'node_modules', fonts.name, file), { dereference: true });
  return [...machine, ...plain, fonts.name];
}

/** Sources of machine code, and what a compiler left, are of no use at run time. */
const isNeeded = (path: string): boolean =>
  !/[/\\](deps|src|obj\.target|\.deps)([/\\]|$)|\.(c|cpp|h|o|a|tgz)$/.test(
    path.slice(path.lastIndexOf('node_modules')),
  );
