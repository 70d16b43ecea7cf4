import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { barriers, themes, wear } from '../../support/appearance.ts';
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

const ellie = '0'.repeat(31) + '1';
const row = (tab: FrameLocator) => tab.getByRole('link', { name: 'Ellie Marsden' });
const hidden = (tab: FrameLocator) => tab.getByText('Name hidden').first();
const said = (tab: FrameLocator, text: string) =>
  tab.getByRole('status').getByText(text).waitFor({ state: 'attached' });

describe('names of children', () => {
  it('are hidden by the button and shown again, and the state is said', async () => {
    const { tab } = await browser.visit('person=priya');
    await row(tab).waitFor();
    await tab.getByRole('button', { name: 'Hide names' }).click();
    await hidden(tab).waitFor();
    await said(tab, 'Children’s names are hidden');
    expect(await row(tab).count()).toBe(0);
    await tab.getByRole('button', { name: 'Show names' }).click();
    await row(tab).waitFor();
    await said(tab, 'Children’s names are shown');
  });

  it('are hidden by a key, not by one that is typed into a field, and stay hidden from page to page', async () => {
    const { page, tab } = await browser.visit('person=priya');
    await row(tab).waitFor();
    await tab.getByRole('searchbox').fill('h');
    await row(tab).waitFor();
    await tab.getByRole('searchbox').fill('');
    await tab.getByRole('searchbox').blur();
    await page.keyboard.press('h');
    await hidden(tab).waitFor();
    await tab.getByRole('link', { name: 'Name hidden' }).first().click();
    const heading = tab.getByRole('heading', { level: 1, name: 'Name hidden – press to show' });
    await heading.waitFor();
    await heading.getByRole('button').press('Enter');
    await tab.getByRole('heading', { level: 1, name: 'Ellie Marsden' }).waitFor();
    expect(await tab.locator(':focus').innerText()).toBe('Hide names');
    await page.keyboard.press('h');
    await heading.waitFor();
  });

  it('are hidden from the beginning in a meeting, until somebody asks for them', async () => {
    const { tab } = await browser.visit('person=priya&meeting=beside');
    await hidden(tab).waitFor();
    expect(await row(tab).count()).toBe(0);
    await tab.getByRole('button', { name: 'Show names' }).click();
    await row(tab).waitFor();
  });
});

it('hidden names keep nobody out, in any theme', async () => {
  const { page, tab } = await browser.visit(`person=priya&sub=${ellie}&meeting=beside`);
  await tab.getByRole('heading', { level: 1, name: 'Name hidden – press to show' }).waitFor();
  for (const theme of themes) {
    await wear(page, tab, theme);
    expect(await barriers(page, theme), theme).toEqual([]);
    if (theme !== 'contrast') await page.screenshot({ path: `.screens/tab-names-hidden-1440-${theme}.png` });
  }
  await page.setViewportSize({ width: 360, height: 780 });
  await page.screenshot({ path: '.screens/tab-names-hidden-360-contrast.png' });
});
