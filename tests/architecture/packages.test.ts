import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

type Versions = Readonly<Record<string, string>>;
interface Package {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
  readonly license: string;
  readonly scripts: Versions;
}
interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly version?: string; readonly resolved?: string; readonly integrity?: string }>
  >;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const own = read('package.json') as Package;
const lock = read('package-lock.json') as Lock;
const wanted = { ...own.dependencies, ...own.devDependencies };

const loose = (versions: Versions) =>
  Object.entries(versions).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));

it('every package is asked for in one exact version', () => {
  expect(loose(wanted)).toEqual([]);
  expect(loose({ zod: '^4.6.7', vite: '8.3.8' })).toEqual([['zod', '^4.6.7']]);
});

it('the lockfile holds exactly those versions', () => {
  const locked = Object.keys(wanted).map((name) => [name, lock.packages[`node_modules/${name}`]?.version]);
  expect(Object.fromEntries(locked)).toEqual(wanted);
});

it('the lockfile names no host, so that every clone installs from its own registry', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path.startsWith('node_modules/'));
  expect(packages.length).toBeGreaterThan(100);
  expect(packages.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
});

it('the lockfile knows the digest of every package', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path.startsWith('node_modules/'));
  expect(packages.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
});

it('no command but the prepared ones installs anything by itself', () => {
  const lifecycle = ['preinstall', 'install', 'postinstall', 'prepare', 'prepublish'];
  expect(Object.keys(own.scripts).filter((name) => lifecycle.includes(name))).toEqual([]);
});

it('the licence is MIT', () => {
  expect(own.license).toBe('MIT');
  expect(readFileSync('LICENSE', 'utf8')).toMatch(/^MIT License\n\nCopyright \(c\) 2026 Lantern contributors\n/);
});
