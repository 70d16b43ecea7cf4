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

const asked = () => browser.stub().requests.map(({ method, path }) => `${method} ${path}`);
const first = 'GET /api/channels/channel-triage-priya/minutes';
const minutes = (tab: FrameLocator) => tab.getByRole('list', { name: 'Minutes, newest first' }).locator(':scope > li');

describe('the tab of a channel', () => {
  it('shows what was posted there, its actions as they stand, and what was added, without the desk around it', async () => {
    const { tab } = await browser.visit('person=daniel&channel=priya');
    const card = tab.getByRole('region', { name: 'Safeguarding team, Thu, 26 Nov 2026' });
    await card.getByText('Child A comes to breakfast club').waitFor();
    const [open, done] = await card.getByRole('list', { name: 'Actions' }).getByRole('listitem').allInnerTexts();
    expect(open).toMatch(/Ring the mother of Child A[^]*To do[^]*Tom Whitlock, by Fri, 18 Dec 2026/);
    expect(open).not.toContain('Overdue');
    expect(done).toMatch(/quiet place at lunch[^]*Done[^]*Kayleigh Marsh/);
    await card.getByText(/Something was added to them 2 times/).waitFor();
    await tab.getByText('What they say cannot be shown here now. It stands in Lantern.').waitFor();
    // Nothing of one's own: no name of whoever looks, no way around, no button to press.
    expect(await tab.locator('body').innerText()).not.toMatch(/Daniel|Ellie|Mia/);
    expect(await tab.getByRole('navigation').count()).toBe(0);
    expect(await card.getByRole('button').count()).toBe(0);
  });

  it('asks for that channel and for nothing else, and for older minutes only when they are wanted', async () => {
    const { tab } = await browser.visit('person=daniel&channel=priya');
    await expect.poll(() => minutes(tab).count()).toBe(3);
    expect(asked()).toEqual([first]);
    await tab.getByRole('button', { name: 'Show older minutes' }).press('Enter');
    await expect.poll(() => minutes(tab).count()).toBe(4);
    await tab.getByText('Nothing was decided that is told here.').waitFor();
    expect(asked().slice(1)).toEqual([`${first}?before=po4`]);
    expect(await tab.getByRole('button', { name: 'Show older minutes' }).count()).toBe(0);
  });

  it('says which open action is late, and of none that is done or was cancelled', async () => {
    const { tab } = await browser.visit('person=daniel&channel=priya');
    await tab.getByRole('button', { name: 'Show older minutes' }).click();
    const card = tab.getByRole('region', { name: 'Safeguarding team, Thu, 12 Nov 2026' });
    const items = card.getByRole('list', { name: 'Actions' }).getByRole('listitem');
    await items.first().waitFor();
    const [late, cancelled] = await items.allInnerTexts();
    expect(late).toMatch(/Ask the nurse[^]*Overdue/);
    expect(cancelled).not.toContain('Overdue');
    expect(await tab.getByText('Overdue', { exact: true }).count()).toBe(1);
  });

  it('asks again when somebody comes back to it', async () => {
    browser.stub().followed = true;
    const { page, tab } = await browser.visit('person=daniel&channel=priya');
    await minutes(tab).first().waitFor();
    await expect.poll(() => browser.stub().followers()).toBe(1);
    expect(asked()).toEqual([first]);
    for (const state of ['hidden', 'visible'])
      await page.frames()[1]!.evaluate((value) => {
        Object.defineProperty(document, 'visibilityState', { value, configurable: true });
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
      }, state);
    await expect.poll(asked).toEqual([first, first]);
  });

  it('opens a meeting in one’s own Lantern, by a link without a name', async () => {
    const { page, tab } = await browser.visit('person=priya&channel=priya');
    const link = tab.getByRole('link', { name: 'Open in Lantern' }).first();
    expect(await link.getAttribute('href')).toBe('https://lantern.example/meeting-g4');
    await link.press('Enter');
    await page.getByText('In Teams this opens https://lantern.example/meeting-g4').waitFor();
  });

  it('shows nothing to whoever does not sit there, and says whom it shows something and what to do', async () => {
    browser.stub().mishaps.push({ on: first, code: 'not-found', status: 404 });
    const { tab } = await browser.visit('person=zoe&channel=priya');
    await tab.getByRole('heading', { name: 'Nothing is shown here' }).waitFor();
    expect(await tab.locator('body').innerText()).toMatch(/never to guests[^]*adds Lantern to the team/);
  });

  it('says when Teams does not tell who sits there, and asks again when it is told to', async () => {
    browser.stub().mishaps.push({ on: first, code: 'channel-unknown', status: 503 });
    const { tab } = await browser.visit('person=daniel&channel=priya');
    await tab.getByText(/Teams does not say just now who is in this channel/).waitFor();
    await tab.getByRole('button', { name: 'Try again' }).click();
    await minutes(tab).first().waitFor();
    expect(asked()).toEqual([first, first]);
  });

  it('says who sets a channel up that nobody has set up', async () => {
    const { tab } = await browser.visit('person=daniel&channel=daniel');
    await tab.getByText(/A safeguarding lead does that in Lantern, under Meetings, Channels/).waitFor();
    expect(await tab.getByRole('listitem').count()).toBe(0);
  });

  it('shows nothing where Teams names no channel', async () => {
    const page = await browser.bare();
    await page.goto(`${browser.hosted.hostOrigin}/host?person=priya`);
    const tab = page.frameLocator('#tab');
    await tab.getByText('Ellie Marsden').waitFor();
    await page.frames()[1]!.evaluate(() => {
      history.pushState(null, '', '/tab/channel');
      window.dispatchEvent(new PopStateEvent('popstate'));
    });
    await tab.getByRole('heading', { name: 'This page belongs in a channel' }).waitFor();
    expect(asked().filter((one) => one.includes('/minutes'))).toEqual([]);
  });
});

describe('putting it into a channel', () => {
  it('says what it shows and to whom, is saved by the tab’s own word, and leads to it', async () => {
    const { page, tab } = await browser.visit('person=priya&channel=priya&add=yes');
    await tab.getByText('All is ready: save the tab.').first().waitFor();
    await tab.getByText('Guests and people of other organisations are shown nothing').waitFor();
    const told = page.evaluate(
      () =>
        new Promise((resolve) =>
          window.addEventListener('message', ({ data }: MessageEvent<{ func?: string; args?: unknown[] }>) => {
            if (data.func === 'settings.setSettings') resolve(data.args?.[0]);
          }),
        ),
    );
    await page.getByRole('button', { name: 'Save' }).click();
    // Nothing in it says which channel, which meeting or who.
    expect(await told).toEqual({
      entityId: 'channel-minutes',
      contentUrl: `${browser.hosted.lanternOrigin}/tab/channel?theme={app.theme}`,
      suggestedDisplayName: 'Minutes',
    });
    await page.waitForURL((url) => !url.searchParams.has('add'));
    await minutes(tab).first().waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).count()).toBe(0);
  });

  it('is possible before the channel is set up, and says what is still to be done', async () => {
    const { page, tab } = await browser.visit('person=priya&channel=daniel&add=yes');
    await tab
      .getByText(/so the tab stays empty[^]*You can add the tab already/)
      .first()
      .waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Save' }).isEnabled()).toBe(true);
  });

  it('is not possible where nothing could be shown', async () => {
    browser.stub().mishaps.push({ on: first, code: 'not-found', status: 404 });
    const { page, tab } = await browser.visit('person=priya&channel=priya&add=yes');
    await tab.getByText(/an owner of the team adds Lantern to the team/).waitFor();
    expect(await page.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  });
});
