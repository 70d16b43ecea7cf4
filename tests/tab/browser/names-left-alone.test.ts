import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { seen } from '../../support/appearance.ts';
import { startTabBrowser, type TabBrowser } from '../../support/tab-browser.ts';

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

const row = (tab: FrameLocator) => tab.getByRole('link', { name: 'Ellie Marsden' });
const hidden = (tab: FrameLocator) => tab.getByText('Name hidden').first();
const said = (tab: FrameLocator, text: string) =>
  tab.getByRole('status').getByText(text).waitFor({ state: 'attached' });
/** A hand on the mouse, over the tab, which has felt it: the browser hands a movement on with the next picture it draws. */
const touch = async (page: Page) => {
  const felt = await page.frames()[1]!.evaluateHandle(() => ({
    it: new Promise((done) => window.addEventListener('pointermove', done, { once: true })),
  }));
  await page.mouse.move(400, 500);
  await page.mouse.move(420, 520);
  await felt.evaluate(async ({ it }) => void (await it));
};

it('names are hidden on a screen that nobody has touched for five minutes, and not a moment before', async () => {
  const page = await browser.bare();
  await page.clock.install({ time: new Date('2026-12-10T08:05:00Z') });
  await page.goto(`${browser.hosted.hostOrigin}/host?person=priya`);
  const tab = page.frameLocator('#tab');
  await row(tab).waitFor();
  // From here on no time passes but what the test lets pass, however slow the machine; and nothing is asked for anew under
  // another window, for no answer comes as quickly as that time flies.
  await seen(page, 'hidden');
  await page.clock.pauseAt(new Date('2026-12-10T08:06:00Z'));
  await page.clock.runFor(3 * 60_000);
  await touch(page);
  await page.clock.runFor(4 * 60_000 + 55_000);
  expect(await row(tab).count()).toBe(1);
  await page.clock.runFor(10_000);
  await hidden(tab).waitFor();
  await said(tab, 'Children’s names are hidden');
  // A touch alone shows nothing.
  await touch(page);
  expect(await row(tab).count()).toBe(0);
  await tab.getByRole('button', { name: 'Show names' }).click();
  await row(tab).waitFor();
});

it('names are hidden by the first touch of a screen that slept', async () => {
  const page = await browser.bare();
  await page.clock.install({ time: new Date('2026-12-10T08:05:00Z') });
  await page.goto(`${browser.hosted.hostOrigin}/host?person=priya`);
  const tab = page.frameLocator('#tab');
  await row(tab).waitFor();
  // Time has passed, and no timer has run.
  await page.clock.pauseAt(new Date('2026-12-10T08:06:30Z'));
  await page.clock.setSystemTime(new Date('2026-12-10T09:05:00Z'));
  expect(await row(tab).count()).toBe(1);
  await touch(page);
  await hidden(tab).waitFor();
  expect(await row(tab).count()).toBe(0);
});
