import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installBrowser } from './install-browser.mjs';
import { installedBrowser, starts } from './installed-browser.mjs';
import { Stop } from './stop.mjs';

function remembered(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

/**
 * Finds a Chromium or Chrome, or installs one, and notes its path in `.lantern/browser` for the tests.
 * @param {string} root the checkout
 * @throws {Stop} when there is none and none can be installed, or when the one asked for does not start
 */
export async function prepareBrowser(root) {
  const note = join(root, '.lantern', 'browser');
  const known = remembered(note);
  const wanted = process.env.LANTERN_BROWSER || process.env.CHROME_PATH;
  if (existsSync(known) && (!wanted || wanted === known)) return;
  if (wanted && !starts(wanted)) {
    throw new Stop(`${wanted}, named by LANTERN_BROWSER or CHROME_PATH, is not a browser that starts.`);
  }
  const found = wanted || installedBrowser(process.platform, process.env) || (await installBrowser(root));
  mkdirSync(join(root, '.lantern'), { recursive: true, mode: 0o700 });
  writeFileSync(note, `${found}\n`);
}
