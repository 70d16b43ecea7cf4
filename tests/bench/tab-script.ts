import { join } from 'node:path';
import { buildTab } from '../../src/local/build-tab.ts';
import { projectRoot } from '../../src/local/lantern-process.ts';
import { firstScreen } from '../support/first-screen.ts';
import type { Measured } from './figure.ts';

/**
 * Weighs the scripts that the first screen waits for, as they travel.
 * @param folder a build of the tab; the product's own when absent
 */
export async function measureTabScript(folder?: string): Promise<Measured> {
  if (folder === undefined) await buildTab();
  const { files, bytes } = firstScreen(folder ?? join(projectRoot, 'dist', 'tab'));
  const kilobytes = Math.round(bytes / 100) / 10;
  return {
    figures: [{ metric: 'tab.script_kb', value: kilobytes, unit: 'kB of brotli script', yardstick: null, ratio: null }],
    rounds: files,
  };
}
