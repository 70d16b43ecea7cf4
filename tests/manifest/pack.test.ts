import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, it, onTestFinished } from 'vitest';
import { appPackage } from '../../env/app-package.ts';
import { settingsOf } from './settings-of.ts';

const settings = settingsOf('local');

it('holds the filled manifest and the two icons, and nothing else', async () => {
  const files = unzipSync(await appPackage('appPackage', settings));
  expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
  const manifest = new TextDecoder().decode(files['manifest.json']);
  expect(JSON.parse(manifest)).toMatchObject({ id: settings.TEAMS_APP_ID });
  expect(manifest).not.toContain('${{');
  expect(Buffer.from(files['color.png'] ?? []).equals(readFileSync('appPackage/color.png'))).toBe(true);
});

it('is the same, byte for byte, each time', async () => {
  const [one, two] = [await appPackage('appPackage', settings), await appPackage('appPackage', settings)];
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true);
});

it('is not made for an environment that is not filled in, and names all that is missing', async () => {
  await expect(appPackage('appPackage', settingsOf('dev'))).rejects.toThrow(/TEAMS_APP_ID.*BOT_APP_ID.*API_APP_ID/);
});

it('is not made with an id that is none, or a manifest that Teams would refuse', async () => {
  await expect(appPackage('appPackage', { ...settings, BOT_APP_ID: 'the bot' })).rejects.toThrow('the bot');
  const folder = mkdtempSync(join(tmpdir(), 'lantern-pack-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync('appPackage', folder, { recursive: true });
  const text = readFileSync('appPackage/manifest.json', 'utf8');
  writeFileSync(join(folder, 'manifest.json'), text.replace('"accentColor"', '"accentColour"'));
  await expect(appPackage(folder, settings)).rejects.toThrow('the manifest is not right');
});

it('the command writes it into an ignored folder, and fails aloud for an environment that does not exist', () => {
  const said = execFileSync('node', ['--import', 'tsx', 'env/pack.ts'], { encoding: 'utf8' });
  expect(said).toContain('lantern-local.zip');
  expect(execFileSync('git', ['check-ignore', 'dist/pack/lantern-local.zip'], { encoding: 'utf8' })).toContain('dist');
  const failed = spawnSync('node', ['--import', 'tsx', 'env/pack.ts', 'nowhere'], { encoding: 'utf8' });
  expect(failed.status).toBe(1);
  expect(failed.stderr).toContain('there is no env/.env.nowhere');
});
