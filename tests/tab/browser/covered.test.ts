import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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

const words = 'A bruise on 9 December, seen by Daniel Osei.';
const within = { timeout: 30_000 };

interface Writing {
  readonly page: Page;
  readonly tab: FrameLocator;
}
/** Somebody has begun to write what the school brings to a conference: pages of it, and nothing is saved yet. */
async function begin(): Promise<Writing> {
  browser.stub().followed = true;
  const { page, tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name: 'Initial child protection conference' }).click();
  await tab.getByRole('button', { name: 'Write: Ellie Marsden' }).click();
  await field(tab).fill(words);
  await expect.poll(() => browser.stub().followers()).toBeGreaterThan(0);
  return { page, tab };
}
const field = (tab: FrameLocator) => tab.getByLabel('What the school has seen and heard');
const meeting = () =>
  browser
    .stub()
    .requests.map(({ path }) => path)
    .findLast((path) => /^\/api\/meetings\/\w+$/.test(path))!;
/** The meeting, and nothing below it, is asked for anew and answered so. */
async function answer({ page }: Writing, code: string, status: number): Promise<void> {
  const path = meeting();
  const json = { code, message: 'Said by the test.' };
  await page.context().route(`**${path}`, (route) => route.fulfill({ status, json }), { times: 1 });
  browser.stub().tell([path.replace('/api/meetings/', 'meeting/')]);
}

describe('what somebody has begun to write', () => {
  it('is covered while nobody is signed in, and stands there again when they are', async () => {
    const writing = await begin();
    const { tab } = writing;
    await answer(writing, 'not-signed-in', 401);
    await tab.getByRole('heading', { name: 'This did not load' }).waitFor();
    expect(await tab.getByRole('main').innerText()).toContain('what you typed here is kept');
    expect(await field(tab).isVisible()).toBe(false);
    expect(await tab.locator('html').innerText()).not.toMatch(/Ellie|Marsden|bruise/);
    await tab.getByRole('button', { name: 'Try again' }).click();
    await expect.poll(() => field(tab).isVisible()).toBe(true);
    expect(await field(tab).inputValue()).toBe(words);
    expect(await field(tab).evaluate((one) => one === one.ownerDocument.activeElement)).toBe(true);
    await tab.getByRole('form', { name: 'What the school brings' }).getByRole('button', { name: 'Save' }).click();
    await tab.getByRole('region', { name: 'What the school brings' }).getByText('Saved.').waitFor();
    const saved = browser
      .stub()
      .requests.find(({ method, path }) => method === 'POST' && path.includes('contributions'));
    expect(saved?.body).toMatchObject({ texts: { seen: words } });
  });

  it('comes back by itself once Teams signs the person in', async () => {
    const { page, tab } = await begin();
    await page.context().route('**/local/sign-in', (route) => route.fulfill({ status: 500 }));
    browser.stub().tell(['*']);
    await tab.getByRole('heading', { name: 'This did not load' }).waitFor();
    await page.context().unroute('**/local/sign-in');
    await expect.poll(() => field(tab).isVisible(), within).toBe(true);
    expect(await field(tab).inputValue()).toBe(words);
  });

  it('leaves the page where they may not see the meeting any more', async () => {
    const writing = await begin();
    const { tab } = writing;
    await answer(writing, 'not-found', 404);
    await tab.getByRole('heading', { name: 'Nothing to show here' }).waitFor();
    expect(await field(tab).count()).toBe(0);
  });
});
