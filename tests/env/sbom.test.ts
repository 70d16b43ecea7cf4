import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly group?: string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
}
interface Bom {
  readonly bomFormat: string;
  readonly specVersion: string;
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}
interface Package {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const own = read('package.json') as Package;
const lock = read('package-lock.json') as Lock;

const folder = mkdtempSync(join(tmpdir(), 'lantern-sbom-'));
const file = join(folder, 'sbom.json');
let said: string;
let bom: Bom;
beforeAll(() => {
  // No registry that could answer: it must come from the lockfile.
  const env = { ...process.env, npm_config_registry: 'http://127.0.0.1:9/' };
  said = execFileSync(process.execPath, ['--import', 'tsx', 'env/sbom.ts', file], { encoding: 'utf8', env });
  bom = read(file) as Bom;
});
afterAll(() => rmSync(folder, { recursive: true }));

const named = (name: string) => bom.components.filter((one) => one.name === name).map(({ version }) => version);

describe('the bill of materials', () => {
  it('is CycloneDX, of Lantern, and says where it lies', () => {
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { name: 'lantern' } } });
    expect(bom.specVersion).toMatch(/^1\.\d$/);
    expect(bom.metadata.component.version).toBe(own.version);
    expect(said).toBe(`${file}: ${bom.components.length} packages\n`);
  });

  it('holds each package that the product asks for, in its version', () => {
    const found = Object.keys(own.dependencies).map((name) => [
      name,
      named(name).includes(own.dependencies[name] ?? ''),
    ]);
    expect(found.filter(([, there]) => !there)).toEqual([]);
  });

  it('holds all that the lockfile would install for production, and nothing that is only for development', () => {
    const places = Object.entries(lock.packages).filter(([place]) => place.startsWith('node_modules/'));
    const keyOf = (place: string, version = '') => `${place.slice(place.lastIndexOf('node_modules/') + 13)}@${version}`;
    const of = (dev: boolean) =>
      new Set(places.filter(([, one]) => (one.dev ?? false) === dev).map(([place, one]) => keyOf(place, one.version)));
    const held = bom.components.map(({ name, version }) => `${name}@${version}`);
    expect(held.length).toBeGreaterThan(Object.keys(own.dependencies).length);
    expect(held.sort()).toEqual([...of(false)].sort());
    const onlyDev = Object.entries(own.devDependencies).filter(
      ([name, version]) => !of(false).has(`${name}@${version}`),
    );
    expect(onlyDev.length).toBeGreaterThan(15);
    expect(onlyDev.filter(([name, version]) => held.includes(`${name}@${version}`))).toEqual([]);
  });

  it('says what needs what, among what it holds', () => {
    const refs = new Set(bom.dependencies.map(({ ref }) => ref));
    const loose = bom.dependencies.flatMap(({ dependsOn }) => dependsOn.filter((on) => !refs.has(on)));
    expect(loose).toEqual([]);
    expect(bom.dependencies.find(({ ref }) => ref.startsWith('express@'))?.dependsOn.length).toBeGreaterThan(5);
  });

  it('gives each its digest and its package address, and names no host', () => {
    expect(bom.components.filter(({ hashes }) => !hashes?.some(({ alg }) => alg === 'SHA-512'))).toEqual([]);
    expect(bom.components.filter(({ purl }) => !purl.startsWith('pkg:npm/'))).toEqual([]);
    expect(readFileSync(file, 'utf8')).not.toContain('registry');
  });
});
