import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installedBrowser, starts } from './installed-browser.mjs';
import { Stop } from './stop.mjs';

const run = (command, args, cwd) =>
  spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;

function fromDebian(root) {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return undefined;
  console.error('Installing Chromium with apt-get …');
  const lock = ['-o', 'DPkg::Lock::Timeout=120'];
  run('apt-get', [...lock, 'update'], root);
  run('apt-get', [...lock, 'install', '-y', 'chromium'], root);
  return installedBrowser(process.platform, process.env);
}

async function playwrightsOwn() {
  const { chromium } = await import('playwright-core');
  const path = chromium.executablePath();
  return path && starts(path) ? path : undefined;
}

async function fromPlaywright(root) {
  console.error('Fetching the Chromium of Playwright …');
  run(process.execPath, [join(root, 'node_modules', 'playwright-core', 'cli.js'), 'install', 'chromium'], root);
  return playwrightsOwn();
}

/**
 * Installs a browser: Debian's as root, else Playwright's own build, which lands in the user's cache.
 * @param {string} root the checkout
 * @returns {Promise<string>} its path
 * @throws {Stop} when neither works
 */
export async function installBrowser(root) {
  const path = (await playwrightsOwn()) ?? fromDebian(root) ?? (await fromPlaywright(root));
  if (path) return path;
  throw new Stop(
    'the tests need a browser and none could be installed. Install Chromium or Google Chrome (on Debian, as root: ' +
      'apt-get install chromium), or set LANTERN_BROWSER to the path of one.',
  );
}
