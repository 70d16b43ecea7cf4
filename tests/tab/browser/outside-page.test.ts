import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { barriers } from '../../support/appearance.ts';
import { launch } from '../../support/browser.ts';
import { outsideScene, wrong, type OutsideScene } from '../../support/outside-scene.ts';
import { startTabApi, type TabApi } from '../../support/tab-api.ts';

let scene: OutsideScene;
let api: TabApi;
let browser: Browser;
beforeAll(async () => {
  scene = await outsideScene();
  api = await startTabApi({ outside: { door: scene.door, take: () => 0 } });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await api?.close();
  scene?.close();
});

/** How far the page can be pushed sideways, in pixels. */
const overhang = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function visit(secret: string, look: Parameters<Browser['newContext']>[0] = {}) {
  const context = await browser.newContext(look);
  onTestFinished(() => context.close());
  const page: Page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(`${api.origin}/outside/${secret}`);
  return { page, complaints };
}

it('a professional types the code and keeps the file, with the keyboard alone and without a script', async () => {
  const { secret, code } = await scene.sent();
  const { page, complaints } = await visit(secret, { javaScriptEnabled: false });
  await page.keyboard.press('Tab');
  await page.keyboard.type(`${code.slice(0, 4)} ${code.slice(4)}`);
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toBe('Minutes M-2026-0001.pdf');
  expect(complaints).toEqual([]);
});

it('whoever types a wrong code is told so beside the field, and may try again at once', async () => {
  const { secret, code } = await scene.sent();
  const { page } = await visit(secret);
  await page.getByLabel('Code').fill(wrong(code));
  await page.getByRole('button', { name: 'Open the minutes' }).click();
  await page.getByRole('alert').getByText('this link does not work any more').waitFor();
  const field = page.getByLabel('Code');
  expect(await field.getAttribute('aria-describedby')).toBe('problem hint');
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.fill(code);
  const [file] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(file.suggestedFilename()).toBe('Minutes M-2026-0001.pdf');
});

it.each(['light', 'dark'] as const)('can be read on a phone and on a wide screen, %s', async (colorScheme) => {
  const { secret, code } = await scene.sent();
  for (const width of [360, 1440]) {
    const { page } = await visit(secret, { colorScheme, viewport: { width, height: 780 } });
    await page.screenshot({ path: `.screens/outside-${width}-${colorScheme}.png` });
    expect(await barriers(page, 'default', 'host')).toEqual([]);
    expect(await overhang(page)).toBe(0);
    await page.getByLabel('Code').fill(wrong(code));
    await page.getByRole('button').click();
    await page.getByRole('alert').waitFor();
    await page.screenshot({ path: `.screens/outside-refused-${width}-${colorScheme}.png` });
    expect(await barriers(page, 'default', 'host')).toEqual([]);
    expect(await overhang(page)).toBe(0);
  }
});
