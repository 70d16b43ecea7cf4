import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { holdLooks } from '../../support/hold-looks.ts';
import { startTabBrowser, type TabBrowser } from '../../support/tab-browser.ts';
import { lookAt } from './look-at.ts';
import { screens } from './screens-to-look-at.ts';

let browser: TabBrowser;
beforeAll(async () => {
  browser = await startTabBrowser();
});
afterEach(async () => {
  const complaints = [...browser.complaints];
  await browser.afterTest();
  expect(complaints).toEqual([]);
});
afterAll(() => browser.close());

const desktop = { width: 1440, height: 900 };

lookAt(screens, () => browser);

it('follows the theme while it is open, without asking for anything again', async () => {
  const { page, tab } = await browser.visit('person=priya', desktop);
  await tab.getByText('Ellie Marsden').waitFor();
  const ground = () =>
    tab.locator('.fui-FluentProvider').evaluate((element) => getComputedStyle(element).backgroundColor);
  const light = await ground();
  await page.getByLabel('Theme').selectOption('dark');
  await expect.poll(ground).not.toBe(light);
  expect(await tab.locator('html').evaluate((element) => element.style.colorScheme)).toBe('dark');
  expect(browser.stub().requests).toHaveLength(1);
});

it('says how urgent it is in words and with a sign, not by colour alone', async () => {
  const { tab } = await browser.visit('person=priya', desktop);
  const marks = tab.locator('td .fui-Badge').filter({ hasText: /danger|today|hours|Routine/ });
  await marks.first().waitFor();
  const shapes = await marks.evaluateAll((found) =>
    found.map((mark) => `${mark.textContent} ${mark.querySelector('path')?.getAttribute('d') ?? 'no sign'}`),
  );
  expect(new Set(shapes).size).toBe(4);
  expect(shapes.join()).not.toContain('no sign');
});

it('is busy, for screen readers too, while it loads', async () => {
  const page = await browser.bare();
  const release = await holdLooks(page, '**/api/desk');
  await page.goto(`${browser.hosted.hostOrigin}/host?person=priya`);
  const tab = page.frameLocator('#tab');
  expect(await tab.getByLabel('Loading your desk').getAttribute('aria-busy')).toBe('true');
  release();
  await tab.getByText('Ellie Marsden').waitFor();
  expect(await tab.getByLabel('Loading your desk').count()).toBe(0);
});
