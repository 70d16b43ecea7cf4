import { readFile } from 'node:fs/promises';
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

const ellie = '0'.repeat(31) + '1';
const asked = () =>
  browser
    .stub()
    .requests.filter(({ path }) => path.includes('journal') || path.endsWith('/seen'))
    .map(({ method, path }) => `${method} ${path}`);
const told = (tab: FrameLocator) => tab.getByRole('list', { name: 'What was done' }).getByRole('listitem');

async function openJournal(person: string): Promise<FrameLocator> {
  const { tab } = await browser.visit(`person=${person}`);
  await tab.getByRole('navigation', { name: 'Lantern' }).getByRole('link', { name: 'Journal' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Journal' }).waitFor();
  return tab;
}

it('tells who did what, newest first, in the school’s time, and leads to what one may open', async () => {
  const tab = await openJournal('priya');
  await told(tab).first().waitFor();
  expect(await told(tab).nth(0).innerText()).toMatch(
    /^Thu, 10 Dec 2026, 07:59[^]*Priya Raman looked at concern C-2026-0146\s+In the tab, as designated safeguarding lead\s+Open the concern\s+Who has seen it$/,
  );
  expect(await told(tab).nth(3).innerText()).toMatch(
    /Daniel Osei tried to look at a concern\s+Refused. Not theirs to see/,
  );
  await told(tab).nth(0).getByRole('link', { name: 'Open the concern' }).click();
  await tab.getByRole('heading', { level: 2, name: 'Who has seen this' }).waitFor();
});

it('asks for nothing more before Show is pressed, then only for what fits, and goes back to everything', async () => {
  const tab = await openJournal('margaret');
  await told(tab).nth(6).waitFor();
  expect(await tab.getByRole('link', { name: 'Open the concern' }).count()).toBe(0);
  await tab.getByLabel('Who').selectOption({ label: 'Daniel Osei' });
  await tab.getByLabel('First day').fill('2026-12-01');
  await tab.getByRole('checkbox', { name: 'Only refusals' }).check();
  expect(asked()).toEqual(['GET /api/journal/proof', 'GET /api/journal']);
  await tab.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  await expect.poll(() => told(tab).count()).toBe(1);
  expect(asked().at(-1)).toBe('GET /api/journal?person=oid-daniel&from=2026-12-01&refused=yes');
  await tab.getByLabel('Last day').fill('2026-11-01');
  await tab.getByRole('button', { name: 'Show', exact: true }).click();
  await tab.getByText('This is before the first day.').waitFor();
  expect(asked()).toHaveLength(3);
  await tab.getByRole('button', { name: 'Show everything' }).click();
  await expect.poll(() => told(tab).count()).toBe(7);
});

it('says what came in by another door and by which right, and narrows to a door', async () => {
  const tab = await openJournal('margaret');
  await told(tab).nth(6).waitFor();
  await tab.getByLabel('From', { exact: true }).selectOption({ label: 'In the chat' });
  await tab.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  await expect.poll(() => told(tab).count()).toBe(1);
  expect(await told(tab).first().innerText()).toContain('In the chat, by break-glass and as deputy safeguarding lead');
  expect(asked().at(-1)).toBe('GET /api/journal?door=chat');
});

it('goes on to older entries', async () => {
  const tab = await openJournal('margaret');
  await tab.getByRole('button', { name: 'Show older entries' }).press('Enter');
  await expect.poll(() => told(tab).count()).toBe(8);
  expect(await told(tab).nth(7).innerText()).toContain('Zoe Lund');
  expect(asked().at(-1)).toBe('GET /api/journal?before=older');
  expect(await tab.getByRole('button', { name: 'Show older entries' }).count()).toBe(0);
});

it('says how much a file holds, who receives it and that it is confidential, before it is saved', async () => {
  const { page, tab } = await browser.visit('person=margaret');
  await tab.getByRole('navigation', { name: 'Lantern' }).getByRole('link', { name: 'Journal' }).click();
  await tab.getByRole('button', { name: 'Take out as a CSV file' }).click();
  await tab.getByText('1,204 entries.').waitFor();
  await tab.getByText('It goes to this device, to you, Margaret Eaves. It is confidential: keep it').waitFor();
  await tab.locator('button:focus', { hasText: 'Save lantern-journal' }).waitFor();
  const coming = page.waitForEvent('download');
  await tab.getByRole('button', { name: 'Save lantern-journal-2026-12-10.csv' }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe('lantern-journal-2026-12-10.csv');
  expect(await readFile(await download.path(), 'utf8')).toContain('"2026-12-10 08:00:00","Priya Raman"');
  expect(asked().filter((one) => one.startsWith('POST'))).toEqual(['POST /api/journal/export']);
});

it('proves the journal once however often one presses, and says which entry is wrong', async () => {
  const tab = await openJournal('leila');
  await tab.getByText('Not proved since Lantern was started.').waitFor();
  expect(await tab.getByText('What was done').count()).toBe(0);
  await tab.getByRole('button', { name: 'Prove it now' }).dblclick();
  await tab.getByRole('region').getByText('The journal is NOT as it was written').waitFor();
  await tab.getByText('Entry 1204 was changed in Lantern’s database').waitFor();
  await tab.getByText(/Again in \d+ seconds/).waitFor();
  expect(await tab.getByRole('status').first().textContent()).toBe('The journal is NOT as it was written');
  expect(asked().filter((one) => one.startsWith('POST'))).toEqual(['POST /api/journal/proof']);
  expect(asked()).not.toContain('GET /api/journal');
});

it('shows on a concern who has seen it, by person and lists apart, only when somebody asks', async () => {
  const { tab } = await browser.visit(`person=priya&sub=${ellie}`);
  await tab.getByRole('button', { name: 'Show who has seen this' }).waitFor();
  expect(asked()).toEqual([]);
  await tab.getByRole('button', { name: 'Show who has seen this' }).press('Enter');
  const opened = tab.getByRole('list', { name: 'Opened it or acted on it' });
  await opened.getByText('Priya Raman').waitFor();
  expect(await opened.innerText()).toMatch(
    /Priya Raman 3 times, first Thu, 10 Dec 2026, 06:30, last Thu, 10 Dec 2026, 07:59/,
  );
  await opened.getByText('One by one').first().press('Enter');
  await tab.getByText('Thu, 10 Dec 2026, 07:20: looked at concern C-2026-0146').waitFor();
  expect(await tab.getByRole('list', { name: 'Had it before them in a list' }).innerText()).toMatch(
    /^Zoe Lund 12 times/,
  );
  expect(asked()).toEqual([`GET /api/concerns/${ellie}/seen`]);
});

it('tells a head who has seen a case without opening it', async () => {
  const tab = await openJournal('margaret');
  await tab.getByRole('link', { name: 'Who has seen it' }).first().click();
  await tab.getByRole('heading', { level: 1, name: 'Who has seen C-2026-0146' }).waitFor();
  const way = tab.getByRole('navigation', { name: 'Breadcrumb' });
  expect(await way.innerText()).toMatch(/Start\s+Journal\s+C-2026-0146/);
  await way.getByRole('link', { name: 'Journal' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Journal' }).waitFor();
  expect(asked()).toContain(`GET /api/concerns/${ellie}/seen`);
});

it('empties when it is not, or no longer, for whoever is looking', async () => {
  browser.stub().mishaps = [{ on: 'GET /api/journal', code: 'not-found', status: 404 }];
  const tab = await openJournal('margaret');
  await tab.getByText('Lantern has nothing here that you may see.').waitFor();
  expect(await told(tab).count()).toBe(0);
});

it('tells what was unusual in a week’s reading, with its numbers, and leads on to who has seen the case', async () => {
  const tab = await openJournal('margaret');
  expect(asked()).not.toContain('GET /api/journal/unusual');
  await tab.getByRole('link', { name: 'Unusual reading in the last seven days' }).press('Enter');
  const found = tab.getByRole('list', { name: 'Unusual reading' });
  await found.getByText('23 different cases').waitFor();
  expect(await found.innerText()).toMatch(
    /^Daniel Osei\s+Opened 23 different cases between 07:30 and 08:30 on Tue 8 Dec; their most in the four weeks before was 4\./,
  );
  await found.getByText('6 refusals between 07:50 and 08:00 on Wed 9 Dec: not theirs to see, or not there.').waitFor();
  await tab
    .getByText(/^Looked at, from Thu, 3 Dec 2026.*: 14 people, 1,312 openings of cases and 6 refusals\.$/)
    .waitFor();
  await found.getByRole('link', { name: 'Who has seen C-2026-0146' }).press('Enter');
  await tab.getByRole('heading', { level: 1, name: 'Who has seen C-2026-0146' }).waitFor();
});

it('offers unusual reading to nobody who may not look at it, and says so when nothing was unusual', async () => {
  const admin = await openJournal('leila');
  await admin.getByText('Not proved since Lantern was started.').waitFor();
  expect(await admin.getByRole('link', { name: /Unusual reading/ }).count()).toBe(0);
  const tab = await openJournal('priya');
  await tab.getByRole('link', { name: 'Unusual reading in the last seven days' }).click();
  await tab.getByText('Nothing was unusual.').waitFor();
  await tab.getByText(/14 people, 1,312 openings of cases and 6 refusals/).waitFor();
});
