import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Desk } from '../../src/areas/concerns/contract.ts';
import { launch } from '../support/browser.ts';
import { openChat, readable, refIn, sendReport, type Chat } from '../support/chat.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk } from '../support/desk-page.ts';
import { keepPage } from '../support/screens.ts';
import { takeWay } from '../support/take-way.ts';
import { until } from '../support/until.ts';

let lantern: RunningDemonstration;
let browser: Browser;
let daniel: Chat;
let priya: Chat;
let margaret: Chat;
beforeAll(async () => {
  [lantern, browser] = await Promise.all([runDemonstration({ withoutChats: true }), launch()]);
  const { origin } = lantern.shown.tenant;
  [daniel, priya, margaret] = await Promise.all([
    openChat(origin, 'daniel'),
    openChat(origin, 'priya'),
    openChat(origin, 'margaret'),
  ]);
  await Promise.all([daniel.install(), priya.install(), margaret.install()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([daniel?.close(), priya?.close(), margaret?.close()]);
  await browser?.close();
  await lantern?.close();
});

const cardIn = (chat: Chat, said: string) =>
  until(`a card that says ${said}`, () => chat.messages.find(({ card }) => readable(card).includes(said)));
const refs = async (who: string) =>
  ((await lantern.api<Desk>(who, '/api/desk')).body.concerns?.items ?? []).map(({ ref }) => ref);

it('the head opens a file by break-glass: the lead is told in her chat, without a name, and sees it on the page', async () => {
  const { card } = await sendReport(daniel, { who: 'Ellie Marsden', words: 'She would not go home.' });
  const ref = refIn(card);
  expect(await refs('margaret')).toEqual([]);

  const head = await openDesk(browser, lantern.shown.hostOrigin, 'margaret');
  await head.tab.getByRole('link', { name: 'Need to know' }).click();
  await head.tab.getByRole('button', { name: 'Open a child’s file by break-glass' }).click();
  await head.tab.getByRole('searchbox').fill('ellie marsden');
  await head.tab.getByRole('button', { name: 'Look up' }).click();
  await head.tab.getByRole('radio', { name: /Ellie Marsden/ }).check();
  await head.tab.getByLabel('Why you must know now').fill('The police are here and nobody answers.');
  await head.tab.getByRole('checkbox').check();
  await head.tab.getByRole('button', { name: 'Break the glass' }).click();
  await head.tab.getByText('The safeguarding leads have been told.').first().waitFor();
  expect(await refs('margaret')).toEqual([ref]);

  const told = readable((await cardIn(priya, 'was opened by break-glass')).card);
  expect(told).toContain('Margaret Eaves');
  expect(told).not.toMatch(/Ellie|police/);
  expect(readable((await cardIn(margaret, 'You opened a child’s file')).card)).not.toContain('Ellie');

  // What she opened says so above it.
  await takeWay(head.tab, 'Concerns');
  await head.tab
    .getByRole('link', { name: /Ellie Marsden/ })
    .first()
    .click();
  await head.tab.getByText('You opened this file by break-glass until').waitFor();
  await head.tab.getByText('She would not go home.').waitFor();
  await keepPage(head.page, 'opened-by-break-glass');

  const lead = await openDesk(browser, lantern.shown.hostOrigin, 'priya');
  await lead.tab.getByRole('link', { name: 'Need to know' }).click();
  await lead.tab.getByText('Why: The police are here and nobody answers.').waitFor();
  await keepPage(lead.page, 'need-to-know');
  await lead.tab.getByRole('button', { name: /^I have seen this: Margaret Eaves/ }).click();
  await lead.tab.getByText('Marked as seen: Margaret Eaves').first().waitFor();
  await until('that the card says who has seen it', () =>
    priya.messages.find(({ card: shown }) => /Seen by[^]*Priya Raman/.test(readable(shown))),
  );

  // It ends while the head has it open: the next look finds nothing.
  await lead.tab.getByRole('button', { name: /^End: Margaret Eaves/ }).click();
  await lead.tab.getByRole('button', { name: 'End it now' }).click();
  await head.tab.getByText('nothing here that you may see').first().waitFor();
  expect(await refs('margaret')).toEqual([]);
  expect([...head.alarms, ...lead.alarms]).toEqual([]);
  await head.close();
  await lead.close();
}, 120_000);
