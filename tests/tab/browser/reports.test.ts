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
const sent = (path: string) =>
  browser
    .stub()
    .requests.filter((request) => request.method === 'POST' && request.path === `/api/meetings/${path}`)
    .map(({ body }) => body);

async function open(name: string): Promise<FrameLocator> {
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name }).click();
  await tab.getByRole('heading', { level: 1, name }).waitFor();
  return tab;
}

describe('the reports to a meeting', () => {
  it('stand on its page with what is overdue, came late or is awaited, and in its agenda', async () => {
    const tab = await open('Team around the family');
    const sheet = tab.getByRole('region', { name: 'Reports' });
    const text = await sheet.innerText();
    for (const words of ['▲ Report overdue since', '8 Dec', 'late: it was due by', 'Report due by', '11 Dec'])
      expect(text).toContain(words);
    await tab.getByRole('region', { name: 'Agenda' }).getByText('Reports awaited: 2, 1 of them overdue').waitFor();
    expect(await sheet.getByRole('button', { name: 'Ask for a report' }).count()).toBe(0);
  });

  it('are asked for by the rule of the kind or by another day, and withdrawn', async () => {
    const tab = await open('Team around the family');
    const sheet = tab.getByRole('region', { name: 'Reports' });
    const sheilas = sheet.getByRole('group', { name: 'Report of Sheila Brandt' });
    await sheilas.getByRole('button', { name: 'Came another day' }).waitFor();
    const amas = sheet.getByRole('group', { name: 'Report of Ama Boateng' });
    await amas.getByRole('button', { name: 'Ask no more' }).click();
    await sheet.getByRole('button', { name: 'Ask for a report' }).click();
    expect(sent('g2/reports/withdraw')).toEqual([{ form, invitation: 'mp3' }]);
    await sheet.getByText(/no rule says when for a meeting of this kind/).waitFor();
    await sheet.getByRole('button', { name: 'Ask for it' }).click();
    await sheet.getByText('Choose somebody.').waitFor();
    expect(sent('g2/reports/ask')).toEqual([]);
    // Of the family no report is asked for.
    expect(await sheet.getByRole('option').allInnerTexts()).toEqual(['Choose…', 'Ama Boateng, Westmarch early help']);
    await sheet.getByLabel('Of whom').selectOption({ label: 'Ama Boateng, Westmarch early help' });
    await sheet.getByText(/Lantern writes to nobody outside the school/).waitFor();
    await sheet.getByLabel('By').fill('2026-12-09');
    await sheet.getByRole('button', { name: 'Ask for it' }).click();
    await sheet.getByText('Choose today or a later day.', { exact: true }).waitFor();
    await sheet.getByLabel('By').fill('2026-12-14');
    await sheet.getByRole('button', { name: 'Ask for it' }).click();
    await sheet
      .getByText(/^Ama Boateng: asked for by .*14 Dec/)
      .first()
      .waitFor();
    expect(sent('g2/reports/ask').at(-1)).toEqual({ form, invitation: 'mp3', dueOn: '2026-12-14' });
  });

  it('are said to have come, and the day of that put right', async () => {
    const tab = await open('Team around the family');
    const sheet = tab.getByRole('region', { name: 'Reports' });
    const amas = sheet.getByRole('group', { name: 'Report of Ama Boateng' });
    await amas.getByRole('button', { name: 'It came' }).click();
    await sheet.getByLabel('The report of Ama Boateng came on').fill('2026-12-09');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.getByText(/^Report came on .*9 Dec 2026, in time$/).waitFor();
    await amas.getByRole('button', { name: 'Came another day' }).click();
    await sheet.getByRole('button', { name: 'Cancel' }).click();
    expect(sent('g2/reports/record')).toEqual([{ form, invitation: 'mp3', receivedOn: '2026-12-09' }]);
  });

  it('are said to be sent by whoever was asked, where they see when and where the meeting is', async () => {
    const { tab } = await browser.visit('person=daniel');
    await tab.getByRole('link', { name: 'Meetings' }).click();
    await tab.getByText(/^Report due by .*11 Dec/).waitFor();
    await tab.getByRole('button', { name: /^I have sent my report/ }).click();
    await tab.getByText('You said that your report is sent').waitFor();
    expect(sent('g9/reports/sent')).toEqual([{ form, invitation: 'mp9' }]);
  });
});
