import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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

const form = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
const sent = (path: string, method = 'POST') =>
  browser
    .stub()
    .requests.filter((request) => request.method === method && request.path === `/api/meetings/${path}`)
    .map(({ body }) => body);

async function open(): Promise<FrameLocator> {
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name: 'Team around the family' }).click();
  await tab.getByRole('region', { name: 'Papers' }).getByRole('button', { name: 'Add a file' }).waitFor();
  return tab;
}

describe('the papers of a meeting', () => {
  it('are laid from the files of its children, for nobody by itself, and for the staff who are ticked', async () => {
    const sheet = (await open()).getByRole('region', { name: 'Papers' });
    await sheet.getByRole('button', { name: 'Add a file' }).click();
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.getByText('Choose a file.').waitFor();
    await sheet.getByText('Write what it is called.').waitFor();
    expect(sent('g2/papers')).toEqual([]);
    // What is laid already is not offered again; of whoever is outside and of the family nobody can be ticked.
    expect(await sheet.getByRole('option').allInnerTexts()).toEqual(['Choose…', 'Letter from the GP, C-2026-0145']);
    expect(await sheet.getByRole('checkbox').count()).toBe(2);
    expect(await sheet.getByRole('checkbox', { checked: true }).count()).toBe(0);
    await sheet.getByRole('combobox', { name: 'File' }).selectOption({ label: 'Letter from the GP, C-2026-0145' });
    expect(await sheet.getByLabel('What it is called').inputValue()).toBe('Letter from the GP');
    await sheet.getByLabel('What it is called').fill('Letter about sleep');
    await sheet.getByRole('checkbox', { name: /^Sheila Brandt/ }).check();
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet
      .getByText(/^Saved\. 1 of the staff may read it until .*28 Dec/)
      .first()
      .waitFor();
    expect(sent('g2/papers')).toEqual([{ form, document: 'df2', heading: 'Letter about sleep', readers: ['mp2'] }]);
    await sheet.getByRole('group', { name: 'Paper: Letter about sleep' }).waitFor();
  });

  it('say who may read each and who has, are changed, and withdrawn', async () => {
    const sheet = (await open()).getByRole('region', { name: 'Papers' });
    const readers = sheet.getByRole('list', { name: 'Who may read Report of the school nurse' }).getByRole('listitem');
    await readers.first().waitFor();
    expect((await readers.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^Sheila Brandt opened it .+/),
      'Priya Raman has not opened it',
    ]);
    const paper = sheet.getByRole('group', { name: 'Paper: Report of the school nurse' });
    await paper.getByRole('button', { name: 'Who may read it' }).click();
    await sheet.getByRole('checkbox', { name: /^Priya Raman/ }).uncheck();
    await sheet.getByRole('button', { name: 'Save' }).click();
    await expect
      .poll(() => sent('g2/papers'))
      .toEqual([{ form, document: 'df1', heading: 'Report of the school nurse', readers: ['mp2'] }]);
    await paper.getByRole('button', { name: 'Withdraw' }).click();
    await sheet.getByText('No file is laid before this meeting.').waitFor();
    expect(sent('g2/papers/lp1/withdraw')).toEqual([{ form }]);
  });

  it('are found by whoever may read them with the meeting they were asked to, and saved as they are called', async () => {
    const { page, tab } = await browser.visit('person=daniel');
    await tab.getByRole('link', { name: 'Meetings' }).click();
    const row = tab.getByRole('listitem').filter({ hasText: 'M-2026-0011' });
    await row.getByText('1 paper for you').waitFor();
    // What they are called is asked for with the press.
    expect(sent('g9/papers/mine', 'GET')).toEqual([]);
    await row.getByText('1 paper for you').click();
    await row.getByRole('button', { name: 'Download School report' }).click();
    await row.getByText(/It goes to this device, to you, Daniel Osei\. It is confidential/).waitFor();
    const saved = page.waitForEvent('download');
    await row.getByRole('button', { name: 'Save School report', exact: true }).click();
    expect((await saved).suggestedFilename()).toBe('School report.pdf');
    expect(sent('g9/papers/lp9/content', 'GET')).toHaveLength(1);
    await row.getByRole('button', { name: 'Download School report' }).waitFor();
  });
});
