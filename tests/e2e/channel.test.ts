import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { marks } from '../../src/jobs/mark-of-post.ts';
import { triageOf } from '../../src/local/playground/settings.ts';
import { launch } from '../support/browser.ts';
import { openChatWindow, type ChatWindow } from '../support/chat-window.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk, type DeskPage } from '../support/desk-page.ts';
import { newForm } from '../support/kernel.ts';
import { keepCard, keepPage } from '../support/screens.ts';

let lantern: RunningDemonstration;
let browser: Browser;
let window: ChatWindow;
beforeAll(async () => {
  [lantern, browser] = await Promise.all([runDemonstration(), launch()]);
  window = await openChatWindow(browser, lantern.shown.chats.find(({ key }) => key === 'priya')!.url);
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await lantern?.close();
});

/** Does something by the tab’s API as somebody of the cast. @throws Error when it is refused */
async function send(who: string, path: string, body: object): Promise<void> {
  const headers = {
    authorization: `Bearer ${lantern.shown.tenant.core.userToken(who)}`,
    'content-type': 'application/json',
  };
  const request = { method: 'POST', headers, body: JSON.stringify({ form: newForm(), ...body }) };
  const answer = await fetch(`${lantern.shown.lanternOrigin}${path}`, request);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}

/** Opens a meeting about Orla Finch on a day, by the form, as Priya. */
async function call({ tab }: DeskPage, day: string): Promise<void> {
  await tab.getByRole('link', { name: 'Meetings' }).first().click();
  await tab.getByRole('button', { name: 'Call a meeting' }).click();
  const form = tab.getByRole('form', { name: 'Call a meeting' });
  await form.getByLabel('Kind').selectOption('Team around the family');
  await form.getByLabel('Day').fill(day);
  await form.getByLabel('From').fill('16:00');
  await form.getByLabel(/^To\b/).fill('17:00');
  await form.getByLabel('Chair').selectOption('Priya Raman, Designated safeguarding lead');
  await form.getByRole('searchbox').fill('Orla Finch');
  await form.getByRole('button', { name: 'Look up' }).click();
  await form.getByRole('button', { name: /^Add Orla Finch/ }).click();
  await form.getByRole('button', { name: 'Call the meeting' }).click();
  await tab.getByRole('button', { name: 'Bring up to date' }).click();
  await tab
    .getByText(/came on, .+ went off\./)
    .first()
    .waitFor();
}

/** Takes the minutes of the meeting that is open, agrees and publishes them. */
async function minute({ tab }: DeskPage): Promise<void> {
  await tab.getByRole('link', { name: 'Start the minutes' }).click();
  await tab.getByRole('button', { name: 'Start the minutes' }).click();
  const point = tab.getByRole('region', { name: /Orla Finch/ }).first();
  const decision = point.getByLabel('Decision', { exact: true });
  await decision.pressSequentially('Orla Finch comes to breakfast club.');
  await decision.press('Enter');
  await decision.pressSequentially('Ring Orla’s mother @Priya Raman by 2026-12-18');
  await point.getByText('Action for Priya Raman, due Fri, 18 Dec 2026').waitFor();
  await tab.locator('[data-saving=saved]').waitFor();
  await tab.getByRole('button', { name: 'Look at what becomes of it' }).click();
  await tab.getByRole('button', { name: 'Agree the minutes' }).click();
  await tab.getByText('Agreed. 1 action was set.').first().waitFor();
  await tab.getByRole('button', { name: 'Publish the minutes' }).click();
  await tab.getByText('Published: they may go to whom they are for.').first().waitFor();
}

const guestsAre = (guests: readonly string[]) =>
  fetch(`${lantern.shown.tenant.origin}/local/channel-guests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ channel: triageOf('priya'), guests }),
  });

it('a meeting is called, minuted, agreed, published and posted once nobody sits in the channel who must not read it; “Done” pressed there shows in the case file and before the next agenda', async () => {
  const desk = await openDesk(browser, lantern.shown.hostOrigin, 'priya');
  await call(desk, '2026-12-10');
  await minute(desk);
  await desk.tab.getByRole('link', { name: 'Meetings' }).first().click();
  await desk.tab.getByRole('button', { name: 'Channels' }).click();
  const sheet = desk.tab.getByRole('region', { name: /Priya Raman’s window\), Triage/ });
  await sheet.getByRole('button', { name: 'Set up Triage' }).click();
  await sheet.getByLabel('For whom the channel is').selectOption('All staff of the school');
  await sheet.getByLabel('Team around the family').check();
  await sheet.getByRole('button', { name: 'Save' }).click();
  await sheet.getByText(/Team around the family. For: all staff/).waitFor();

  await guestsAre(['Ama Boateng']);
  await desk.tab.getByRole('link', { name: 'Meetings' }).first().click();
  await desk.tab.getByRole('link', { name: 'Team around the family' }).click();
  await desk.tab.getByRole('heading', { name: 'Post to a channel' }).waitFor();
  await desk.tab.getByLabel('Channel', { exact: true }).selectOption({ index: 1 });
  await desk.tab.getByRole('list', { name: 'In the channel now' }).getByText('Guest', { exact: true }).waitFor();
  expect(await desk.tab.getByRole('button', { name: /^Post to/ }).count()).toBe(0);
  await keepPage(desk.page, 'post-guest');

  await guestsAre([]);
  await desk.tab.getByRole('button', { name: 'Look again' }).click();
  await desk.tab.getByRole('button', { name: 'Post to Triage' }).waitFor();
  expect(await desk.tab.getByRole('region', { name: 'The channel' }).innerText()).not.toMatch(/Orla|Finch/);
  expect(await desk.tab.getByRole('region', { name: 'The case file' }).innerText()).toContain('Orla Finch');
  await keepPage(desk.page, 'post-preview');
  await desk.tab.getByRole('button', { name: 'Post to Triage' }).click();
  await desk.tab.getByRole('list', { name: 'Posted to channels' }).getByText('In the channel').waitFor();

  await window.page.getByRole('treeitem', { name: 'Triage' }).click();
  const post = window.cardWith('Minutes: Team around the family');
  await post.getByText('breakfast club').waitFor();
  expect(await post.innerText()).toMatch(/Child A/);
  expect(await post.innerText()).not.toMatch(/Orla|Finch|C-2026/);
  await keepCard(post, 'post-in-channel');
  await post.getByRole('button', { name: 'Done' }).click();
  await expect.poll(() => post.getByRole('button', { name: 'Done' }).count(), { timeout: 20_000 }).toBe(0);

  await call(desk, '2026-12-17');
  const decided = desk.tab.getByRole('list', { name: 'Decided last time' });
  await decided.getByText('Done', { exact: true }).waitFor();
  expect(await decided.innerText()).toMatch(/breakfast club[^]*Ring Orla[^]*Priya Raman, done Thu, 10 Dec 2026/);
  await keepPage(desk.page, 'next-meeting');
  await decided.getByRole('link', { name: /^Concern C-/ }).click();
  const done = desk.tab.getByRole('listitem').filter({ hasText: 'Ring Orla’s mother' });
  await done.getByText('Done', { exact: true }).first().waitFor();
  expect(desk.alarms).toEqual([]);
  await desk.close();
}, 120_000);

it('the channel’s tab shows the same to whoever sits there, saved as Teams saves it, and nothing to anybody else', async () => {
  const desk = await openDesk(browser, lantern.shown.hostOrigin, 'priya');
  await desk.page.goto(`${lantern.shown.hostOrigin}/host?person=priya&channel=priya&add=yes`);
  await desk.tab.getByText('All is ready: save the tab.').first().waitFor();
  await desk.page.getByRole('button', { name: 'Save' }).click();
  await desk.page.waitForURL((url) => !url.searchParams.has('add'));
  const card = desk.tab.getByRole('region', { name: 'Team around the family, Thu, 10 Dec 2026' });
  await card.getByText('Child A comes to breakfast club.').waitFor();
  expect(await card.getByRole('list', { name: 'Actions' }).innerText()).toMatch(/Done[^]*Priya Raman, by Fri, 18 Dec/);
  expect(await desk.tab.locator('body').innerText()).not.toMatch(/Orla|Finch|C-2026/);
  await keepPage(desk.page, 'channel-tab');

  const at = `/api/channels/${triageOf('priya')}/minutes`;
  const told = JSON.stringify((await lantern.api('priya', at)).body);
  expect(told).toContain('Child A comes to breakfast club.');
  expect(JSON.stringify((await lantern.api('kayleigh', at)).body)).toBe(told);
  // Nobody else of the school, for a window has room for six.
  expect((await lantern.api('leila', at)).status).toBe(404);
  expect((await lantern.api('leila', `/api/channels/nowhere/minutes`)).body).toEqual(
    (await lantern.api('leila', at)).body,
  );

  await card.getByRole('link', { name: 'Open in Lantern' }).click();
  await desk.tab.getByRole('heading', { name: 'Post to a channel' }).waitFor();
  expect(desk.alarms).toEqual([]);
  await desk.close();
}, 120_000);

it('a bulletin goes into a channel, guests or not; who presses “I have read this” there stands in the tab; withdrawn, the post says so', async () => {
  await guestsAre(['Ama Boateng']);
  await send('priya', '/api/briefings', {
    ...{ school: 'harrowmere', heading: 'Safeguarding newsletter, December', readBy: '2026-12-18' },
    ...{ words: 'Online safety: the filter now also watches the tablets in the library.' },
    ...{ audience: 'channels', roles: [], people: [] },
  });
  const desk = await openDesk(browser, lantern.shown.hostOrigin, 'priya');
  await desk.tab.getByRole('link', { name: 'Briefings' }).click();
  await desk.tab.getByRole('link', { name: 'Safeguarding newsletter, December' }).click();
  const sheet = desk.tab.getByRole('region', { name: 'Post in channels' });
  await sheet.getByLabel('Channel', { exact: true }).selectOption({ index: 1 });
  await sheet.getByText('1 person in the channel is not of the school').waitFor();
  await keepPage(desk.page, 'bulletin-preview');
  await sheet.getByRole('button', { name: 'Post to Triage' }).click();
  await sheet.getByRole('list', { name: 'Posted to channels' }).getByText('In the channel', { exact: true }).waitFor();

  await window.page.getByRole('treeitem', { name: 'Triage' }).click();
  const post = window.cardWith('Safeguarding newsletter, December');
  await post.getByText('the filter now also watches the tablets').waitFor();
  await keepCard(post, 'bulletin-in-channel');
  // By this it is found in Graph where no answer came.
  expect(JSON.stringify(lantern.shown.tenant.core.channelPosts.in(triageOf('priya')).at(-1))).toMatch(marks);
  await post.getByRole('button', { name: 'I have read this' }).click();

  const read = desk.tab.getByRole('region', { name: 'Who has read it' });
  await read.getByRole('heading', { name: 'Has read it (1)' }).waitFor();
  expect(await read.getByRole('list', { name: 'Has read it (1)' }).innerText()).toContain('Priya Raman');
  await sheet.getByText(/^1 of \d+ in the channel have read it\.$/).waitFor();
  expect(await post.innerText()).not.toMatch(/Has read|1 of/);
  await keepPage(desk.page, 'bulletin-read');

  await desk.tab.getByRole('button', { name: 'Withdraw it' }).click();
  await desk.tab.getByLabel('Why it is withdrawn').fill('It comes in January.');
  await desk.tab.getByRole('button', { name: 'Withdraw this briefing' }).click();
  await window.cardWith('This bulletin was withdrawn').waitFor();
  expect(await window.page.getByText('the filter now also watches the tablets').count()).toBe(0);
  expect(desk.alarms).toEqual([]);
  await desk.close();
}, 120_000);
