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
const sent = () =>
  browser
    .stub()
    .requests.filter(({ method, path }) => method === 'POST' && path.includes('contributions'))
    .map(({ path, body }) => [path, body]);

async function open(name = 'Initial child protection conference') {
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name }).click();
  const sheet = tab.getByRole('region', { name: 'What the school brings' });
  await sheet.getByRole('heading', { level: 3, name: 'Ellie Marsden' }).waitFor();
  return { tab, sheet };
}
const focused = (tab: FrameLocator) => tab.locator(':focus').innerText();

describe('what the school brings', () => {
  it('is begun for each child of the meeting, and says what is still empty', async () => {
    const { sheet } = await open('Team around the family');
    await sheet.getByRole('button', { name: 'Begin: Ellie Marsden' }).click();
    await sheet.getByText(/^Nothing is written yet\. It has: The child at school · The child’s own view/).waitFor();
    await sheet.getByRole('button', { name: 'Begin: Mia Hughes' }).waitFor();
    expect(sent()).toEqual([['/api/meetings/g2/contributions', { form, child: 'mc1' }]]);
  });

  it('is filled from the file where nothing stands, and leaves what was written', async () => {
    const { tab, sheet } = await open();
    await sheet.getByRole('button', { name: 'Write: Ellie Marsden' }).click();
    const writing = sheet.getByRole('form', { name: 'What the school brings' });
    await writing.getByLabel('What the school has seen and heard').fill('A bruise on 9 December, seen by Daniel Osei.');
    expect(await writing.getByText('Facts with their days, apart from opinions. Who saw it?').isVisible()).toBe(true);
    await writing.getByRole('button', { name: 'Fill from the file' }).click();
    await writing
      .getByText(
        '2 parts filled from the file. 1 part left as you wrote it. 1 line was left out: look in the file for more.',
      )
      .waitFor();
    expect(await writing.getByLabel('The child at school').inputValue()).toBe('Year 7, form 7B.');
    expect(await writing.getByLabel('What worries the school').inputValue()).toBe('');
    await writing.getByRole('button', { name: 'Save' }).click();
    await sheet.getByText('Saved.').waitFor();
    const [[path, body] = []] = sent();
    expect(path).toBe('/api/contributions/b1');
    expect(body).toMatchObject({ rev: 1, texts: { seen: 'A bruise on 9 December, seen by Daniel Osei.' } });
    expect(Object.keys((body as { texts: object }).texts)).toEqual(['child', 'seen', 'voice', 'done']);
    await expect.poll(() => focused(tab)).toBe('Write');
  });

  it('keeps what was typed where somebody else was quicker', async () => {
    const { sheet } = await open();
    await sheet.getByRole('button', { name: 'Write: Ellie Marsden' }).click();
    const writing = sheet.getByRole('form', { name: 'What the school brings' });
    await writing.getByLabel('What worries the school').fill('Her mother is ill.');
    browser.stub().mishaps.push({ on: 'POST /api/contributions/b1', code: 'changed-meanwhile', status: 409 });
    await writing.getByRole('button', { name: 'Save' }).click();
    await writing.getByRole('group').or(writing.locator('.fui-MessageBar')).first().waitFor();
    expect(await writing.getByLabel('What worries the school').inputValue()).toBe('Her mother is ill.');
  });

  it('is given once it is said how, when and whether the family saw it; then the next version begins from it', async () => {
    const { sheet } = await open();
    await sheet.getByRole('button', { name: 'It was given: Ellie Marsden' }).click();
    const giving = sheet.getByRole('form', { name: 'It was given' });
    await giving.getByRole('button', { name: 'It was given' }).click();
    await giving.getByText('Say whether the family has seen it.').waitFor();
    await giving.getByRole('radio', { name: 'They have not seen it' }).check();
    await giving.getByRole('button', { name: 'It was given' }).click();
    await giving.getByText('Write why they have not seen it.').waitFor();
    expect(sent()).toEqual([]);
    await giving.getByLabel('Why the family has not seen it').fill('It would put her at risk.');
    await giving.getByRole('button', { name: 'It was given' }).click();
    await sheet.getByText('It is final now.').waitFor();
    const said = { how: 'in-writing', on: '2026-12-10', familySaw: 'no', whyNotSeen: 'It would put her at risk.' };
    expect(sent()).toEqual([['/api/contributions/b1/give', { form, rev: 1, ...said }]]);
    await sheet.getByText(/^Given on .*10 Dec 2026\. In writing, before the meeting\.$/).waitFor();
    expect(await sheet.getByRole('button', { name: 'Write: Ellie Marsden' }).count()).toBe(0);
    await sheet.getByRole('button', { name: 'Begin the next version: Ellie Marsden' }).click();
    await sheet.getByText('Version 2: Being written.').waitFor();
    await sheet.getByText('Earlier versions (1)').click();
    await sheet.getByText(/it would put her at risk\.$/i).waitFor();
  });

  it('is spoken for by somebody whom a lead chooses', async () => {
    const { sheet } = await open();
    await sheet.getByText('Daniel Osei speaks for the school.').waitFor();
    await sheet.getByRole('button', { name: 'Who speaks: Ellie Marsden' }).click();
    await sheet.getByRole('combobox', { name: 'Who speaks for the school' }).selectOption('A safeguarding lead');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.getByText('A safeguarding lead speaks for the school.').waitFor();
    expect(sent()).toEqual([['/api/contributions/b1/speaker', { form, meeting: 'g5', rev: 1 }]]);
  });

  it('is written by whoever speaks on a page of its own, reached from what they were asked to', async () => {
    const { tab } = await browser.visit('person=zoe');
    await tab.getByRole('link', { name: 'Meetings' }).click();
    await tab.getByRole('link', { name: 'What the school brings' }).click();
    await tab.getByRole('heading', { level: 1, name: 'What the school brings' }).waitFor();
    await tab.getByText('She comes early to feed the fish.').waitFor();
    expect(await tab.getByRole('button', { name: /^Who speaks/ }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Write: Ellie Marsden' }).click();
    await tab.getByLabel('What works, and who helps').fill('She feeds the fish.');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByRole('list', { name: 'Child by child' }).getByText('Saved.').waitFor();
    await tab.getByText('She feeds the fish.').waitFor();
    expect(sent()).toMatchObject([['/api/contributions/b2', { rev: 1, texts: { works: 'She feeds the fish.' } }]]);
  });

  it('stands at the child’s concern, with the way to the meeting', async () => {
    const { tab } = await browser.visit(`person=priya&sub=${'0'.repeat(31)}1`);
    const section = tab.getByRole('region', { name: 'Brought to meetings' });
    await section.getByText('Given on Tue, 17 Nov 2026. In writing and spoken.').waitFor();
    await section.getByRole('link', { name: 'Initial child protection conference, Tue, 17 Nov 2026' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Initial child protection conference' }).waitFor();
    expect(sent()).toEqual([]);
  });
});
