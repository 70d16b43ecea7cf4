import type { FrameLocator, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { barriers, overhang, themes, wear } from '../../support/appearance.ts';
import { arrivedAt } from '../../support/stub-files.ts';
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
const open = (size?: { width: number; height: number }) => browser.visit(`person=priya&sub=${ellie}`, size);
const bytes = Buffer.from(Array.from({ length: 2_600_000 }, (_, i) => 32 + ((i * 7 + (i >> 9)) % 90)));
const text = { name: 'Letter.txt', mimeType: 'text/plain', buffer: bytes };
const arrived = () => [...arrivedAt(browser.stub().app).values()];
const isWhole = () => arrived().map((one) => one.equals(bytes));

async function choose(page: Page, tab: FrameLocator, button: string, files: (typeof text)[]): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    tab.getByRole('button', { name: button }).click(),
  ]);
  await chooser.setFiles(files);
}

/** Sends a file until its first part has arrived and no more; then the page is loaded anew. */
async function interrupted(page: Page, tab: FrameLocator): Promise<void> {
  let parts = 0;
  const held: Route[] = [];
  await page.route('**/api/uploads/*', (route) =>
    // The rest is on its way for ever.
    route.request().method() === 'PUT' && ++parts > 1 ? void held.push(route) : route.continue(),
  );
  await choose(page, tab, 'Choose files', [text]);
  await tab.getByText('1.0 MB of 2.6 MB').waitFor();
  await expect.poll(() => held.length).toBe(1);
  // Cut off first: of a page that is gone the browser lets go on what was held.
  await held[0]?.abort();
  await page.reload();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
}
const unfinished = (tab: FrameLocator) => tab.getByRole('list', { name: 'Not finished' });

it('an upload that a reload cut off is there afterwards, and goes on from the byte that arrived', async () => {
  const { page, tab } = await open();
  await interrupted(page, tab);
  await unfinished(tab).getByText('40 % of 2.6 MB arrived.').waitFor();
  expect(await unfinished(tab).innerText()).toContain('It is kept for 23 more hours.');
  const begun: string[] = [];
  page.on('request', (request) => {
    if (/\/uploads\//.test(request.url())) begun.push(request.headers()['content-range'] ?? request.method());
  });
  await choose(page, tab, 'Choose Letter.txt again', [text]);
  const form = tab.getByRole('form', { name: 'What is said of Letter.txt' });
  await form.waitFor();
  expect(isWhole()).toEqual([true]);
  expect(begun.find((one) => one.startsWith('bytes'))).toMatch(/^bytes 1048576-/);
  // Neither the name nor how far it is lies in the browser.
  expect(await tab.locator('html').evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
  expect(await unfinished(tab).count()).toBe(0);
});

it('chosen by the usual way it goes on too', async () => {
  const { page, tab } = await open();
  await interrupted(page, tab);
  await unfinished(tab).waitFor();
  await choose(page, tab, 'Choose files', [text]);
  await tab.getByRole('form', { name: 'What is said of Letter.txt' }).waitFor();
  expect(isWhole()).toEqual([true]);
});

it('another file of its name is never glued to its beginning, and one of another size is not even tried', async () => {
  const { page, tab } = await open();
  await interrupted(page, tab);
  await unfinished(tab).waitFor();
  await choose(page, tab, 'Choose Letter.txt again', [{ ...text, buffer: bytes.subarray(1) }]);
  await tab.getByText('That is another file').first().waitFor();
  const other = Buffer.from(bytes);
  other[700_000] = 33;
  other[700_001] = 34;
  await choose(page, tab, 'Choose Letter.txt again', [{ ...text, buffer: other }]);
  await tab.getByText('This is not the file that was begun').first().waitFor();
  expect(arrived().map(({ length }) => length)).toEqual([1_048_576]);
  // Taken off the list, it leaves what was begun as it was.
  await tab.getByRole('button', { name: 'Take Letter.txt off' }).click();
  await choose(page, tab, 'Choose Letter.txt again', [text]);
  await tab.getByRole('form', { name: 'What is said of Letter.txt' }).waitFor();
  expect(isWhole()).toEqual([true]);
});

it('one that arrived whole needs no file any longer: only what is said of it', async () => {
  const { page, tab } = await open();
  await choose(page, tab, 'Choose files', [text]);
  await tab.getByRole('form', { name: 'What is said of Letter.txt' }).waitFor();
  await page.reload();
  const form = unfinished(tab).getByRole('form', { name: 'What is said of Letter.txt' });
  await form.getByLabel('What is it?').selectOption('letter');
  await form.getByLabel('Where did it come from?').selectOption('health');
  await form.getByRole('button', { name: 'Add this file' }).click();
  await tab.getByText('The file was added.').first().waitFor();
  await tab.getByRole('list', { name: 'Files of this concern' }).getByText('Letter', { exact: true }).waitFor();
  expect(await unfinished(tab).count()).toBe(0);
});

it('is discarded after a second question, and then it is gone', async () => {
  const { page, tab } = await open();
  await interrupted(page, tab);
  await tab.getByRole('button', { name: 'Discard Letter.txt' }).click();
  await tab.getByRole('button', { name: 'Keep it' }).click();
  await tab.getByRole('button', { name: 'Discard Letter.txt' }).click();
  await tab.getByRole('button', { name: 'Yes, discard what arrived' }).click();
  await unfinished(tab).waitFor({ state: 'detached' });
  await page.reload();
  await tab.getByRole('button', { name: 'Choose files' }).waitFor();
  expect(await unfinished(tab).count()).toBe(0);
});

it('keeps nobody out and fits a phone', { timeout: 120_000 }, async () => {
  const { page, tab } = await open({ width: 360, height: 780 });
  await interrupted(page, tab);
  await unfinished(tab).waitFor();
  await choose(page, tab, 'Choose files', [
    { ...text, name: 'A photograph with a name that is far too long for a telephone.exe' },
    { ...text, name: 'empty.txt', buffer: Buffer.alloc(0) },
  ]);
  await tab.getByText('This file is empty').first().waitFor();
  await tab.getByText('Lantern does not take files of this kind').first().waitFor();
  for (const theme of themes) {
    await wear(page, tab, theme);
    expect(await barriers(page, theme)).toEqual([]);
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: width === 360 ? 780 : 1200 });
      await tab.getByRole('heading', { name: 'Not finished' }).scrollIntoViewIfNeeded();
      await tab.getByRole('list', { name: 'Files on their way' }).scrollIntoViewIfNeeded();
      await page.screenshot({ path: `.screens/tab-unfinished-${width}-${theme}.png` });
      expect(await overhang(page)).toBe(0);
    }
    await page.setViewportSize({ width: 360, height: 780 });
  }
});
