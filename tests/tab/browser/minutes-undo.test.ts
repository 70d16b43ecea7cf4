import type { FrameLocator } from 'playwright-core';
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

/** The minutes of the team’s meeting: begun by Priya, and beside her open to Sheila. */
async function discussionOf(person: 'priya' | 'sheila') {
  const { page, tab } = await browser.visit(`person=${person}`);
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name: 'Safeguarding team' }).first().click();
  const way = { name: /^(Start|Write) the minutes$/ };
  await tab.getByRole('button', way).or(tab.getByRole('link', way)).click();
  if (person === 'priya') await tab.getByRole('button', { name: 'Start the minutes' }).click();
  const text = tab.getByRole('region', { name: /Apologies/ }).getByLabel('Discussion', { exact: true });
  await text.waitFor();
  return { page, tab, text };
}
const saved = (tab: FrameLocator) => tab.getByText('All saved').waitFor();

it('what one typed is taken back and brought again, and what somebody else wrote meanwhile stays', async () => {
  browser.stub().followed = true;
  const [priya, sheila] = [await discussionOf('priya'), await discussionOf('sheila')];
  await expect.poll(() => browser.stub().followers()).toBe(2);
  await priya.text.pressSequentially('Tom is late.');
  await saved(priya.tab);
  browser.stub().tell(['minutes/g1']);
  await expect.poll(() => sheila.text.inputValue()).toBe('Tom is late.');
  await sheila.text.press('End');
  await sheila.text.pressSequentially(' Ines is ill.');
  await saved(sheila.tab);
  browser.stub().tell(['minutes/g1']);
  await expect.poll(() => priya.text.inputValue(), { timeout: 15_000 }).toBe('Tom is late. Ines is ill.');

  await priya.text.press('Control+z');
  expect(await priya.text.inputValue()).toBe(' Ines is ill.');
  await priya.text.press('Control+z');
  expect(await priya.text.inputValue()).toBe(' Ines is ill.');
  await priya.text.press('Control+y');
  expect(await priya.text.inputValue()).toBe('Tom is late. Ines is ill.');
  await saved(priya.tab);
  browser.stub().tell(['minutes/g1']);
  await sheila.text.press('Control+z');
  await expect.poll(() => sheila.text.inputValue(), { timeout: 15_000 }).toBe('Tom is late.');
});

it('is taken back from a menu too, and what is typed afterwards stands where the caret was', async () => {
  const { page, text } = await discussionOf('priya');
  await text.pressSequentially('He came.');
  // Longer than what is taken back in one step.
  await page.waitForTimeout(1_000);
  await text.pressSequentially(' And left.');
  const menu = (inputType: string) =>
    text.evaluate((area, type) => {
      area.dispatchEvent(new InputEvent('beforeinput', { inputType: type, bubbles: true, cancelable: true }));
    }, inputType);
  await menu('historyUndo');
  expect(await text.inputValue()).toBe('He came.');
  await text.pressSequentially(' Late.');
  expect(await text.inputValue()).toBe('He came. Late.');
  await text.press('Control+Shift+Z');
  expect(await text.inputValue()).toBe('He came. Late.');
});
