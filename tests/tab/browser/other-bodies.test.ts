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
  browser.stub().requests.filter((request) => request.method === 'POST' && request.path === `/api/meetings/${path}`);

async function open(name: string): Promise<FrameLocator> {
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name }).click();
  await tab.getByRole('heading', { level: 1, name }).waitFor();
  return tab;
}

describe('a meeting that another body holds', () => {
  it('is written down, and kept as the school’s own note with why it did not agree; nobody is asked to agree it', async () => {
    const tab = await open('Core group');
    await tab.getByRole('link', { name: 'Write the minutes' }).click();
    await tab.getByText(/Once something is written, it can be kept/).waitFor();
    const action = tab.getByRole('region', { name: /Ask the nurse/ });
    await action.getByLabel('Decision').fill('Ring the nurse @Sheila Brandt by Friday');
    await tab.getByLabel(/^If the school did not agree/).fill('We saw no change.');
    await tab.getByLabel('Next meeting on').fill('2027-01-20');
    expect(await tab.getByRole('button', { name: /Agree/ }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Keep as the school’s note' }).click();
    await tab.getByText('Kept. 1 action was set.').first().waitFor();
    const note = tab.getByRole('region', { name: 'The school’s own note' });
    const text = await note.innerText();
    for (const words of ['Kept by Priya Raman', 'We saw no change.', '20 Jan 2027']) expect(text).toContain(words);
    expect(sent('g3/minutes/keep').map(({ body }) => body)).toEqual([
      { form, rev: 2, dissent: 'We saw no change.', nextOn: '2027-01-20' },
    ]);
  });

  it('stands on the list until its official minutes came and were read, and what is wrong in them was sent on', async () => {
    const tab = await open('Initial child protection conference');
    const sheet = tab.getByRole('region', { name: 'Official minutes' });
    await sheet.getByText(/^They were expected by .*8 Dec 2026\. Ask for them\.$/).waitFor();
    await sheet.getByText(/^15 working days after the meeting: a usual local standard/).waitFor();
    await sheet.getByRole('button', { name: 'They came' }).click();
    await sheet.getByRole('radio', { name: 'Something in them is wrong' }).check();
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.getByText('Write what is wrong.').waitFor();
    expect(sent('g5/official/record')).toEqual([]);
    await sheet.getByLabel('What is wrong').fill('She was at school on the third.');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.getByText(/something in them is wrong\. Send it on\.$/).waitFor();
    await sheet.getByRole('button', { name: 'It was sent on' }).click();
    await sheet.getByLabel('Sent on').fill('2026-12-10');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.getByText(/what is wrong in them was sent on\.$/).waitFor();
    const came = { form, receivedOn: '2026-12-10', check: 'inaccurate' };
    expect(sent('g5/official/record').map(({ body }) => body)).toEqual([
      { ...came, rev: 1, inaccuracies: 'She was at school on the third.' },
      { ...came, rev: 2, sentOn: '2026-12-10' },
    ]);
    await tab.getByRole('link', { name: 'Meetings' }).first().click();
    await tab.getByRole('heading', { name: 'To come' }).waitFor();
    expect(await tab.getByRole('heading', { name: 'Official minutes awaited' }).count()).toBe(0);
  });

  it('says what it decides and what the school should bring; one that the school holds does not', async () => {
    const tab = await open('Core group');
    const guide = tab.getByRole('region', { name: 'If you go there for the school' });
    await guide.getByText(/^How the plan is carried out between conferences/).waitFor();
    expect(await guide.getByRole('listitem').count()).toBe(4);
    await tab.getByRole('link', { name: 'Meetings' }).first().click();
    await tab.getByRole('link', { name: 'Team around the family' }).click();
    await tab.getByRole('heading', { name: 'Agenda' }).waitFor();
    expect(await guide.count()).toBe(0);
  });

  it('has another day set for its official minutes, and not one that is gone', async () => {
    const tab = await open('Initial child protection conference');
    const sheet = tab.getByRole('region', { name: 'Official minutes' });
    await sheet.getByRole('button', { name: 'Set another day' }).click();
    await sheet.getByLabel('Expected by').fill('2026-12-09');
    await sheet.getByRole('button', { name: 'Save the day' }).click();
    await sheet.getByText('Choose today or a later day.', { exact: true }).waitFor();
    await sheet.getByLabel('Expected by').fill('2026-12-18');
    await sheet.getByRole('button', { name: 'Save the day' }).click();
    await sheet
      .getByText(/^Expected by .*18 Dec 2026\.$/)
      .first()
      .waitFor();
    await expect.poll(() => sheet.getByText(/working days after/).count()).toBe(0);
  });
});
