import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { holdLooks } from '../../support/hold-looks.ts';
import { startTabBrowser, type TabBrowser, type Visit } from '../../support/tab-browser.ts';

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
const posted = (path: string) =>
  browser
    .stub()
    .requests.filter((request) => request.method === 'POST' && request.path === `/api/meetings/g1/${path}`)
    .map(({ body }) => body);

/** The minutes of today's meeting, just agreed by Priya. */
async function agreed(): Promise<Visit> {
  const { page, tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name: 'Safeguarding team' }).first().click();
  await tab.getByRole('link', { name: 'Start the minutes' }).click();
  await tab.getByRole('button', { name: 'Start the minutes' }).click();
  await tab.getByLabel('Discussion').first().fill('The school told of the week.');
  await tab.getByText('All saved').waitFor();
  await tab.getByRole('button', { name: 'Look at what becomes of it' }).click();
  await tab.getByRole('button', { name: 'Agree the minutes' }).click();
  await tab.getByRole('heading', { name: 'To people of other agencies' }).waitFor();
  return { page, tab };
}

describe('minutes to people of other agencies', () => {
  it('are offered for professionals alone, and not before they are agreed', async () => {
    const { tab } = await agreed();
    const list = tab.getByRole('list', { name: 'To people of other agencies' });
    await list.waitFor();
    expect(await list.getByRole('listitem').allInnerTexts()).toEqual([expect.stringContaining('Ama Boateng')]);
    expect(posted('outside')).toEqual([]);
  });

  it('go by an address and a code that are shown once, each with what to do with it', async () => {
    const { tab } = await agreed();
    await tab.getByRole('button', { name: 'Send by link to Ama Boateng' }).press('Enter');
    const once = tab.getByRole('region', { name: 'Shown once, for Ama Boateng' });
    await once.waitFor();
    expect(await once.getByRole('heading').evaluate((element) => element === document.activeElement)).toBe(true);
    expect(posted('outside')).toEqual([{ form, invitation: 'mp3' }]);
    await once.getByText(/^https:\/\/lantern\.example\/outside\/[0-9a-f]{32}$/).waitFor();
    await once.getByText('0491 5826', { exact: true }).waitFor();
    await once.getByText(/Ring a number that you knew before/).waitFor();
    await once.getByRole('button', { name: 'Copy the code' }).click();
    await tab
      .getByText(/^The code is (copied|selected)/)
      .first()
      .waitFor({ state: 'attached' });
    await once.getByRole('button', { name: 'I have passed on both' }).click();
    expect(await tab.getByText('0491 5826').count()).toBe(0);
    const again = tab.getByRole('button', { name: 'Send a new link to Ama Boateng' });
    expect(await again.evaluate((element) => element === document.activeElement)).toBe(true);
    await tab.getByText('Not yet', { exact: true }).waitFor();
    await tab.getByText('Works until').waitFor();
  });

  it('go anew by another link, and end with a press', async () => {
    const { page, tab } = await agreed();
    await tab.getByRole('button', { name: 'Send by link to Ama Boateng' }).click();
    await tab.getByRole('button', { name: 'I have passed on both' }).click();
    const again = tab.getByRole('button', { name: 'Send a new link to Ama Boateng' });
    await again.waitFor();
    const release = await holdLooks(page, '**/api/meetings/g1/outside');
    await again.click();
    await tab.getByRole('button', { name: 'I have passed on both' }).click();
    expect(posted('outside')).toHaveLength(2);
    // Until the list has come anew, it knows of the first link only, and that one is not meant.
    const end = tab.getByRole('button', { name: 'End the link of Ama Boateng' });
    await expect.poll(() => end.getAttribute('aria-disabled')).toBe('true');
    release();
    await end.click();
    await tab.getByText('Link: ended').waitFor();
    expect(posted(`outside/${'2'.padStart(32, '0')}/revoke`)).toEqual([{ form }]);
    expect(await tab.getByRole('button', { name: /^End the link/ }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Send by link to Ama Boateng' }).waitFor();
  });
});
