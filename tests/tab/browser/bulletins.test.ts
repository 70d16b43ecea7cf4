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

const form = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
const sent = () =>
  browser
    .stub()
    .requests.filter(({ method, path }) => method === 'POST' && /^\/api\/briefings/.test(path))
    .map(({ path, body }) => [path, body]);

const asked = (path: string) => browser.stub().requests.filter((one) => one.path === path).length;

async function openBriefing(name: RegExp): Promise<FrameLocator> {
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'Briefings' }).click();
  await tab.getByRole('link', { name }).click();
  await tab.getByRole('heading', { name: 'Who has read it' }).waitFor();
  return tab;
}
const posts = (tab: FrameLocator) => tab.getByRole('list', { name: 'Posted to channels' });

it('a briefing is posted to a channel as it was looked at, once, and says where it stands', async () => {
  const tab = await openBriefing(/^Keeping Children Safe/);
  await posts(tab).getByText('12 of 41 in the channel have read it.').waitFor();
  await tab.getByLabel('Channel', { exact: true }).selectOption({ index: 1 });
  const post = tab.getByRole('figure', { name: 'The post' });
  await post.getByText('Safeguarding bulletin').waitFor();
  expect(await post.getByRole('button', { name: 'I have read this' }).isDisabled()).toBe(true);
  await tab.getByRole('button', { name: 'Post to Triage' }).press('Enter');
  await tab.getByText('It is on its way to the channel.').first().waitFor();
  await posts(tab).getByText('Waiting for Teams').waitFor();
  expect(sent()).toEqual([['/api/briefings/b1/channels/ch1/post', { form, digest: 'b'.repeat(64) }]]);
  expect(await tab.getByLabel('Channel', { exact: true }).innerText()).not.toContain('Triage');
});

it('whoever is not of the school is named before it is posted, and keeps nothing from being posted', async () => {
  const tab = await openBriefing(/^Keeping Children Safe/);
  await tab.getByLabel('Channel', { exact: true }).selectOption({ index: 2 });
  const readers = tab.getByRole('list', { name: 'In the channel now' }).getByRole('listitem');
  await readers.first().waitFor();
  expect(await readers.first().innerText()).toMatch(/Ama Boateng[^]*Guest/);
  await tab
    .getByText(/in the channel (is|are) not of the school and would read it too/)
    .first()
    .waitFor();
  expect(await tab.getByRole('button', { name: 'Post to With early help' }).count()).toBe(1);
});

it('what was withdrawn is posted nowhere', async () => {
  const tab = await openBriefing(/^Visitors’ badges/);
  await expect.poll(() => asked('/api/briefings/b4/channels')).toBeGreaterThan(0);
  await expect.poll(() => tab.getByRole('heading', { name: 'Post in channels' }).count()).toBe(0);
  expect(await tab.getByLabel('Channel', { exact: true }).count()).toBe(0);
});

it('a newsletter asks nobody by name, and says what comes next', async () => {
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'Briefings' }).click();
  await tab.getByRole('button', { name: 'Send a briefing' }).click();
  await tab.getByLabel('Heading').fill('Safeguarding newsletter');
  await tab.getByLabel('Text').fill('Thank you all.');
  await tab.getByLabel('To be read by').fill('2026-12-18');
  await tab.getByRole('radio', { name: 'Only the channels in which it is posted' }).check();
  await tab.getByRole('button', { name: 'Send the briefing' }).click();
  await tab.getByText('open it below and post it in channels').first().waitFor();
  expect(sent()).toEqual([
    ['/api/briefings', expect.objectContaining({ audience: 'channels', roles: [], people: [] }) as unknown],
  ]);
});
