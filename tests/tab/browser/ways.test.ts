import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startTabBrowser, type TabBrowser } from '../../support/tab-browser.ts';

let browser: TabBrowser;
beforeAll(async () => {
  browser = await startTabBrowser();
});
afterEach(() => browser.afterTest());
afterAll(() => browser.close());

const phone = { width: 360, height: 780 };
const ways = (tab: FrameLocator) => tab.getByRole('navigation', { name: 'Lantern' });
const shown = (tab: FrameLocator) => ways(tab).getByRole('link').allInnerTexts();

it('a telephone shows the first ways, the others when they are asked for, and always the one where one is', async () => {
  const { page, tab } = await browser.visit('person=priya', phone);
  await tab.getByText('Ellie Marsden').first().waitFor();
  expect(await shown(tab)).toEqual(['Concerns', 'Meetings', 'My actions', 'Briefings']);
  const more = ways(tab).getByRole('button', { name: 'More' });
  expect(await more.getAttribute('aria-expanded')).toBe('false');
  await more.press('Enter');
  const fewer = ways(tab).getByRole('button', { name: 'Fewer' });
  expect(await fewer.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await fewer.getAttribute('aria-expanded')).toBe('true');
  await ways(tab).getByRole('link', { name: 'Journal' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Journal' }).waitFor();
  await fewer.click();
  expect(await shown(tab)).toEqual(['Concerns', 'Meetings', 'My actions', 'Briefings', 'Journal']);

  await page.setViewportSize({ width: 1440, height: 900 });
  await ways(tab).getByRole('link', { name: 'Roster' }).waitFor();
  expect(await ways(tab).getByRole('button').count()).toBe(0);
});

it('whoever has few ways is shown them all', async () => {
  const { tab } = await browser.visit('person=daniel', phone);
  await ways(tab).getByRole('link', { name: 'My reports' }).waitFor();
  expect(await ways(tab).getByRole('button').count()).toBe(0);
});
