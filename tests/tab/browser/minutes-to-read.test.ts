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
    .requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/meetings'))
    .map(({ path, body }) => [path, body]);
const said = (tab: FrameLocator, text: string | RegExp) =>
  tab.getByRole('status').getByText(text).waitFor({ state: 'attached' });

async function openList(person = 'priya'): Promise<FrameLocator> {
  const { tab } = await browser.visit(`person=${person}`);
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('heading', { name: person === 'daniel' ? 'You were asked to' : 'To come' }).waitFor();
  return tab;
}

it('how it goes is counted by kind when it is asked for, and is nobody’s who calls no meetings', async () => {
  const tab = await openList();
  const asked = () => browser.stub().requests.filter(({ path }) => path === '/api/meetings/figures').length;
  expect(asked()).toBe(0);
  await tab.getByText('How it goes').click();
  const kinds = tab.getByRole('list', { name: 'How meetings go, by kind' }).getByRole('listitem');
  await kinds.first().waitFor();
  expect(await kinds.allInnerTexts()).toEqual([
    expect.stringMatching(
      /^Safeguarding team\s+Held 6 times\s+26 of 30 staff who were asked came\s+Minutes agreed of 5 of 6, half of them within 1.5 days\s+6 of 8 reports came in time\s+7 of 9 actions done in time$/,
    ),
    expect.stringMatching(/^Supervision\s+Held 1 time\s+Minutes agreed of 0 of 1$/),
  ]);
  expect(asked()).toBe(1);
  const theirs = await openList('daniel');
  expect(await theirs.getByText('How it goes').count()).toBe(0);
});

describe('minutes for whoever was there', () => {
  it('are read from the list, a point that is left out is said to be, and are said to have been read once', async () => {
    const tab = await openList('daniel');
    const list = tab.getByRole('list', { name: 'Minutes for you' });
    expect(await list.innerText()).toMatch(/3 Dec 2026[^]*M-2026-0003[^]*Came[^]*Minutes published/);
    await list.getByRole('link', { name: 'Team around the family' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Minutes: Team around the family' }).waitFor();
    const points = tab.getByRole('list', { name: 'What was said and decided' });
    expect(await points.innerText()).toMatch(
      /wishes and feelings[^]*mornings are hardest[^]*A point is left out here[^]*library door[^]*Tell the front office[^]*Daniel Osei, by Fri, 11 Dec 2026 · To do/,
    );
    expect(await points.getByRole('link').count()).toBe(0);
    await tab.getByText('The library opens at 08:15.').waitFor();
    await tab.getByRole('button', { name: 'I have read them' }).press('Enter');
    await said(tab, 'You said that you have read the minutes');
    await tab.getByText(/^You said that you had read them:/).waitFor();
    expect(await tab.getByRole('button', { name: 'I have read them' }).count()).toBe(0);
    expect(sent()).toEqual([['/api/meetings/g8/acknowledge', { form, invitation: 'mp8' }]]);
    await tab.getByRole('link', { name: 'Meetings', exact: true }).last().click();
    await tab.getByText('You have read the minutes', { exact: true }).waitFor();
  });

  it('are not shown while names are hidden, nor can they be said to have been read', async () => {
    const { tab } = await browser.visit('person=daniel&meeting=beside');
    await tab.getByRole('link', { name: 'Meetings' }).click();
    await tab.getByRole('list', { name: 'Minutes for you' }).getByRole('link').click();
    await tab.getByText('Names are hidden on this screen, so this is not shown.').waitFor();
    expect(await tab.getByText('mornings are hardest').count()).toBe(0);
    expect(await tab.getByRole('button', { name: 'I have read them' }).count()).toBe(0);
  });

  it('are nobody’s who was not there', async () => {
    const tab = await openList('daniel');
    expect(await tab.getByRole('list', { name: 'You were asked to' }).getByRole('link').count()).toBe(0);
  });
});
