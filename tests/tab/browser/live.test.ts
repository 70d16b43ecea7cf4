import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
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

const asked = () => browser.stub().requests.map(({ method, path }) => `${method} ${path}`);
const ellie = '0'.repeat(31) + '1';

/** Whether the tab is being looked at, as the browser would tell it. */
const seen = (page: Page, state: 'visible' | 'hidden') =>
  page.frames()[1]!.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  }, state);

/** Until the page asks for nothing more. */
async function settled() {
  let before = -1;
  const quiet = () => before === (before = asked().length);
  await expect.poll(quiet, { interval: 400 }).toBe(true);
}

async function followed(query: string) {
  browser.stub().followed = true;
  const visit = await browser.visit(query);
  await expect.poll(() => browser.stub().followers()).toBe(1);
  await settled();
  return visit;
}

it('the first screen stays one call, and what changes elsewhere is shown without a press', async () => {
  const { tab } = await followed('person=priya');
  expect(asked()).toEqual(['GET /api/desk']);
  const { stub } = browser;
  const [first, ...rest] = stub().concerns;
  stub().concerns = [{ ...first!, status: 'acknowledged', takenByName: 'Tom Whitlock' }, ...rest];
  stub().tell(['concerns', `concern/${ellie}`]);
  await tab.getByRole('row').filter({ hasText: 'Ellie Marsden' }).getByText('With Tom Whitlock').waitFor();
  expect(asked()).toEqual(['GET /api/desk', 'GET /api/desk']);
});

it('fetches only what is on the screen, and however often it is told, no oftener than every two seconds', async () => {
  const { tab } = await followed(`person=priya&sub=${ellie}`);
  await tab.getByRole('heading', { level: 1, name: 'Ellie Marsden' }).waitFor();
  const before = asked().length;
  for (let times = 0; times < 10; times++)
    browser.stub().tell(['concerns', 'reports', `concern/${ellie}`, 'concern/ab']);
  await expect.poll(() => asked().slice(before)).toEqual([`GET /api/concerns/${ellie}`]);
  await expect.poll(() => asked().slice(before)).toEqual([`GET /api/concerns/${ellie}`, `GET /api/concerns/${ellie}`]);
});

it('lets a list rest behind another page of the desk', async () => {
  const { tab } = await followed('person=priya');
  await tab.getByRole('link', { name: 'My reports' }).click();
  await tab.getByText('With Priya Raman').waitFor();
  await settled();
  const before = asked().length;
  browser.stub().tell(['concerns', 'reports']);
  await expect.poll(() => asked().slice(before)).toEqual(['GET /api/reports']);
});

it('a page that is hidden follows nothing and fetches nothing; seen again it fetches once', async () => {
  const { page, tab } = await followed('person=priya');
  await tab.getByText('Ellie Marsden').first().waitFor();
  await seen(page, 'hidden');
  await expect.poll(() => browser.stub().followers()).toBe(0);
  const before = asked().length;
  browser.stub().tell(['concerns']);
  await settled();
  expect(asked().length).toBe(before);
  await seen(page, 'visible');
  await expect.poll(() => asked().length).toBe(before + 1);
  await settled();
  expect(asked().length).toBe(before + 1);
});

it('follows again by itself when the connection has ended', async () => {
  const { tab } = await followed('person=priya');
  browser.stub().dropFollowers();
  await expect.poll(() => browser.stub().followers()).toBe(0);
  await expect.poll(() => browser.stub().followers()).toBe(1);
  const before = asked().length;
  browser.stub().tell(['*']);
  await expect.poll(() => asked().length).toBe(before + 1);
  await tab.getByText('Ellie Marsden').first().waitFor();
});
