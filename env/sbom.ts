/**
 * The bill of materials of what is deployed, as CycloneDX JSON: every package that the lockfile would install for production, on
 * whichever platform, with its version and digest. It is read from the lockfile alone, so it needs no network.
 *   npm run sbom [-- FILE]
 * Without a file it goes to `dist/sbom.cdx.json`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly version?: string; readonly dev?: boolean }>>;
}
interface Bom {
  readonly metadata: { readonly component: Readonly<Record<string, unknown>> };
  readonly components: readonly { readonly 'bom-ref': string }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const file = resolve(process.argv[2] ?? join(root, 'dist', 'sbom.cdx.json'));

// npm's own `--omit=dev` also leaves out what a development package merely asks to find beside it (tsx, OpenTelemetry's API).
const args = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only', '--offline', '--loglevel=error'];
const printed = execFileSync('npm', args, {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 64 * 1_048_576,
  shell: process.platform === 'win32',
});

const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock;
const inside = 'node_modules/';
const deployed = new Set(
  Object.entries(packages)
    .filter(([place, { dev }]) => place !== '' && !dev)
    .map(([place, { version = '' }]) => `${place.slice(place.lastIndexOf(inside) + inside.length)}@${version}`),
);

const { metadata, components, dependencies, ...rest } = JSON.parse(printed) as Bom;
const own = String(metadata.component['bom-ref']);
const bom = {
  ...rest,
  // npm calls the product by the folder that it lies in.
  metadata: { ...metadata, component: { ...metadata.component, name: 'lantern' } },
  components: components.filter((one) => deployed.has(one['bom-ref'])),
  dependencies: dependencies
    .filter(({ ref }) => ref === own || deployed.has(ref))
    .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((on) => deployed.has(on)) })),
};
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bom, undefined, 2)}\n`);
console.log(`${file}: ${bom.components.length} packages`);
