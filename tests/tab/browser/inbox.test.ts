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

const asked = () => browser.stub().requests.map(({ method, path }) => `${method} ${path}`);

it('a lead narrows the list with the keyboard, hears how many are left, and keeps the focus where it was', async () => {
  const { page, tab } = await browser.visit('person=priya');
  const chips = tab.getByRole('navigation', { name: 'Filter the concerns' });
  await chips.getByRole('link').first().waitFor();
  expect(await chips.getByRole('link').allInnerTexts()).toEqual(
    [
      'Open5',
      'Not taken3',
      'Mine1',
      'Unread0',
      'All',
      'Immediate danger1',
      'Urgent today1',
      'Within 24 hours1',
      'Routine2',
    ].map((text) => expect.stringMatching(text.replace(/(\d)$/, '\\s*$1')) as string),
  );
  await chips.getByRole('link', { name: 'Open' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => tab.getByRole('status').textContent()).toBe('3 concerns shown');
  expect(await tab.locator(':focus').innerText()).toMatch(/^Not taken/);
  expect(await tab.locator(':focus').getAttribute('aria-current')).toBe('true');
  expect(await tab.getByRole('row').count()).toBe(4);
  await chips.getByRole('link', { name: 'Urgent today' }).press('Enter');
  await expect.poll(() => tab.getByRole('status').textContent()).toBe('One concern shown');
  expect(asked()).toEqual([
    'GET /api/desk',
    'GET /api/desk?show=waiting',
    'GET /api/desk?show=waiting&urgency=urgent-today',
  ]);
  expect(page.frames()[1]!.url()).toMatch(/\/tab\/?\?show=waiting&urgency=urgent-today$/);
  await chips.getByRole('link', { name: 'Urgent today' }).press('Enter');
  await expect.poll(() => tab.getByRole('row').count()).toBe(4);
});

it('Back undoes a filter, also from a concern', async () => {
  const { page, tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: /^Mine/ }).click();
  await expect.poll(() => tab.getByRole('row').count()).toBe(2);
  await tab.getByRole('row').getByRole('link').click();
  await tab.getByRole('heading', { level: 1, name: 'يوسف الخطيب' }).waitFor();
  await page.evaluate(() => history.back());
  await expect.poll(() => tab.getByRole('row').count()).toBe(2);
  await page.evaluate(() => history.back());
  await expect.poll(() => tab.getByRole('row').count()).toBe(6);
});

it('a further page is of the same filter', async () => {
  browser.stub().pageSize = 2;
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: /^Not taken/ }).click();
  await expect.poll(() => tab.getByRole('status').textContent()).toBe('2 and more concerns shown');
  await tab.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => tab.getByRole('row').count()).toBe(4);
  expect(asked().at(-1)).toMatch(/^GET \/api\/concerns\?show=waiting&before=/);
});

it('a filter that leaves nothing says so, and leads back to what is open', async () => {
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: /^Mine/ }).click();
  await tab.getByRole('link', { name: /^Urgent today/ }).click();
  await tab.getByRole('heading', { name: 'Nothing matches this filter' }).waitFor();
  await tab.getByRole('link', { name: 'Show all open concerns' }).click();
  await expect.poll(() => tab.getByRole('row').count()).toBe(6);
});

it('what one has not opened yet is bold, and said so; the filter shows it alone, and opening one makes the list ask again', async () => {
  const { stub } = browser;
  const [first, second, ...rest] = stub().concerns;
  stub().concerns = [{ ...first!, unread: true }, second!, ...rest];
  const { page, tab } = await browser.visit('person=priya');
  const link = tab.getByRole('link', { name: 'Unread: Ellie Marsden' });
  await link.waitFor();
  const weight = (name: string) =>
    tab
      .locator('bdi', { hasText: name })
      .first()
      .evaluate((element) => Number(getComputedStyle(element).fontWeight));
  expect(await weight('Ellie Marsden')).toBeGreaterThan(600);
  expect(await weight('Connor Blythe')).toBeLessThan(500);
  await tab.getByRole('link', { name: /^Unread\s*1$/ }).click();
  await expect.poll(() => tab.getByRole('row').count()).toBe(2);
  await link.click();
  await tab.getByRole('heading', { level: 1, name: 'Ellie Marsden' }).waitFor();
  stub().concerns = [first!, second!, ...rest];
  await page.evaluate(() => history.back());
  await tab.getByRole('heading', { name: 'Nothing matches this filter' }).waitFor();
});

it('narrows the list to a year group, in the address, with what the other filters say', async () => {
  const { page, tab } = await browser.visit('person=priya');
  const choice = tab.getByLabel('Year group');
  await choice.waitFor();
  const [any, first] = await choice.getByRole('option').allTextContents();
  expect(any).toBe('Any');
  expect(first).toMatch(/^Year \d+ \(\d\)$/);
  await choice.selectOption({ label: first! });
  const count = Number(/\((\d)\)/.exec(first!)?.[1]);
  await expect.poll(() => tab.getByRole('row').count()).toBe(count + 1);
  expect(page.frames()[1]!.url()).toMatch(/\/tab\/?\?year=Year\+\d+$/);
  await tab.getByRole('link', { name: /^All/ }).click();
  await expect.poll(() => asked().at(-1)).toMatch(/^GET \/api\/desk\?show=all&year=Year\+\d+$/);
  await choice.selectOption('');
  await expect.poll(() => tab.getByRole('row').count()).toBe(6);
});
