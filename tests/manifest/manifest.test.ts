import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { AppManifestUtils, type TeamsManifestV1D27 } from '@microsoft/app-manifest';
import { expect, it } from 'vitest';
import { commandOf, commands } from '../../bot/commands.ts';
import { fillManifest, settingsOf } from './fill-manifest.ts';

type Manifest = TeamsManifestV1D27.TeamsManifestV1D27;
type Schema = NonNullable<Parameters<typeof AppManifestUtils.validateAgainstSchema>[1]>;

const schemas = join(dirname(createRequire(import.meta.url).resolve('@microsoft/app-manifest')), 'json-schemas/teams');
const text = readFileSync('appPackage/manifest.json', 'utf8');
const settings = settingsOf('local');
const manifest = JSON.parse(fillManifest(text, settings)) as Manifest;

/** Against Microsoft's own schema of the version that the manifest names, from the package and not from the network. */
function faultsOf(candidate: Manifest): Promise<readonly string[]> {
  const file = join(schemas, `v${candidate.manifestVersion}`, 'MicrosoftTeams.schema.json');
  return AppManifestUtils.validateAgainstSchema(candidate, JSON.parse(readFileSync(file, 'utf8')) as Schema);
}

it('keeps Microsoft’s schema', async () => {
  expect(await faultsOf(manifest)).toEqual([]);
});

it('would not keep it with an unknown property or a colour by name', async () => {
  const broken = { ...manifest, accentColor: 'amber', bots: [{ ...manifest.bots![0]!, nickname: 'Lantern' }] };
  expect(await faultsOf(broken)).toHaveLength(2);
});

it('names the schema of its own version', () => {
  expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
});

it('takes ids and host from the environment, none from the file', () => {
  expect(text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/i);
  expect(manifest.id).toBe(settings.TEAMS_APP_ID);
  expect(manifest.bots?.[0]?.botId).toBe(settings.BOT_APP_ID);
  expect(() => fillManifest(text, {})).toThrow('TEAMS_APP_ID');
});

it('lets the bot speak in a person’s own chat only', () => {
  expect(manifest.bots?.map((bot) => bot.scopes)).toEqual([['personal']]);
  expect(manifest.composeExtensions ?? manifest.configurableTabs ?? manifest.connectors).toBeUndefined();
});

it('offers the commands that the bot answers', () => {
  const offered = manifest.bots?.[0]?.commandLists?.flatMap((list) => list.commands.map((command) => command.title));
  expect([...(offered ?? [])].sort()).toEqual([...commands].sort());
  expect(offered?.filter((title) => commandOf(title) === undefined)).toEqual([]);
});

it('opens the desk from Lantern’s own host, and trusts no other', () => {
  expect(manifest.staticTabs).toEqual([
    { entityId: 'desk', name: 'Concerns', contentUrl: `https://${settings.LANTERN_HOST}/tab/`, scopes: ['personal'] },
  ]);
  expect(manifest.validDomains).toEqual([settings.LANTERN_HOST]);
});

it('signs a person in to the API’s registration, not to the bot’s', () => {
  expect(manifest.webApplicationInfo).toEqual({
    id: settings.API_APP_ID,
    resource: `api://${settings.LANTERN_HOST}/${settings.API_APP_ID}`,
  });
});

it('asks for no permission but to know who is there', () => {
  expect(manifest.permissions).toEqual(['identity']);
  expect(manifest.authorization ?? manifest.devicePermissions).toBeUndefined();
});

it('has the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(manifest.version).toBe(version);
});
