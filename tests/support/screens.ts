import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { readTestSettings } from '../../src/config.ts';

const folder = fileURLToPath(new URL('../../.screens', import.meta.url));
const widths = [1440, 360] as const;
/** Pictures are for people, and four of a page cost a second of CPU time. */
const { screens: wanted } = readTestSettings();

const fileOf = (name: string) => {
  mkdirSync(folder, { recursive: true });
  return join(folder, `e2e-${name}.png`);
};

/** Keeps a card as it looks in a wide window and on a telephone, to be looked at: the ignored folder `.screens`, where LANTERN_TEST_SCREENS=on. */
export async function keepCard(card: Locator, name: string): Promise<void> {
  if (!wanted) return;
  await card.scrollIntoViewIfNeeded();
  await card.page().screenshot({ path: fileOf(`${name}-1440`) });
  // The Playground's own page is never narrow; what a telephone leaves to a card is.
  await card.evaluate((element) => (element.style.width = '320px'));
  await card.screenshot({ path: fileOf(`${name}-360`) });
  await card.evaluate((element) => (element.style.width = ''));
}

/** Keeps a page of the tab at both widths, in light and dark, where LANTERN_TEST_SCREENS=on. */
export async function keepPage(page: Page, name: string): Promise<void> {
  if (!wanted) return;
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 360 ? 780 : 900 });
    for (const theme of ['default', 'dark']) {
      await page.getByLabel('Theme').selectOption(theme);
      await page.frameLocator('#tab').locator(`html[data-theme=${theme}]`).waitFor();
      await page.screenshot({ path: fileOf(`${name}-${width}-${theme}`) });
    }
    await page.getByLabel('Theme').selectOption('default');
  }
  await page.setViewportSize({ width: 1440, height: 900 });
}
