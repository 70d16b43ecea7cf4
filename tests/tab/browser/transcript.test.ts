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

/** The minutes of the meeting of today, begun, with the transcript open beside its first point. */
async function open(): Promise<{ readonly page: Page; readonly tab: FrameLocator }> {
  const { page, tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name: 'Safeguarding team' }).first().click();
  await tab.getByRole('link', { name: 'Start the minutes' }).click();
  await tab.getByRole('button', { name: 'Start the minutes' }).click();
  await tab.getByText('All saved').waitFor();
  return { page, tab };
}
const way = (tab: FrameLocator, place = 1) =>
  tab.getByRole('button', { name: `Look at the transcript for point ${place}`, exact: true });
const first = (tab: FrameLocator) => tab.getByRole('region', { name: /Apologies/ });
const looks = () => browser.stub().requests.filter(({ path }) => path.endsWith('/minutes/transcript'));
async function take(tab: FrameLocator, ...lines: readonly RegExp[]): Promise<void> {
  for (const name of lines) await tab.getByRole('checkbox', { name }).check();
  await tab.getByRole('button', { name: /^Take .* into this point$/ }).click();
}

describe('a transcript beside the minutes', () => {
  it('is asked for when somebody looks and not before, once, and shows who said what and when', async () => {
    const { tab } = await open();
    await way(tab).waitFor();
    expect(looks()).toEqual([]);
    await way(tab).click();
    await tab.getByRole('heading', { level: 3, name: 'What Teams wrote down' }).waitFor();
    const box = tab.getByRole('checkbox', { name: /The nurse has not written/ });
    await box.waitFor();
    expect(await tab.getByRole('listitem').filter({ has: box }).innerText()).toBe(
      '15:47Daniel OseiThe nurse has not written. I asked twice, on Monday and again today.',
    );
    await way(tab, 2).click();
    await tab.getByRole('region', { name: 'Lines of the transcript' }).waitFor();
    expect(looks()).toHaveLength(1);
  });

  it('is words only: what looks like a page in it is shown as it is', async () => {
    const { tab } = await open();
    await way(tab).click();
    await tab.getByText('<b>Inaudible</b>').waitFor();
    await take(tab, /Inaudible/);
    expect(await first(tab).locator('blockquote').innerText()).toBe('<b>Inaudible</b>');
  });

  it('is searched within, and a long one is drawn in parts', async () => {
    const { tab } = await open();
    await way(tab).click();
    await tab.getByRole('button', { name: 'Show 25 more' }).waitFor();
    expect(await tab.getByRole('checkbox').count()).toBe(100);
    await tab.getByRole('button', { name: 'Show 25 more' }).click();
    await tab.getByText('And point 120 of the list.').waitFor();
    await tab.getByRole('searchbox', { name: 'Search in it' }).fill('zoe');
    await tab.getByText('1 of 125 lines').waitFor();
    await tab.getByRole('searchbox', { name: 'Search in it' }).fill('unicorn');
    await tab.getByText(/^No line says this/).waitFor();
  });

  it('gives lines to a point, marked and apart from what is written; they are saved and can be taken away', async () => {
    const { page, tab } = await open();
    await way(tab).click();
    await take(tab, /The nurse has not written/, /somebody rings her/);
    const mark = 'From the Teams transcript, 15:47, not checked';
    const source = first(tab).getByRole('figure');
    await source.getByText(mark).waitFor();
    await source.getByText('Daniel Osei: The nurse has not written').waitFor();
    expect(await first(tab).getByLabel('Discussion', { exact: true }).inputValue()).toBe('');
    expect(await first(tab).getByLabel('Decision', { exact: true }).inputValue()).toBe('');
    await tab.getByText('All saved').waitFor();
    await page.reload();
    await tab.getByRole('link', { name: 'Meetings' }).click();
    await tab.getByRole('link', { name: 'Safeguarding team' }).first().click();
    await tab.getByRole('link', { name: 'Write the minutes' }).click();
    await source.getByText(mark).waitFor();
    // "@Sheila Brandt by Friday" was only said.
    expect(await tab.getByText(/^Action for/).count()).toBe(0);
    await source.getByRole('button', { name: `Take away from point 1: ${mark}` }).click();
    await source.waitFor({ state: 'detached' });
    await tab.getByText('All saved').waitFor();
  });

  it('does not stand in for minutes: a point without words of its own is not agreed', async () => {
    const { tab } = await open();
    await way(tab).click();
    await take(tab, /The nurse has not written/);
    await tab.getByRole('button', { name: 'Close the transcript' }).click();
    expect(await way(tab).evaluate((element) => element === document.activeElement)).toBe(true);
    await tab.getByText('All saved').waitFor();
    await tab.getByRole('button', { name: 'Look at what becomes of it' }).click();
    await tab
      .getByText(/^Point 1: only lines of the transcript, and no words of your own/)
      .first()
      .waitFor();
    await tab.getByRole('button', { name: 'Agree the minutes' }).click();
    await tab.getByText('A point has no words of your own.').first().waitFor();
    await first(tab).getByLabel('Discussion', { exact: true }).fill('The nurse is to be rung.');
    await tab.getByText('All saved').waitFor();
    await tab.getByText(/^Point 1: only lines/).waitFor({ state: 'detached' });
    await tab.getByRole('button', { name: 'Agree the minutes' }).click();
    await tab
      .getByText(/^Agreed\./)
      .first()
      .waitFor();
    expect(await tab.getByText('The nurse has not written').count()).toBe(0);
  });

  it('works by keyboard', async () => {
    const { page, tab } = await open();
    await way(tab).focus();
    await page.keyboard.press('Enter');
    await tab.getByRole('searchbox', { name: 'Search in it' }).focus();
    await page.keyboard.type('nurse');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await tab.getByRole('button', { name: 'Take 1 line into this point' }).focus();
    await page.keyboard.press('Enter');
    expect(await first(tab).getByRole('figure').innerText()).toContain('The nurse has not written');
  });

  it('says why there is none, and can be asked for again', async () => {
    const { tab } = await browser.visit('person=priya');
    await tab.getByRole('link', { name: 'Meetings' }).click();
    await tab.getByRole('link', { name: 'Core group' }).click();
    await tab.getByRole('link', { name: 'Write the minutes' }).click();
    await way(tab).click();
    await tab.getByText(/^Lantern may not read transcripts/).waitFor();
    await tab.getByRole('button', { name: 'Ask again' }).click();
    await expect.poll(() => looks().length).toBe(2);
  });
});
