import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser } from 'playwright-core';

const note = new URL('../../.lantern/browser', import.meta.url);
const prepare = new URL('../../env/prepare.mjs', import.meta.url);

const read = () => readFileSync(note, 'utf8').trim();

/**
 * Path of the Chromium or Chrome that env/prepare.mjs found; looks for one first when it has not been run yet.
 * @throws Error when there is none and none can be installed
 */
export function browserPath(): string {
  try {
    return read();
  } catch {
    execFileSync(process.execPath, [fileURLToPath(prepare), '--browser'], { stdio: ['ignore', 2, 2] });
    return read();
  }
}

/**
 * What Playwright switches off for itself (one list takes the place of the other), then the suggestions under Chromium's own
 * address bar: nobody sees them, and loading them costs each new window as much as a page of ours.
 */
const features = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'msForceBrowserSignIn',
  'msEdgeUpdateLaunchServicesPreferredVersion',
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
];

/** Headless, and unable to reach any host but this machine: by its own wish, or by a page's. */
export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${features.join(',')}`,
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
}
