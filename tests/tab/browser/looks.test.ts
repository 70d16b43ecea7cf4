import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { barriers, overhang, themes, wear } from '../../support/appearance.ts';
import { hideNames, naming } from '../../support/names-said.ts';
import { startTabBrowser, type TabBrowser } from '../../support/tab-browser.ts';
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

const phone = { width: 360, height: 780 };
const desktop = { width: 1440, height: 900 };

const keep = (page: Page, name: string) => page.screenshot({ path: `.screens/tab-${name}.png` });

/** What 1280 pixels are at 400 %: WCAG 1.4.10. */
const zoomed = { width: 320, height: 256 };

it.each(screens)(
  '$name: axe finds nothing serious in any theme, nor on a phone by day or by night, it needs no sideways scrolling on a phone nor at 400 % zoom, and it names no child while names are hidden',
  async ({ name, query, before, ready }) => {
    const [first, ...rest] = browser.stub().concerns;
    const long = { childAsTyped: 'x'.repeat(255), words: `${first!.words}${'ab'.repeat(400)}` };
    browser.stub().concerns = [{ ...first!, ...long }, ...rest];
    before?.(browser.stub());
    const { page, tab } = await browser.visit(query, desktop);
    await ready(tab);
    for (const theme of themes) {
      await wear(page, tab, theme);
      if (theme !== 'contrast') await keep(page, `${name}-1440-${theme}`);
      expect(await barriers(page, theme), theme).toEqual([]);
    }
    await page.setViewportSize(phone);
    // What was being filled in is what is looked at: on a phone it lies far below.
    await page.frames()[1]!.evaluate(() => {
      if (document.activeElement !== document.body) document.activeElement?.scrollIntoView({ block: 'center' });
    });
    for (const theme of ['dark', 'default'] as const) {
      await wear(page, tab, theme);
      await keep(page, `${name}-360-${theme}`);
      expect(await barriers(page, theme), `${theme} on a phone`).toEqual([]);
      expect(await overhang(page), `${theme} on a phone`).toBe(0);
    }
    expect(await tab.getByRole('table').count()).toBe(0);
    await page.setViewportSize(zoomed);
    expect(await overhang(page)).toBe(0);
    await page.setViewportSize(desktop);
    if ((await tab.getByRole('button', { name: 'Hide names' }).count()) > 0) await hideNames(page, tab);
    expect(await naming(tab)).toEqual([]);
  },
);

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
  let release = () => {};
  const released = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/api/desk', async (route) => {
    await released;
    await route.continue();
  });
  await page.goto(`${browser.hosted.hostOrigin}/host?person=priya`);
  const tab = page.frameLocator('#tab');
  expect(await tab.getByLabel('Loading your desk').getAttribute('aria-busy')).toBe('true');
  release();
  await tab.getByText('Ellie Marsden').waitFor();
  expect(await tab.getByLabel('Loading your desk').count()).toBe(0);
});
