import type { FrameLocator, Page } from 'playwright-core';
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

const words = 'She said “I don’t want to go home tonight.”';
const sent = () =>
  browser
    .stub()
    .requests.filter(({ method, path }) => method === 'POST' && path === '/api/reports')
    .map(({ body }) => body as Readonly<Record<string, string>>);

async function open(): Promise<{ readonly page: Page; readonly tab: FrameLocator }> {
  const visit = await browser.visit('person=daniel');
  await visit.tab.getByRole('link', { name: 'Report a concern' }).click();
  await visit.tab.getByRole('heading', { level: 1, name: 'Report a concern' }).waitFor();
  return visit;
}

async function fill(tab: FrameLocator, who: string): Promise<void> {
  await tab.getByLabel('Which child?').fill(who);
  await tab.getByLabel('What was seen or heard?').fill(words);
  await tab.getByRole('radio', { name: 'Not sure' }).check();
}
const send = (tab: FrameLocator) => tab.getByRole('button', { name: 'Send report' }).click();
const received = (tab: FrameLocator) =>
  tab.getByRole('heading', { name: 'Your report is received and safe' }).waitFor();

it('what saves a child now stands before every question, with numbers that can be dialled', async () => {
  const { tab } = await open();
  const main = tab.getByRole('main');
  await main.getByText('Priya Raman').waitFor();
  const text = await main.innerText();
  expect(text.indexOf('Child in danger now?')).toBeLessThan(text.indexOf('Which child?'));
  const dialled = await main.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(dialled).toEqual(['tel:999', 'tel:01632960114']);
});

it('a teacher reports with the keyboard alone and keeps a receipt that tells no name', async () => {
  const { page, tab } = await browser.visit('person=daniel');
  await tab.getByRole('heading', { level: 1, name: 'My reports' }).focus();
  await page.keyboard.press('n');
  await tab.getByRole('heading', { level: 1, name: 'Report a concern' }).waitFor();
  // Whom it is about comes first, and is a child.
  for (const stop of ['the choice', 'the name']) await page.keyboard.press('Tab', { delay: stop.length });
  await page.keyboard.type('Ellie Marsden 7B');
  await page.keyboard.press('Tab');
  await page.keyboard.type(words);
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  for (const stop of ['the time', 'the button']) await page.keyboard.press('Tab', { delay: stop.length });
  await page.keyboard.press('Enter');
  await received(tab);
  expect(sent()).toMatchObject([{ who: 'Ellie Marsden 7B', words, when: 'just now' }]);
  expect(sent()[0]?.['form']).toMatch(/^[0-9a-f]{32}$/);
  const text = await tab.getByRole('main').innerText();
  for (const part of ['C-2026-0147', '08:12', 'Priya Raman', '01632 960114']) expect(text).toContain(part);
  expect(text).not.toMatch(/Marsden|go home/);
  expect(await tab.locator(':focus').innerText()).toBe('Your report is received and safe');
  expect(await tab.getByRole('radio').count()).toBe(0);
});

it('nothing is sent while something is missing, and the first thing missing gets the focus', async () => {
  const { tab } = await open();
  await tab.getByLabel('Which child?').fill('Ellie');
  await send(tab);
  await tab.getByText('2 questions need an answer.').first().waitFor();
  await tab.getByText('Write what you saw or heard.').waitFor();
  expect(await tab.locator(':focus').getAttribute('name')).toBe('words');
  expect(sent()).toEqual([]);
});

it('after no answer what was typed is still there, also after a look elsewhere, and goes out under the same key', async () => {
  const { tab } = await open();
  await fill(tab, 'Ellie Marsden 7B');
  browser.stub().mishaps = [{ on: 'POST /api/reports', code: 'busy', status: 503 }];
  await send(tab);
  await tab.getByText('send it again as it is').first().waitFor();
  await tab.getByRole('link', { name: 'My reports' }).click();
  await tab.getByText('C-2026-0143').waitFor();
  await tab.getByRole('link', { name: 'Report a concern' }).click();
  expect(await tab.getByLabel('What was seen or heard?').inputValue()).toBe(words);
  await send(tab);
  await received(tab);
  const [first, second, ...more] = sent();
  expect(more).toEqual([]);
  expect(second).toEqual(first);
});

it('a refusal keeps what was typed', async () => {
  const { tab } = await open();
  await fill(tab, 'Ellie Marsden 7B');
  browser.stub().mishaps = [{ on: 'POST /api/reports', code: 'invalid-input', status: 400 }];
  await send(tab);
  await tab.getByText('Something in the form needs another look').first().waitFor();
  expect(await tab.getByLabel('Which child?').inputValue()).toBe('Ellie Marsden 7B');
});

it('what is typed lies in no storage and no address, the browser asks before it goes, and a receipt ends that', async () => {
  const { page, tab } = await open();
  await fill(tab, 'Ellie Marsden 7B');
  const frame = page.frames()[1]!;
  expect(await frame.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  expect(frame.url()).toBe(`${browser.hosted.lanternOrigin}/tab/report`);
  const asks = () => frame.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
  expect(await asks()).toBe(true);
  await send(tab);
  await received(tab);
  expect(await asks()).toBe(false);
  await tab.getByRole('button', { name: 'Report another concern' }).click();
  expect(await tab.getByLabel('What was seen or heard?').inputValue()).toBe('');
});

it('where the name fits several the receipt asks which child, and the report is safe either way', async () => {
  const { tab } = await open();
  await fill(tab, 'Mia H');
  await send(tab);
  await received(tab);
  await tab.getByRole('radio', { name: 'Mia Hughes Year 9, form 9D' }).check();
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('it is settled which child').first().waitFor();
  const asked = browser.stub().requests.filter(({ path }) => path.endsWith('/child'));
  expect(asked).toMatchObject([{ person: 'daniel', body: { child: 'p2' } }]);
});

it('“?” lists the keys, and they can be turned off', async () => {
  const { page, tab } = await browser.visit('person=priya');
  // The heading stands there before anything that hears a key.
  await tab.getByText('Ellie Marsden').waitFor();
  await tab.getByRole('heading', { level: 1, name: 'Concerns' }).focus();
  await page.keyboard.press('?');
  const dialog = tab.getByRole('dialog', { name: 'Keys' });
  expect(await dialog.innerText()).toMatch(/g\s*r\s*My reports/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('/');
  expect(await tab.locator(':focus').getAttribute('type')).toBe('search');
  await page.keyboard.type('n?gr');
  expect(await tab.getByRole('searchbox').inputValue()).toBe('n?gr');
  await tab.getByRole('button', { name: 'Keys' }).focus();
  await page.keyboard.type('gr');
  await tab.getByRole('heading', { level: 1, name: 'My reports' }).waitFor();
  await page.keyboard.press('?');
  await dialog.getByRole('checkbox').uncheck();
  await dialog.getByRole('button', { name: 'Close' }).click();
  await page.keyboard.type('gc');
  await tab.getByRole('button', { name: 'Keys' }).focus();
  await page.keyboard.type('gc');
  expect(await tab.getByRole('heading', { level: 1 }).innerText()).toBe('My reports');
});
