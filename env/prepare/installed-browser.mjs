import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macApps = ['Google Chrome', 'Chromium', 'Microsoft Edge'];
const windowsPrograms = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

function places(platform, env) {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return roots.flatMap((folder) => windowsPrograms.map((program) => join(folder, program)));
  }
  const onPath = (env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  if (platform !== 'darwin') return onPath;
  const folders = ['/Applications', join(env.HOME ?? '', 'Applications')];
  return [
    ...folders.flatMap((folder) => macApps.map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`))),
    ...onPath,
  ];
}

/**
 * Whether this is a browser that runs here: some systems put a script at `chromium-browser` that only asks to install it.
 * Windows opens a window when asked for the version, so there the file's presence must do.
 * @param {string} path
 */
export function starts(path) {
  if (!existsSync(path)) return false;
  return (
    process.platform === 'win32' || spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0
  );
}

/**
 * A browser made from Chromium that is installed already: on the PATH or in the system's usual places.
 * @param {NodeJS.Platform} platform
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {string | undefined} its path
 */
export const installedBrowser = (platform, env) => places(platform, env).find(starts);
