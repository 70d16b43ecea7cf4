import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as Y from 'yjs';
import { minutesDraft, type MeetingDetail, type Minutes } from '../../src/areas/meetings/contract.ts';
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
  expect(JSON.stringify((await lantern.api('daniel', at)).body)).toBe(told);
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
