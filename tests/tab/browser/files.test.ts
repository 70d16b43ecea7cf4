import { readFileSync } from 'node:fs';
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
/** Bytes that differ from place to place, in three parts. */
const bytes = Buffer.from(Array.from({ length: 2_600_000 }, (_, i) => 32 + ((i * 7 + (i >> 9)) % 90)));
const text = { name: 'notes.txt', mimeType: 'text/plain', buffer: bytes };

it('a file goes up part by part, goes on after lost connections, and is added with what is said of it', async () => {
  browser.stub().mishaps = [
    { on: 'PUT /api/uploads/', code: 'busy', status: 503 },
    { on: 'PUT /api/uploads/', code: 'broken', status: 500 },
  ];
  const { page, tab } = await open();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    tab.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  await chooser.setFiles([text]);
  const form = tab.getByRole('form', { name: 'What is said of notes.txt' });
  await form.waitFor();
  expect([...arrivedAt(browser.stub().app).values()].map((one) => one.equals(bytes))).toEqual([true]);
  await form.getByRole('button', { name: 'Add this file' }).click();
  await form.getByText('Choose what it is.').waitFor();
  await form.getByLabel('What is it?').selectOption('notes-of-talk');
  await form.getByLabel('Where did it come from?').selectOption('our-school');
  await form.getByLabel('What it is called').fill('Twice');
  await form.getByRole('button', { name: 'Add this file' }).click();
  await form.getByText('This very file is there already.').waitFor();
  await form.getByRole('button', { name: 'Add it all the same' }).click();
  const list = tab.getByRole('list', { name: 'Files of this concern' });
  await list.getByText('Twice').waitFor();
  expect(await list.innerText()).toContain('Received and safe, not filed yet · Not scanned for viruses');
  expect(await form.count()).toBe(0);
});

it('says why a file is not taken, and takes it off', async () => {
  const { page, tab } = await open();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    tab.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  await chooser.setFiles([{ ...text, name: 'game.exe' }]);
  await tab.getByText('Lantern does not take files of this kind.').first().waitFor();
  await tab.getByRole('button', { name: 'Take game.exe off' }).click();
  expect(await tab.getByText('game.exe').count()).toBe(0);
});

it('says who receives a file and that it is confidential, before anything is fetched; by keyboard, and back', async () => {
  const { page, tab } = await open();
  const fetched = () => browser.stub().requests.filter(({ path }) => path.endsWith('/content')).length;
  const way = tab.getByRole('button', { name: /^Download Letter from the GP/ });
  await way.press('Enter');
  const save = tab.getByRole('button', { name: /^Save Letter from the GP/ });
  await tab.locator('button:focus', { hasText: 'Save' }).waitFor();
  const said = await save.evaluate((button) => {
    const note = document.getElementById(button.getAttribute('aria-describedby') ?? '');
    return note?.textContent;
  });
  expect(said).toMatch(/^It goes to this device, to you, Priya Raman\. It is confidential: keep it only where/);
  expect(fetched()).toBe(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await tab.locator('button:focus', { hasText: 'Download' }).waitFor();
  expect(await save.count()).toBe(0);
  expect(fetched()).toBe(0);
});

it('a file is downloaded as a file, and one that waits or is infected is not offered', async () => {
  const { page, tab } = await open();
  await tab.getByText('Letter from the GP <script>').waitFor();
  expect(await tab.getByRole('button', { name: /^Download/ }).count()).toBe(1);
  await tab.getByRole('button', { name: /^Download Letter from the GP/ }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    tab.getByRole('button', { name: /^Save Letter from the GP/ }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8')).toBe('%PDF-1.7 the letter');
  expect(download.suggestedFilename()).toMatch(/^Letter from the GP.*\.pdf$/);
});

it('keeps nobody out and fits a phone', { timeout: 120_000 }, async () => {
  const { page, tab } = await open({ width: 360, height: 780 });
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    tab.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  await chooser.setFiles([{ ...text, name: 'A letter with a name that is far too long for a telephone.txt' }]);
  await tab.getByRole('form', { name: /^What is said of/ }).waitFor();
  for (const theme of themes) {
    await wear(page, tab, theme);
    expect(await barriers(page, theme)).toEqual([]);
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: width === 360 ? 780 : 1200 });
      await tab.getByRole('heading', { name: 'Files' }).scrollIntoViewIfNeeded();
      await page.screenshot({ path: `.screens/tab-files-${width}-${theme}.png` });
      expect(await overhang(page)).toBe(0);
    }
    await page.setViewportSize({ width: 360, height: 780 });
  }
});
