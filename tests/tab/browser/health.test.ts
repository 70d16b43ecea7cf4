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

const sent = () => browser.stub().requests.filter(({ method }) => method === 'POST');
const said = (tab: FrameLocator) => tab.getByRole('status').textContent();

async function openHealth(): Promise<FrameLocator> {
  const { tab } = await browser.visit('person=leila');
  await tab.getByRole('heading', { level: 1, name: 'Lantern’s health' }).waitFor();
  return tab;
}

async function looked(): Promise<FrameLocator> {
  const tab = await openHealth();
  await tab.getByRole('button', { name: 'Look now' }).click();
  await tab.getByText('2 faults, 1 warning', { exact: true }).waitFor();
  return tab;
}

it('is where somebody begins who keeps Lantern in order and answers for no concern; it shows none', async () => {
  const tab = await openHealth();
  await tab.getByText('Not looked at yet').waitFor();
  const ways = tab.getByRole('navigation', { name: 'Lantern' }).getByRole('link');
  expect(await ways.allTextContents()).toEqual(['My reports', 'Roster', 'Lantern’s health', 'Journal']);
  expect(await ways.nth(2).getAttribute('aria-current')).toBe('page');
  expect(await tab.locator('body').innerText()).not.toMatch(/Ellie|Concerns/);
  const asked = browser.stub().requests.map(({ method, path }) => `${method} ${path}`);
  expect(asked).toEqual(['GET /api/desk', 'GET /api/settings/health']);
});

it('is offered to nobody else: a teacher keeps to the reports', async () => {
  const { tab } = await browser.visit('person=daniel');
  await tab.getByText('C-2026-0143').waitFor();
  expect(await tab.getByText('Lantern’s health').count()).toBe(0);
});

it('says how it is in one line, then what to mend, and folds up what is in order', async () => {
  const tab = await looked();
  expect(await said(tab)).toBe('Lantern was examined: 2 faults, 1 warning');
  expect(await tab.getByRole('heading', { level: 2 }).allTextContents()).toEqual([
    'Faults (2)',
    'Warnings (1)',
    'Everything else',
  ]);
  const faults = tab.getByRole('list', { name: 'Faults' }).getByRole('listitem');
  expect(await faults.nth(0).innerText()).toMatch(
    /^Fault\s+Lists · Harrowmere Academy\s+Lists are missing[^]*What to do: npm run provision/,
  );
  expect(await faults.nth(1).innerText()).toMatch(/^Fault\s+Telephone · Brackenfold Primary/);
  expect(await tab.getByText('Node 22.12.0.').isVisible()).toBe(false);
  await tab.getByText('This machine 2 in order').press('Enter');
  await tab.getByText('Node 22.12.0.').waitFor();
  await tab.getByText('SharePoint 2 in order, 1 cannot be seen from here').waitFor();
});

it('hands out a mend that is a command', async () => {
  const tab = await looked();
  await tab.getByRole('button', { name: 'Copy the command npm run backup' }).click();
  // The page around it gives no tab the clipboard: what is to be copied is selected, and that is said.
  await tab.getByText('The command is selected.').first().waitFor();
  expect(await tab.locator('code', { hasText: 'npm run backup' }).evaluate(() => String(getSelection()))).toBe(
    'npm run backup',
  );
  expect(await tab.getByRole('button', { name: /^Copy the command/ }).count()).toBe(2);
});

it('looks once however often one presses, says that it goes on, and then from when on one may look again', async () => {
  browser.stub().health.held = true;
  const tab = await openHealth();
  await tab.getByRole('button', { name: 'Look now' }).dblclick();
  await tab.getByRole('progressbar', { name: 'Lantern is being examined' }).waitFor();
  await tab.getByText('That began less than a minute ago').waitFor();
  expect(await said(tab)).toBe('Lantern is being examined');
  await tab.getByRole('button', { name: 'Look now' }).press('Enter');
  expect(sent().map(({ path, body }) => [path, body])).toEqual([
    ['/api/settings/health', { form: expect.stringMatching(/^[0-9a-f]{32}$/) as string }],
  ]);
  browser.stub().health.held = false;
  await tab.getByText('2 faults, 1 warning', { exact: true }).waitFor();
  await tab.getByText(/You can look again in \d+ seconds/).waitFor();
  await tab.getByRole('button', { name: 'Look again' }).press('Enter');
  expect(sent()).toHaveLength(1);
});

it('may be looked at again, and a Lantern in order says so', async () => {
  browser.stub().health.restless = true;
  const tab = await looked();
  browser.stub().health.lines = [{ check: 'node', state: 'ok', says: 'Node 22.12.0.' }];
  await tab.getByRole('button', { name: 'Look again' }).press('Enter');
  await tab.getByText('In order, as far as can be seen', { exact: true }).waitFor();
  expect(await tab.getByRole('heading', { level: 2 }).allTextContents()).toEqual(['Everything else']);
});

it('says that an examination broke off and what to do, and that no answer came', async () => {
  browser.stub().health.breaks = true;
  browser.stub().health.restless = true;
  const tab = await openHealth();
  await tab.getByRole('button', { name: 'Look now' }).click();
  await tab.getByText(/The last examination broke off[^]*health\.broke-off/).waitFor();
  await expect.poll(() => said(tab)).toBe('The examination broke off');
  browser.stub().mishaps = [{ on: 'POST /api/settings/health', code: 'busy', status: 503 }];
  await tab.getByRole('button', { name: 'Look again' }).click();
  await tab.getByText('Lantern could not do this just now').first().waitFor();
});

it('goes from the screen of somebody whose right was taken away', async () => {
  const tab = await looked();
  browser.stub().mishaps = [{ on: 'GET /api/settings/health', code: 'not-found', status: 404 }];
  await tab.getByRole('link', { name: 'Roster' }).click();
  await tab.getByRole('heading', { name: 'Import the roster' }).waitFor();
  await tab.getByRole('link', { name: 'Lantern’s health' }).click();
  await tab.getByText('Nothing to show here').waitFor();
  expect(await tab.getByText('Lists are missing').count()).toBe(0);
});
