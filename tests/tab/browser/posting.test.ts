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
    .requests.filter(({ method, path }) => method === 'POST' && /channel/.test(path))
    .map(({ path, body }) => [path, body]);

async function openPosting(): Promise<FrameLocator> {
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByText('Before (1)').click();
  await tab.getByRole('link', { name: 'Safeguarding team' }).last().click();
  await tab.getByRole('heading', { name: 'Post to a channel' }).waitFor();
  return tab;
}
const choose = (tab: FrameLocator, index: number) => tab.getByLabel('Channel', { exact: true }).selectOption({ index });
const posts = (tab: FrameLocator) => tab.getByRole('list', { name: 'Posted to channels' }).getByRole('listitem');

describe('posting minutes', () => {
  it('shows the three renderings side by side, the channel’s as the card that is posted, and no child in that', async () => {
    const tab = await openPosting();
    await choose(tab, 1);
    const card = tab.getByRole('figure', { name: 'The post' });
    await card.getByText('Child A comes to breakfast club').waitFor();
    expect(await card.innerText()).not.toMatch(/Ellie|Mia|\\/);
    expect(
      await card.getByRole('button').evaluateAll((all) => all.every((one) => (one as HTMLButtonElement).disabled)),
    ).toBe(true);
    expect(await tab.getByRole('region', { name: 'Those who were there' }).innerText()).toMatch(
      /Ellie[^]*another child/,
    );
    expect(await tab.getByRole('region', { name: 'The case file' }).innerText()).toMatch(/Ellie[^]*Mia Hughes/);
    await tab.getByText('One passage is left out').first().waitFor();
  });

  it('posts what was looked at, once, and says where it stands', async () => {
    const tab = await openPosting();
    await choose(tab, 1);
    await tab.getByRole('button', { name: 'Post to Triage' }).dblclick();
    await posts(tab).getByText('Waiting for Teams').waitFor();
    expect(sent()).toEqual([['/api/meetings/g4/channels/ch1/post', { form, digest: 'd'.repeat(64) }]]);
    // Where it stands already it cannot be chosen again.
    expect(await tab.getByLabel('Channel', { exact: true }).innerText()).not.toContain('Triage');
  });

  it('is not offered where a guest sits, whose name stands first, with the reason in words', async () => {
    const tab = await openPosting();
    await choose(tab, 2);
    const readers = tab.getByRole('list', { name: 'In the channel now' }).getByRole('listitem');
    await readers.first().waitFor();
    expect(await readers.first().innerText()).toMatch(/Ama Boateng[^]*Guest[^]*Another organisation/);
    await tab.getByText('It cannot be posted here. There is a guest in the channel.').first().waitFor();
    expect(await tab.getByRole('button', { name: /^Post to/ }).count()).toBe(0);
  });

  it('asks for a reason where people sit for whom it is not, and sends it', async () => {
    const tab = await openPosting();
    await choose(tab, 3);
    await tab.getByRole('button', { name: 'Post to Briefings' }).click();
    await tab.getByText('Write why.', { exact: true }).waitFor();
    expect(sent()).toEqual([]);
    await tab.getByLabel(/^Why it is posted all the same/).fill(' Robbie runs the breakfast club. ');
    await tab.getByRole('button', { name: 'Post to Briefings' }).click();
    await posts(tab).getByText('Briefings').waitFor();
    const reason = 'Robbie runs the breakfast club.';
    expect(sent()).toEqual([['/api/meetings/g4/channels/ch3/post', { form, digest: 'd'.repeat(64), reason }]]);
  });

  it('has somebody say of a post in doubt whether it is there', async () => {
    const tab = await openPosting();
    await posts(tab).getByText('Perhaps in the channel').waitFor();
    await posts(tab).getByRole('button', { name: 'It is not there' }).click();
    await posts(tab).getByText('It was looked for: it is not in the channel.').waitFor();
    expect(sent()).toEqual([['/api/channel-posts/po1/settle', { form, rev: 3, step: 'not-found' }]]);
  });

  it('shows nothing that names a child while names are hidden', async () => {
    const tab = await openPosting();
    await tab.getByRole('button', { name: 'Hide names' }).click();
    await choose(tab, 1);
    await tab.getByText('Names are hidden on this screen').first().waitFor();
    expect(await tab.getByRole('region', { name: 'Post to a channel' }).innerText()).not.toMatch(/Ellie|Mia/);
  });
});

it('a lead says which minutes go to a channel, and for whom it is', async () => {
  const { tab } = await browser.visit('person=priya');
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('button', { name: 'Channels' }).click();
  await tab.getByText('Lantern was removed from this channel').first().waitFor();
  await tab.getByRole('button', { name: 'Set up General' }).click();
  await tab.getByLabel('For whom the channel is').selectOption('All staff of the school');
  await tab.getByLabel('Pastoral meeting').check();
  // What may go to no channel is not there to be chosen.
  expect(await tab.getByLabel('Strategy discussion').count()).toBe(0);
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByText(/Pastoral meeting. For: all staff of the school. Set up by Priya Raman/).waitFor();
  const wish = { school: 'harrowmere', channel: '19:a', audience: 'staff', kinds: ['pastoral'] };
  expect(sent()).toEqual([['/api/channels', { form, ...wish }]]);
});
