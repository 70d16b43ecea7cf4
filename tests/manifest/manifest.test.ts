import { readFileSync } from 'node:fs';
import type { TeamsManifestV1D27 } from '@microsoft/app-manifest';
import { expect, it } from 'vitest';
import { commandOf, commands } from '../../bot/commands.ts';
import { fillManifest, manifestFaults } from '../../env/app-package.ts';
import { settingsOf } from './settings-of.ts';

type Manifest = TeamsManifestV1D27.TeamsManifestV1D27;

const text = readFileSync('appPackage/manifest.json', 'utf8');
const settings = settingsOf('local');
const manifest = JSON.parse(fillManifest(text, settings)) as Manifest;

it('keeps Microsoft’s schema', async () => {
  expect(await manifestFaults(manifest)).toEqual([]);
});

it('would not keep it with an unknown property or a colour by name', async () => {
  const broken = { ...manifest, accentColor: 'amber', bots: [{ ...manifest.bots![0]!, nickname: 'Lantern' }] };
  expect(await manifestFaults(broken)).toHaveLength(2);
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

it('lets the bot speak in a person’s own chat and post in teams, and listen for commands in the chat only', () => {
  expect(manifest.bots?.map((bot) => bot.scopes)).toEqual([['personal', 'team']]);
  expect(manifest.bots?.flatMap((bot) => bot.commandLists?.map((list) => list.scopes))).toEqual([['personal']]);
  expect(manifest.supportsChannelFeatures).toBe('tier1');
  expect(manifest.composeExtensions ?? manifest.connectors).toBeUndefined();
});

it('offers the commands that the bot answers', () => {
  const offered = manifest.bots?.[0]?.commandLists?.flatMap((list) => list.commands.map((command) => command.title));
  expect([...(offered ?? [])].sort()).toEqual([...commands].sort());
  expect(offered?.filter((title) => commandOf(title) === undefined)).toEqual([]);
});

it('opens the desk from Lantern’s own host, and trusts no other', () => {
  expect(manifest.staticTabs).toEqual([
    {
      ...{ entityId: 'desk', name: 'Concerns', scopes: ['personal'] },
      contentUrl: `https://${settings.LANTERN_HOST}/tab/?theme={app.theme}`,
    },
    {
      ...{ entityId: 'meetings', name: 'Meetings', scopes: ['groupChat'] },
      contentUrl: `https://${settings.LANTERN_HOST}/tab/meetings?theme={app.theme}`,
      // Beside a meeting and on its stage, and nowhere else in its chat.
      context: ['meetingSidePanel', 'meetingStage'],
    },
  ]);
  expect(manifest.validDomains).toEqual([settings.LANTERN_HOST]);
});

it('has one tab that is put into channels, of every kind of channel, and into no chat', () => {
  expect(manifest.configurableTabs).toEqual([
    {
      configurationUrl: `https://${settings.LANTERN_HOST}/tab/channel/settings?theme={app.theme}`,
      ...{ canUpdateConfiguration: false, scopes: ['team'], context: ['channelTab'] },
    },
  ]);
  // Without it Teams offers no app in private and shared channels.
  expect(manifest.supportsChannelFeatures).toBe('tier1');
});

it('signs a person in to the API’s registration, not to the bot’s', () => {
  expect(manifest.webApplicationInfo).toEqual({
    id: settings.API_APP_ID,
    resource: `api://${settings.LANTERN_HOST}/${settings.API_APP_ID}`,
  });
});

it('asks for no permission but to know who is there, to show a page on the stage of the meeting it lies beside, and to see whether a post is in its channel', () => {
  expect(manifest.permissions).toEqual(['identity']);
  expect(manifest.authorization).toEqual({
    permissions: {
      resourceSpecific: [
        { name: 'MeetingStage.Write.Chat', type: 'Delegated' },
        { name: 'ChannelMessage.Read.Group', type: 'Application' },
      ],
    },
  });
  expect(manifest.devicePermissions).toBeUndefined();
});

it('has the version of the package', () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  expect(manifest.version).toBe(version);
});
