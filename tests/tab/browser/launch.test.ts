import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { launch } from '../../support/browser.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

it('what Playwright switches off in Chromium stays switched off', async () => {
  const page = await browser.newPage();
  await page.goto('chrome://version');
  const told = await page.locator('#command_line').innerText();
  await page.close();
  const lists = [...told.matchAll(/--disable-features=(\S+)/g)].map(([, list]) => (list ?? '').split(','));
  const [playwrights = [], ours = []] = lists;
  expect(lists).toHaveLength(2);
  expect(playwrights.filter((feature) => !ours.includes(feature))).toEqual([]);
});

it('a window loads nothing but what it is told to show', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto('about:blank');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] });
  expect(targetInfos.map(({ url }) => url).filter((url) => url.startsWith('chrome:'))).toEqual([]);
});
