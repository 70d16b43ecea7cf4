import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { startTabBrowser, type TabBrowser } from '../../support/tab-browser.ts';

let browser: TabBrowser;
beforeAll(async () => {
  browser = await startTabBrowser();
});
afterEach(() => browser.afterTest());
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

it('prints all of a concern without buttons and navigation, and says whose it is, who printed it and when', async () => {
  Object.assign(browser.stub().concerns[0]!, judged);
  const { page, tab } = await browser.visit(`person=priya&sub=${ellie}`, desktop);
  await tab.getByText('a delivery').waitFor();
  await tab.getByText('Signed in as').waitFor();
  const head = tab.getByText('Printed by Priya Raman on');
  expect(await head.isVisible()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await head.innerText()).toContain('10 Dec 2026');
  const printed = await tab.locator('main').innerText();
  for (const words of [
    'Harrowmere Academy',
    'C-2026-0146',
    'Ellie Marsden',
    'Year 7',
    'Daniel Osei',
    'She is with me now.',
  ])
    expect(printed).toContain(words);
  expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await tab.getByRole('button').filter({ visible: true }).count()).toBe(0);
  expect(await tab.getByRole('navigation').getByRole('list').filter({ visible: true }).count()).toBe(0);
  expect(await tab.getByText('Uncle Ray').isVisible()).toBe(true);
});
