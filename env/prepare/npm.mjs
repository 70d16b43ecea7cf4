import { spawnSync } from 'node:child_process';

/**
 * Runs npm, the very one that runs us where there is one, without standard input: it can ask nothing.
 * @param {string} root the checkout
 * @param {readonly string[]} args e.g. `['ci']`
 * @returns {boolean} whether it succeeded
 */
export function npm(root, args) {
  const own = process.env.npm_execpath;
  const useOwn = own !== undefined && /npm(-cli)?\.c?js$/.test(own);
  const [command, first] = useOwn ? [process.execPath, [own]] : ['npm', []];
  const done = spawnSync(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: !useOwn && process.platform === 'win32',
    env: { ...process.env, LANTERN_PREPARING: '1' },
  });
  return done.status === 0;
}
