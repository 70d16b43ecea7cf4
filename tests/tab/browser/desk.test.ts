import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { seen } from '../../support/appearance.ts';
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

const asked = () => browser.stub().requests.map(({ method, path }) => `${method} ${path}`);
const row = (tab: FrameLocator, child: string) => tab.getByRole('row').filter({ hasText: child });
const listed = (tab: FrameLocator) => tab.getByRole('main').locator('a:has(bdi)').allTextContents();

it('the first screen shows the concerns, newest first, with one call', async () => {
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('heading', { level: 1, name: 'Concerns' }).waitFor();
  await tab.getByText('Ellie Marsden').waitFor();
  expect(await listed(tab)).toEqual(['Ellie Marsden', 'Mia H', 'Connor Blythe', 'يوسف الخطيب', 'Seán O’Brien-Łukasz']);
  expect(asked()).toEqual(['GET /api/desk']);
});

it('a row says who, how urgent, whether safe, when, by whom, with whom, and where the record lies', async () => {
  const { tab } = await browser.visit('person=priya');
  const first = await row(tab, 'Ellie Marsden').innerText();
  for (const words of ['Urgent today', 'Year 7', 'C-2026-0146', 'Not sure', '08:06', '5 minutes ago', 'by Daniel Osei'])
    expect(first).toContain(words);
  expect(first).toContain('Nobody has taken it yet');
  expect(first).toContain('Received and safe');
  expect(first).not.toContain('Filed');
  const taken = await row(tab, 'Connor Blythe').innerText();
  expect(taken).toMatch(/Immediate danger[^]*With Tom Whitlock[^]*Filed in SharePoint/);
  expect(await row(tab, 'Mia H').innerText()).toContain('Not settled yet');
});

it('each call carries a fresh token of the person who is signed in', async () => {
  const { tab } = await browser.visit('person=tom');
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(asked).toEqual(['GET /api/desk', 'GET /api/desk']);
  expect(browser.stub().requests.map(({ person }) => person)).toEqual(['tom', 'tom']);
});

it('a list that is looked at refreshes every 20 seconds, and one that is hidden does not', async () => {
  const page = await browser.bare();
  await page.clock.install();
  await page.goto(`${browser.hosted.hostOrigin}/host?person=priya`);
  const tab = page.frameLocator('#tab');
  await row(tab, 'Ellie Marsden').waitFor();
  const { stub } = browser;
  const fresh = {
    ...stub().concerns[0]!,
    id: 'f'.repeat(32),
    ref: 'C-2026-0147',
    child: 'Jayden Poole',
    reportedAt: '2026-12-10T08:11:00.000Z',
  };
  stub().concerns = [fresh, ...stub().concerns];
  await page.clock.runFor(20_500);
  await row(tab, 'Jayden Poole').waitFor();
  expect(await tab.getByRole('status').textContent()).toBe('A new concern has arrived');
  const before = asked().length;
  await seen(page, 'hidden');
  await page.clock.runFor(120_000);
  expect(asked().length).toBe(before);
  await seen(page, 'visible');
  await expect.poll(() => asked().length).toBeGreaterThan(before);
});

it('“Show more” adds the next page, and a refresh keeps it', async () => {
  browser.stub().pageSize = 2;
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => listed(tab)).toHaveLength(4);
  await tab.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => listed(tab)).toHaveLength(5);
  expect(await tab.getByRole('button', { name: 'Show more' }).count()).toBe(0);
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(() => tab.getByRole('status').textContent()).toBe('Up to date');
  expect(await listed(tab)).toHaveLength(5);
});

it('a further page that does not come is said so, and what is there stays', async () => {
  browser.stub().pageSize = 2;
  browser.stub().mishaps = [{ on: 'GET /api/concerns?', code: 'busy', status: 503 }];
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('button', { name: 'Show more' }).click();
  await tab.getByText('could not do this just now').first().waitFor();
  expect(await listed(tab)).toHaveLength(2);
  await tab.getByRole('button', { name: 'Show more' }).click();
  await expect.poll(() => listed(tab)).toHaveLength(4);
});

it('a desk that does not load says so, and the button tries again', async () => {
  browser.stub().mishaps = [{ on: 'GET /api/desk', code: 'busy', status: 503 }];
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('heading', { name: 'This did not load' }).waitFor();
  await tab.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => listed(tab)).toContain('Ellie Marsden');
});

it('a refresh that fails leaves the list, and says that it may be out of date', async () => {
  const { tab } = await browser.visit('person=priya');
  await row(tab, 'Ellie Marsden').waitFor();
  browser.stub().mishaps = [{ on: 'GET /api/desk', code: 'broken', status: 500 }];
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await tab.getByText('This list may be out of date').first().waitFor();
  expect(await listed(tab)).toHaveLength(5);
});

it('names leave the screen when the server no longer knows who is asking', async () => {
  const { tab } = await browser.visit('person=priya');
  await row(tab, 'Ellie Marsden').waitFor();
  browser.stub().mishaps = [{ on: 'GET /api/desk', code: 'not-signed-in', status: 401 }];
  await tab.getByRole('button', { name: 'Refresh' }).click();
  await tab.getByText('You are not signed in').waitFor();
  expect(await tab.locator('body').innerText()).not.toContain('Marsden');
});

it('an empty desk says that nothing was reported yet', async () => {
  browser.stub().concerns = [];
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('heading', { name: 'No open concerns' }).waitFor();
  expect(await listed(tab)).toEqual([]);
});

it('a teacher sees where their own reports stand, with one call, and nothing else', async () => {
  const { tab } = await browser.visit('person=daniel');
  await tab.getByRole('heading', { level: 1, name: 'My reports' }).waitFor();
  const text = await tab.locator('body').innerText();
  expect(text).toMatch(
    /C-2026-0146[^]*Received[^]*Received and safe[^]*C-2026-0143[^]*With Priya Raman[^]*Filed in SharePoint/,
  );
  expect(text).toContain('write to Lantern in your chat');
  expect(text).not.toContain('Marsden');
  expect(await tab.getByRole('navigation').getByRole('link').allTextContents()).toEqual([
    'Meetings',
    'Briefings',
    'Procedures',
    'My reports',
  ]);
  expect(asked()).toEqual(['GET /api/desk']);
});

it('a lead has their own reports on a page of their own, and the concerns rest meanwhile', async () => {
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'My reports' }).click();
  await tab.getByRole('heading', { level: 1, name: 'My reports' }).waitFor();
  // The list of concerns says so too, of another one, until the reports have come.
  await tab.getByText('With Priya Raman').waitFor();
  await expect.poll(asked).toEqual(['GET /api/desk', 'GET /api/reports']);
  await tab.getByRole('link', { name: 'Concerns' }).click();
  await row(tab, 'Ellie Marsden').waitFor();
});

it('a deep link opens its concern, all that hangs on it and who is looking with one call each, and Back leads to the list', async () => {
  const { page, tab } = await browser.visit(`person=priya&sub=${ellie}`);
  await tab.getByRole('heading', { level: 1, name: 'Ellie Marsden' }).waitFor();
  await expect
    .poll(() => asked().sort())
    .toEqual([
      `GET /api/concerns/${ellie}`,
      `GET /api/concerns/${ellie}/actions`,
      `GET /api/concerns/${ellie}/circle`,
      `GET /api/concerns/${ellie}/contributions`,
      `GET /api/concerns/${ellie}/documents`,
      `GET /api/concerns/${ellie}/letters`,
      `GET /api/concerns/${ellie}/uploads`,
      'GET /api/person',
    ]);
  await page.evaluate(() => history.back());
  await tab.getByRole('heading', { level: 1, name: 'Concerns' }).waitFor();
});

it('the keyboard passes the search, reaches a row and opens it, and the focus moves to the new heading', async () => {
  const { page, tab } = await browser.visit('person=priya');
  await tab.getByRole('button', { name: 'Refresh' }).focus();
  await page.keyboard.press('Tab');
  expect(await tab.locator(':focus').getAttribute('aria-label')).toContain('Find concerns');
  await page.keyboard.press('Tab');
  expect(await tab.locator(':focus').innerText()).toBe('Find');
  for (let chips = 0; chips < 11; chips++) await page.keyboard.press('Tab');
  expect(await tab.locator(':focus').innerText()).toBe('Ellie Marsden');
  const outline = await tab.locator(':focus').evaluate((link) => getComputedStyle(link, '::after').outlineStyle);
  expect(outline).toBe('solid');
  await page.keyboard.press('Enter');
  await tab.getByRole('heading', { level: 1, name: 'Ellie Marsden' }).waitFor();
  expect(await tab.locator(':focus').innerText()).toBe('Ellie Marsden');
});

it('neither the title nor the address tells a name', async () => {
  const { page, tab } = await browser.visit('person=priya');
  await row(tab, 'Ellie Marsden').click();
  await tab.getByRole('heading', { level: 1, name: 'Ellie Marsden' }).waitFor();
  const frame = page.frames()[1]!;
  expect(await frame.title()).toBe('Lantern');
  expect(frame.url()).toBe(`${browser.hosted.lanternOrigin}/tab/concerns/${ellie}`);
  expect(await frame.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
});

it('outside Teams there is only the advice to open it there', async () => {
  const page = await browser.bare();
  await page.goto(`${browser.hosted.lanternOrigin}/tab/concerns/${ellie}`);
  await page.getByRole('heading', { level: 1, name: 'Open Lantern in Microsoft Teams' }).waitFor();
  expect(asked()).toEqual([]);
});

it('a page that is not Teams cannot frame the tab', async () => {
  const page = await browser.bare();
  await page.goto(`${browser.hosted.hostOrigin}/host?person=priya`);
  await page.frameLocator('#tab').getByText('Ellie Marsden').waitFor();
  const stranger = browser.hosted.hostOrigin.replace('127.0.0.1', 'localhost');
  await page.route(`${stranger}/frame`, (route) =>
    route.fulfill({ contentType: 'text/html', body: `<iframe src="${browser.hosted.lanternOrigin}/tab/"></iframe>` }),
  );
  await page.goto(`${stranger}/frame`);
  await expect.poll(() => page.frames()[1]?.url()).toBe('chrome-error://chromewebdata/');
  expect(asked()).toEqual(['GET /api/desk']);
  browser.complaints.length = 0;
});

it('finds concerns by words that stand in no address, says how many, and shows all again', async () => {
  const { page, tab } = await browser.visit('person=priya');
  const field = tab.getByRole('searchbox', { name: 'Find concerns by name, reference or word' });
  await field.fill('grey van');
  await field.press('Enter');
  await expect.poll(() => tab.getByRole('row').count()).toBe(2);
  expect(await tab.getByRole('row').nth(1).innerText()).toContain('Connor Blythe');
  await expect.poll(() => tab.getByRole('status').textContent()).toBe('One concern found');
  const asked = browser.stub().requests.filter(({ path }) => path.includes('search'));
  expect(asked).toMatchObject([{ method: 'POST', path: '/api/concerns/search', body: { words: 'grey van' } }]);
  const addresses = [page.url(), ...page.frames().map((frame) => frame.url())].join();
  expect(addresses).not.toMatch(/grey|van/);

  await field.fill('nobody at all');
  await tab.getByRole('button', { name: 'Find' }).click();
  await tab.getByText('Nothing found').waitFor();
  await tab.getByRole('button', { name: 'Show all' }).click();
  await tab.getByText('Ellie Marsden').first().waitFor();
  expect(await field.inputValue()).toBe('');
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
});
