import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { holdLooks } from '../../support/hold-looks.ts';
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

const acts = () =>
  browser
    .stub()
    .requests.filter(({ method }) => method === 'POST')
    .map(({ path }) => path);

it.each([
  {
    ...{ person: 'priya', way: 'Need to know', list: '**/api/need-to-know' },
    ...{ first: /^I have seen this: Margaret/, second: /^End: Margaret/, done: 'Ended: Margaret Eaves' },
    ends: ['/api/need-to-know/a1/seen', '/api/need-to-know/a1/end'],
  },
  {
    ...{ person: 'margaret', way: 'Roles', list: '**/api/roles' },
    ...{ first: /^Confirm: Kayleigh/, second: /^End: Kayleigh/, done: 'Ended: Kayleigh' },
    ends: [/confirm$/, /end$/].map((end) => expect.stringMatching(end) as string),
  },
])('$way: a second act waits for the list that the first has changed, and is not lost with it', async (row) => {
  const { page, tab } = await browser.visit(`person=${row.person}`);
  await tab.getByRole('link', { name: row.way }).click();
  const second = tab.getByRole('button', { name: row.second });
  await second.waitFor();
  const release = await holdLooks(page, row.list);
  await tab.getByRole('button', { name: row.first }).click();
  await expect.poll(acts).toHaveLength(1);
  await expect.poll(() => second.getAttribute('aria-disabled')).toBe('true');
  release();
  await second.click();
  await tab.getByRole('button', { name: 'End it now' }).click();
  await tab.getByText(row.done).first().waitFor();
  expect(acts()).toEqual(row.ends);
});
