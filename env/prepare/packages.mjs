import { statSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { Stop } from './stop.mjs';

const changed = (file) => statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;

/**
 * Installs exactly what package-lock.json says when node_modules is missing, unfinished or older than it.
 * npm writes node_modules/.package-lock.json last, so its time stamp tells.
 * @param {string} root the checkout
 * @throws {Stop} when npm fails
 */
export function preparePackages(root) {
  const installed = changed(join(root, 'node_modules', '.package-lock.json'));
  if (installed >= changed(join(root, 'package-lock.json'))) return;
  console.error('Installing packages (a few minutes the first time) …');
  if (!npm(root, ['ci', '--include=dev', '--no-fund', '--no-audit'])) {
    throw new Stop('npm could not install the packages. Its messages above say why; mostly the network or a proxy.');
  }
}
