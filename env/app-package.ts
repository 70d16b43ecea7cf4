import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppManifestUtils, type TeamsManifestV1D27 } from '@microsoft/app-manifest';
import { zipSync } from 'fflate';

type Manifest = TeamsManifestV1D27.TeamsManifestV1D27;
type Schema = NonNullable<Parameters<typeof AppManifestUtils.validateAgainstSchema>[1]>;

const schemas = join(dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')), 'json-schemas/teams');
/** The same files give the same package, byte for byte: a zip cannot say less than a date. */
const anyDay = new Date(1980, 0, 1);
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A manifest with each `${{NAME}}` replaced by that setting, as Microsoft's toolkit does.
 * @throws Error that lists every name that the environment does not have
 */
export function fillManifest(text: string, settings: NodeJS.Dict<string>): string {
  const asked = [...text.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
  const missing = [...new Set(asked.filter((name) => !settings[name]))];
  if (missing.length > 0) throw new Error(`the manifest asks for what is not set: ${missing.join(', ')}`);
  return text.replaceAll(/\$\{\{(\w+)\}\}/g, (_whole, name: string) => settings[name] ?? '');
}

/** Why Teams would not take a manifest: by Microsoft's own schema of its version, from the package and not from the network, and by its ids. */
export async function manifestFaults(manifest: Manifest): Promise<readonly string[]> {
  const file = join(schemas, `v${manifest.manifestVersion}`, 'MicrosoftTeams.schema.json');
  const faults = await AppManifestUtils.validateAgainstSchema(
    manifest,
    JSON.parse(readFileSync(file, 'utf8')) as Schema,
  );
  const ids = [manifest.id, manifest.webApplicationInfo?.id, ...(manifest.bots ?? []).map(({ botId }) => botId)];
  return [...faults, ...ids.flatMap((id) => (id && guid.test(id) ? [] : [`not an id: ${String(id)}`]))];
}

/**
 * The package that Teams installs: the filled manifest and the icons it names, and nothing else.
 * @param folder where `manifest.json` and the icons lie
 * @throws Error with every fault, when Teams would not take it
 */
export async function appPackage(folder: string, settings: NodeJS.Dict<string>): Promise<Uint8Array> {
  const text = fillManifest(readFileSync(join(folder, 'manifest.json'), 'utf8'), settings);
  const manifest = JSON.parse(text) as Manifest;
  const faults = await manifestFaults(manifest);
  if (faults.length > 0) throw new Error(`the manifest is not right:\n  ${faults.join('\n  ')}`);
  const { color, outline } = manifest.icons;
  const icons = [color, outline].map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))] as const);
  const files = { 'manifest.json': new TextEncoder().encode(text), ...Object.fromEntries(icons) };
  return zipSync(files, { mtime: anyDay });
}
