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

const sent = () =>
  browser
    .stub()
    .requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/meetings'))
    .map(({ path, body }) => [path, body]);
async function openList(): Promise<FrameLocator> {
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('heading', { name: 'To come' }).waitFor();
  return tab;
}

describe('calling a meeting', () => {
  it('proposes times at which staff are free, says whose calendar it could not read, and takes one', async () => {
    const tab = await openList();
    await tab.getByRole('button', { name: 'Call a meeting' }).click();
    await tab.getByRole('button', { name: 'When are they free?' }).click();
    await tab.getByText('Choose a day first, and who chairs it or is asked.').waitFor();
    expect(sent()).toEqual([]);
    await tab.getByRole('textbox', { name: 'Day' }).fill('2027-02-08');
    await tab.getByLabel('Chair').selectOption('Priya Raman, Designated safeguarding lead');
    await tab.getByLabel('Minute-taker').selectOption('Zoe Lund, Supply teacher');
    await tab.getByRole('button', { name: 'When are they free?' }).click();
    const times = tab.getByRole('list', { name: 'Times on Mon, 8 Feb 2027' });
    await times.waitFor();
    expect(await times.getByRole('button').allInnerTexts()).toEqual([
      expect.stringMatching(/^08:00–09:00\s+Busy: Daniel Osei$/),
      expect.stringMatching(/^09:30–10:30\s+All others are free$/),
      expect.stringMatching(/^11:00–12:00\s+Perhaps busy: Priya Raman$/),
      expect.stringMatching(/^13:30–14:30\s+Busy: Daniel Osei\s+Perhaps busy: Priya Raman$/),
      expect.stringMatching(/^16:00–17:00\s+All others are free$/),
    ]);
    await tab.getByText('could not look into the calendar of Zoe Lund').first().waitFor();
    await times.getByRole('button', { name: /^09:30/ }).press('Enter');
    expect([
      await tab.getByLabel('From').inputValue(),
      await tab.getByRole('textbox', { name: 'To', exact: true }).inputValue(),
    ]).toEqual(['09:30', '10:30']);
    await times.getByRole('button', { name: /^09:30/, pressed: true }).waitFor();
    expect(sent()).toEqual([
      ['/api/meetings/free', { school: 'harrowmere', day: '2027-02-08', minutes: 60, people: ['p3', 'p2'] }],
    ]);
    await tab.getByRole('textbox', { name: 'Day' }).fill('2027-02-09');
    await times.waitFor({ state: 'detached' });
  });

  it('calls a series on the days that stay ticked', async () => {
    const tab = await openList();
    await tab.getByRole('button', { name: 'Call a meeting' }).click();
    await tab.getByLabel('Kind').selectOption('Pastoral meeting');
    await tab.getByRole('textbox', { name: 'Day' }).fill('2027-06-07');
    await tab.getByLabel('From').fill('14:00');
    await tab.getByRole('textbox', { name: 'To', exact: true }).fill('15:00');
    await tab.getByLabel('Chair').selectOption('Priya Raman, Designated safeguarding lead');
    await tab.getByLabel('Held again').selectOption('Every week');
    await tab.getByRole('button', { name: 'Call the meeting' }).click();
    await tab.getByText('Choose a day after the first meeting.').waitFor();
    await tab.getByLabel('Until').fill('2027-08-05');
    expect(
      await tab
        .getByRole('group', { name: '7 more meetings' })
        .getByRole('checkbox', { name: /August/ })
        .isChecked(),
    ).toBe(false);
    await tab.getByRole('checkbox', { name: 'Mon, 21 Jun 2027' }).press('Space');
    await tab.getByRole('group', { name: '6 more meetings' }).waitFor();
    await tab.getByRole('button', { name: 'Call the meeting' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Pastoral meeting' }).waitFor();
    const june = ['2027-06-14', '2027-06-28'];
    const july = ['2027-07-05', '2027-07-12', '2027-07-19', '2027-07-26'];
    expect(sent()).toMatchObject([
      ['/api/meetings', { startsAt: '2027-06-07T13:00:00.000Z', alsoOn: [...june, ...july] }],
    ]);
  });
});

describe('a meeting of a series', () => {
  const order = { rev: 1, andLater: true };

  it('is cancelled with those after it where that is wished for', async () => {
    const tab = await openList();
    await tab.getByRole('link', { name: 'Safeguarding team' }).click();
    await tab.getByText('3 meetings to come after this one').waitFor();
    await tab.getByRole('button', { name: 'Cancel the meeting' }).click();
    await tab.getByLabel('Why it is cancelled').fill('Nobody is left.');
    await tab.getByRole('checkbox', { name: 'Also the 3 later meetings of this series' }).press('Space');
    await tab.getByRole('button', { name: 'Cancel this meeting' }).click();
    await tab.getByText('Cancelled. Staff who were asked are told.').first().waitFor();
    expect(sent()).toMatchObject([['/api/meetings/g1/cancel', { ...order, reason: 'Nobody is left.' }]]);
  });

  it('is moved alone where nothing else is wished for', async () => {
    const tab = await openList();
    await tab.getByRole('link', { name: 'Safeguarding team' }).click();
    await tab.getByRole('button', { name: 'Change time or place' }).click();
    await tab.getByRole('checkbox', { name: 'Also the 3 later meetings of this series' }).waitFor();
    await tab.getByRole('textbox', { name: 'Place' }).fill('Library');
    await tab.getByRole('button', { name: 'Save the change' }).click();
    await tab.getByText('Changed. Staff who were asked are told.').first().waitFor();
    expect(sent()).toMatchObject([['/api/meetings/g1/change', { rev: 1, location: 'Library' }]]);
    expect(JSON.stringify(sent())).not.toContain('andLater');
  });
});
