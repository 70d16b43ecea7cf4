import { Stop } from './stop.mjs';

/**
 * Lantern runs on Node 20.19, 22.12 and newer: what its packages ask for (vite's `engines` is the narrowest).
 * @param {string} version e.g. `20.19.0`
 * @throws {Stop} for an older Node
 */
export function requireNode(version) {
  const [major, minor] = version.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22) return;
  throw new Stop(
    `it needs Node 20.19, 22.12 or newer, and this is Node ${version}. Install the current LTS from https://nodejs.org and try again.`,
  );
}
