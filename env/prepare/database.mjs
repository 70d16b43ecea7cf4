import { spawnSync } from 'node:child_process';
import { npm } from './npm.mjs';
import { Stop } from './stop.mjs';

const driver = 'better-sqlite3-multiple-ciphers';
const open = `new (require('${driver}'))(':memory:').close()`;

/** In a process of its own: a binary built for another Node can take its process down with it. */
const loads = (root) => spawnSync(process.execPath, ['-e', open], { cwd: root, stdio: 'ignore' }).status === 0;

/**
 * Makes sure that the database driver's binary loads on this machine. npm may leave it out without an error, and
 * a binary of another Node version does not load; building it once mends both.
 * @param {string} root the checkout
 * @throws {Stop} when it does not load after that either
 */
export function prepareDatabase(root) {
  if (loads(root)) return;
  console.error('Building the database driver (about two minutes) …');
  npm(root, ['rebuild', driver]);
  if (loads(root)) return;
  throw new Stop(
    `the database driver (${driver}) does not load. Where no ready-made binary can be fetched it is compiled, which takes ` +
      'Python 3, make and a C++ compiler. Install them, then run: npm rebuild ' +
      driver,
  );
}
