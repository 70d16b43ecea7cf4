import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { StaffConcernPage } from '../../src/areas/staff-concerns/contract.ts';
import { launch } from '../support/browser.ts';
import { openChatWindow, type ChatWindow } from '../support/chat-window.ts';
import { cardAbout, openChat, readable, type Chat } from '../support/chat.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { keepCard, keepPage } from '../support/screens.ts';

let lantern: RunningDemonstration;
let browser: Browser;
let [daniel, priya]: ChatWindow[] = [];
/** The head and the one whom it is about have no window; what reaches their chats is kept all the same. */
let [margaret, tom]: Chat[] = [];

beforeAll(async () => {
  [lantern, browser] = await Promise.all([runDemonstration(), launch()]);
  const urlOf = (name: string) => lantern.shown.chats.find(({ key }) => key === name)!.url;
  daniel = await openChatWindow(browser, urlOf('daniel'));
  priya = await openChatWindow(browser, urlOf('priya'));
  const { origin } = lantern.shown.tenant;
  [margaret, tom] = await Promise.all([openChat(origin, 'margaret'), openChat(origin, 'tom')]);
  await Promise.all([margaret.install(), tom.install()]);
}, 120_000);
afterAll(async () => {
  await Promise.all([margaret?.close(), tom?.close()]);
  await browser?.close();
  await lantern?.close();
});

const soon = { timeout: 20_000 };
const press = (card: Locator, name: string) => card.getByRole('button', { name }).click();
const words = 'He told a pupil to wait for him in the car after school.';
/** Goes to a group chat or a channel in a window. @returns what stands there, once the window says that it begins there */
async function shownIn({ page, written }: ChatWindow, place: RegExp): Promise<string> {
  await page.getByRole('treeitem', { name: place }).click();
  await page.getByText('Getting Started').waitFor();
  return written();
}

it('a worry about an adult goes from the chat to the head alone, who opens it on the desk; no lead and no channel has a word of it', async () => {
  await expect.poll(() => priya!.written(), soon).toContain('Welcome to Lantern');
  const before = await priya!.written();

  await daniel!.say(words);
  await daniel!.cards.last().getByText('Whom is it about?').waitFor();
  // The form stays where it was while further cards come after it.
  const card = daniel!.cards.nth((await daniel!.cards.count()) - 1);
  await press(card, 'An adult who works or volunteers here');
  // Who reads it stands before any field, and what was typed is not typed again.
  await card.getByText('This goes to the head alone.').waitFor();
  expect(await card.getByLabel('What did you see or hear').inputValue()).toBe(words);
  await press(card, 'Send report');
  await card.getByText('Choose one: it decides who reads this.').waitFor();
  await card.getByRole('radio', { name: 'No, about another adult' }).check();
  await card.getByLabel('Which adult?').fill('Tom Whitlock');
  await keepCard(card, 'adult-form');
  await press(card, 'Send report');
  await card.getByText('Your report is received and safe').waitFor();
  const receipt = await card.innerText();
  const ref = /S-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(receipt)![0];
  expect(receipt).toMatch(/Goes to\s+The head[^]*Now\s+Received/);
  expect(receipt).not.toMatch(/Tom|Whitlock|car after/);
  expect(await card.locator('input, textarea').count()).toBe(0);
  await keepCard(card, 'adult-receipt');

  const message = await cardAbout(margaret!, ref);
  expect(readable(message.card)).toMatch(/A matter needs you[^]*Only you and whoever else manages it/);
  expect(margaret!.everything.join('\n')).not.toMatch(/Tom|Whitlock|Daniel|Osei|car after/);
  const open = message.card!.actions?.[0] as unknown as { readonly url: string };
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  await page.goto(open.url);
  const tab = page.frameLocator('#tab');
  await tab.getByRole('heading', { name: 'Tom Whitlock' }).waitFor(soon);
  await tab.getByText(words).waitFor();
  expect(page.url()).not.toMatch(/Tom|Whitlock/);
  await tab.getByRole('button', { name: 'I take this' }).click();
  await tab.getByText('Taken by Margaret Eaves').waitFor(soon);
  await keepPage(page, 'adult-matter');
  await page.close();

  // A report about a child reaches the lead meanwhile: what of this would have come to her would be there by now.
  await daniel!.say('Connor had no lunch.');
  const child = daniel!.cards.last();
  await child.getByLabel('Which child?').fill('Connor Blythe');
  await child.getByRole('radio', { name: 'Not sure', exact: true }).check();
  await press(child, 'Send report');
  await priya!.cardWith('Urgent today: concern').waitFor();
  const alerts = (await priya!.written()).slice(before.length);
  expect(alerts).toContain('Daniel Osei');
  expect(alerts).not.toContain(ref);
  expect(`${alerts}${tom!.everything.join('')}`).not.toMatch(/S-[0-9A-Z]{4}-|matter|car after/);
  for (const window of [priya!, daniel!])
    for (const channel of [/^Group chat/, /^Safeguarding team.* - General/, /^Safeguarding team.* - Triage/])
      expect(await shownIn(window, channel), String(channel)).toBe('');
  for (const who of ['priya', 'tom', 'sheila', 'leila'])
    expect((await lantern.api<StaffConcernPage>(who, '/api/staff-concerns')).body.items, who).toEqual([]);
  expect(lantern.said()).not.toMatch(/Whitlock|car after/);
});
