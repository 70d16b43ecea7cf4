import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { barriers } from '../../support/appearance.ts';
import { noAbilities } from '../../support/stub-concerns.ts';
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
const desktop = { width: 1440, height: 900 };
const judged = {
  status: 'routed-elsewhere',
  triageOutcome: 'route-pastoral',
  triagedAt: '2026-12-10T08:10:00.000Z',
  decisions: 2,
  addenda: [{ at: '2026-12-10T08:09:00.000Z', by: 'Daniel Osei', words: 'She is with me now.', filed: 'received' }],
} as const;

/** What the browser's print would be given; the dialog, which nobody could close here, is not opened. */
const withoutDialog = (tab: FrameLocator) =>
  tab.locator('html').evaluate((root) => {
    window.print = () => void root.setAttribute('data-asked', `${Number(root.getAttribute('data-asked')) + 1}`);
  });
const asked = (tab: FrameLocator) => tab.locator('html').getAttribute('data-asked');
const over = (tab: FrameLocator) => tab.locator('html').evaluate(() => window.dispatchEvent(new Event('afterprint')));
const onPaper = (tab: FrameLocator) =>
  tab.locator('body').evaluate((body) => ({
    text: (body as HTMLElement).innerText.trim(),
    says: getComputedStyle(body, '::after').content,
    dialogs: [...body.children].filter((one) => one.id !== 'root' && getComputedStyle(one).display !== 'none').length,
  }));
const prints = () =>
  browser
    .stub()
    .requests.filter(({ path }) => path.endsWith('/print'))
    .map(({ method, path }) => `${method} ${path}`);

async function empty(page: Page, tab: FrameLocator) {
  await page.emulateMedia({ media: 'print' });
  const { text, says, dialogs } = await onPaper(tab);
  expect({ text, dialogs }).toEqual({ text: '', dialogs: 0 });
  expect(says).toContain('Print from Lantern’s own button, so that the case’s journal says who printed it.');
  await page.emulateMedia({ media: 'screen' });
}

it('the browser’s own print finds an empty page that says why, on every screen, and asks for nothing', async () => {
  const { page, tab } = await browser.visit(`person=priya&sub=${ellie}`, desktop);
  await tab.getByText('Uncle Ray').waitFor();
  await empty(page, tab);
  await tab.getByRole('navigation', { name: 'Lantern' }).getByRole('link', { name: 'Journal' }).click();
  await tab.getByRole('list', { name: 'What was done' }).waitFor();
  await empty(page, tab);
  expect(prints()).toEqual([]);
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(0);
});

it('asks the server first, then prints all of a concern without buttons, and says whose it is, who printed it and when', async () => {
  Object.assign(browser.stub().concerns[0]!, judged);
  const { page, tab } = await browser.visit(`person=priya&sub=${ellie}`, desktop);
  await tab.getByText('a delivery').waitFor();
  await tab.getByText('Signed in as').waitFor();
  await withoutDialog(tab);
  await tab.getByRole('button', { name: 'Print this concern' }).press('Enter');
  await expect.poll(() => asked(tab)).toBe('1');
  expect(prints()).toEqual([`POST /api/concerns/${ellie}/print`]);
  const head = tab.getByText('Printed by Priya Raman on');
  expect(await head.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await head.innerText()).toContain('10 Dec 2026, 08:05');
  const { text, says } = await onPaper(tab);
  expect(says).toBe('none');
  for (const words of [
    'Harrowmere Academy',
    'Confidential: safeguarding record C-2026-0146',
    'Keep it locked away, show it only to those who need it',
    'Ellie Marsden',
    'Year 7',
    'Daniel Osei',
    'She is with me now.',
    'Uncle Ray',
  ])
    expect(text).toContain(words);
  await page.screenshot({ path: '.screens/paper-concern.png' });
  expect(await tab.getByRole('button').filter({ visible: true }).count()).toBe(0);
  expect(await tab.getByRole('navigation').getByRole('list').filter({ visible: true }).count()).toBe(0);
  // A print that is real: the browser says itself that it is over.
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  await empty(page, tab);
});

it('each print is asked for anew, and one that is refused prints nothing', async () => {
  const { page, tab } = await browser.visit(`person=priya&sub=${ellie}`, desktop);
  const button = tab.getByRole('button', { name: 'Print this concern' });
  await button.waitFor();
  await withoutDialog(tab);
  await button.click();
  await expect.poll(() => asked(tab)).toBe('1');
  await over(tab);
  await button.click();
  await expect.poll(() => asked(tab)).toBe('2');
  await over(tab);
  browser.stub().mishaps = [{ on: `POST /api/concerns/${ellie}/print`, code: 'not-found', status: 404 }];
  await button.click();
  await tab.getByRole('main').getByText('Lantern has nothing here that you may see.').waitFor();
  expect(prints()).toHaveLength(3);
  expect(await asked(tab)).toBe('2');
  await empty(page, tab);
});

it('leaving the page closes it to paper, also where the browser never says that the print is over', async () => {
  const { page, tab } = await browser.visit(`person=priya&sub=${ellie}`, desktop);
  const button = tab.getByRole('button', { name: 'Print this concern' });
  await button.waitFor();
  await withoutDialog(tab);
  await button.click();
  await expect.poll(() => asked(tab)).toBe('1');
  await tab.getByRole('navigation', { name: 'Lantern' }).getByRole('link', { name: 'Journal' }).click();
  await tab.getByRole('list', { name: 'What was done' }).waitFor();
  await empty(page, tab);
});

it('is not drawn for whoever may not take it out on paper', async () => {
  Object.assign(browser.stub().concerns[0]!, { abilities: noAbilities });
  const { tab } = await browser.visit(`person=priya&sub=${ellie}`, desktop);
  await tab.getByText('Uncle Ray').waitFor();
  expect(await tab.getByRole('button', { name: /Print/ }).count()).toBe(0);
});

it('prints the journal as it is shown, after it was asked for', async () => {
  const { page, tab } = await browser.visit(`person=priya&sub=${ellie}`, desktop);
  await tab.getByRole('navigation', { name: 'Lantern' }).getByRole('link', { name: 'Journal' }).click();
  await tab.getByRole('list', { name: 'What was done' }).waitFor();
  await withoutDialog(tab);
  expect(await barriers(page, 'default')).toEqual([]);
  await tab.getByRole('button', { name: 'Print what is shown' }).press('Enter');
  await expect.poll(() => asked(tab)).toBe('1');
  expect(prints()).toEqual(['POST /api/journal/print']);
  await page.emulateMedia({ media: 'print' });
  const { text } = await onPaper(tab);
  for (const words of ['Confidential: the journal', 'Printed by Priya Raman on', 'looked at concern C-2026-0146'])
    expect(text).toContain(words);
  expect(await tab.getByRole('button').filter({ visible: true }).count()).toBe(0);
  await page.screenshot({ path: '.screens/paper-journal.png' });
});

it('prints a child’s page after it was asked for', async () => {
  const { page, tab } = await browser.visit(`person=priya&sub=${ellie}`, desktop);
  await tab.getByRole('link', { name: 'More about Ellie Marsden' }).click();
  const button = tab.getByRole('button', { name: 'Print this page' });
  await button.waitFor();
  await withoutDialog(tab);
  await empty(page, tab);
  await button.press('Enter');
  await expect.poll(() => asked(tab)).toBe('1');
  expect(prints()).toEqual([expect.stringMatching(/^POST \/api\/children\/[^/]+\/print$/)]);
  await page.emulateMedia({ media: 'print' });
  const { text } = await onPaper(tab);
  for (const words of ['Confidential: a child’s page', 'Printed by Priya Raman on', 'Eleanor (Ellie) Marsden'])
    expect(text).toContain(words);
  await page.screenshot({ path: '.screens/paper-child.png' });
});
