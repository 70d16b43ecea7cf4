/**
 * Makes a checkout ready, so that every command works as the first one after `git clone` and asks nothing:
 *   node env/prepare.mjs [--browser]
 * The `pre…` scripts of package.json run it. It uses nothing but Node, and it is quick when all is in place.
 * What it and npm print goes to standard error: commands behind it may print data.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareBrowser } from './prepare/browser.mjs';
import { prepareDatabase } from './prepare/database.mjs';
import { requireNode } from './prepare/node-version.mjs';
import { preparePackages } from './prepare/packages.mjs';
import { Stop } from './prepare/stop.mjs';
import { tellOfStrace } from './prepare/strace.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

try {
  requireNode(process.versions.node);
  if (!process.env.LANTERN_PREPARING) {
    preparePackages(root);
    prepareDatabase(root);
    if (process.argv.includes('--browser')) {
      await prepareBrowser(root);
      tellOfStrace();
    }
  }
} catch (fault) {
  if (!(fault instanceof Stop)) throw fault;
  console.error(`\nLantern is not ready: ${fault.message}\n`);
  process.exitCode = 1;
}
