import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { minutesDraft, type MeetingDetail, type Minutes } from '../../src/areas/meetings/contract.ts';
import { marks } from '../../src/jobs/mark-of-post.ts';
import { triageOf } from '../../src/local/playground/settings.ts';
import { launch } from '../support/browser.ts';
import { openChatWindow, type ChatWindow } from '../support/chat-window.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk } from '../support/desk-page.ts';
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

/** Asks something of the tab’s API that stands in no address. @throws Error when it is refused */
async function ask<T>(who: string, path: string, body: object): Promise<T> {
  const headers = {
    authorization: `Bearer ${lantern.shown.tenant.core.userToken(who)}`,
    'content-type': 'application/json',
  };
  const request = { method: 'POST', headers, body: JSON.stringify(body) };
  const answer = await fetch(`${lantern.shown.lanternOrigin}${path}`, request);
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Does something by the tab’s API as somebody of the cast. @throws Error when it is refused */
const send = <T>(who: string, path: string, body: object) => ask<T>(who, path, { form: newForm(), ...body });

/** A meeting about Orla Finch that was held, minuted, agreed by its chair and published. */
async function publishedMeeting(): Promise<string> {
  const child = await ask<{ items: { id: string }[] }>('priya', '/api/need-to-know/children', {
    words: 'Orla Finch',
  });
  const called = await send<{ meeting: string }>('priya', '/api/meetings', {
    ...{ school: 'harrowmere', kind: 'taf', startsAt: '2026-12-10T09:00:00.000Z', endsAt: '2026-12-10T10:00:00.000Z' },
    ...{ chair: priya, minuteTaker: sheila, staff: [], guests: [], children: [child.items[0]!.id] },
  });
  const id = called.meeting;
  const at = `/api/meetings/${id}`;
  await send('priya', `${at}/agenda/refresh`, {});
  const detail = async () => (await lantern.api<MeetingDetail>('priya', at)).body;
  await send('priya', `${at}/hold`, { rev: (await detail()).meeting.rev, attendance: [] });
  const point = (await detail()).agenda.find(({ concern }) => concern !== undefined)!;
  const document = new Y.Doc();
  const words = 'Orla Finch comes to breakfast club.\nRing Orla’s mother @Priya Raman by 2026-12-18';
  document.getText(minutesDraft.textOf(point.id, 'decision')).insert(0, words);
  const update = Buffer.from(Y.encodeStateAsUpdate(document)).toString('base64');
  await send('sheila', `${at}/minutes`, { update });
  const rev = async () => (await lantern.api<Minutes>('priya', `${at}/minutes`)).body.minutes.rev;
  await send('priya', `${at}/minutes/agree`, { rev: await rev() });
  await send('priya', `${at}/minutes/publish`, { rev: await rev() });
  return point.concern!.id;
}
const priya = '6b1c7a1e-1111-4111-8111-000000000002';
const sheila = '6b1c7a1e-1111-4111-8111-000000000004';
const guestsAre = (guests: readonly string[]) =>
  fetch(`${lantern.shown.tenant.origin}/local/channel-guests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ channel: triageOf('priya'), guests }),
  });

it('published minutes go into a channel once nobody sits there who must not read them, and “Done” pressed there closes the action', async () => {
  const concern = await publishedMeeting();
  const desk = await openDesk(browser, lantern.shown.hostOrigin, 'priya');
  await desk.tab.getByRole('link', { name: 'Meetings' }).click();
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

  const { body } = await lantern.api<{ items: { what: string; status: string }[] }>(
    'priya',
    `/api/concerns/${concern}/actions`,
  );
  expect(body.items.find(({ what }) => what.startsWith('Ring Orla'))?.status).toBe('verified');
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
