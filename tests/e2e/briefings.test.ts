import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { openChat, readable, type Chat } from '../support/chat.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk } from '../support/desk-page.ts';
import { keepPage } from '../support/screens.ts';
import { until } from '../support/until.ts';

let lantern: RunningDemonstration;
let browser: Browser;
let daniel: Chat;
beforeAll(async () => {
  [lantern, browser] = await Promise.all([runDemonstration({ withoutChats: true }), launch()]);
  daniel = await openChat(lantern.shown.tenant.origin, 'daniel');
  await daniel.install();
}, 120_000);
afterAll(async () => {
  await daniel?.close();
  await browser?.close();
  await lantern?.close();
});

const cardIn = (chat: Chat, said: string) =>
  until(`a card that says ${said}`, () => chat.messages.find(({ card }) => readable(card).includes(said)));

it('a briefing is sent from the tab, comes to a chat, is confirmed there, and the lead’s open page shows it', async () => {
  const priya = await openDesk(browser, lantern.shown.hostOrigin, 'priya');
  await priya.tab.getByRole('link', { name: 'Briefings' }).click();
  await priya.tab.getByRole('button', { name: 'Send a briefing' }).click();
  const form = priya.tab.getByRole('form', { name: 'Send a briefing' });
  await form.getByLabel('Heading').fill('The new referral form');
  await form.getByLabel('Text').fill('As with Orla Finch last week: use the new form.');
  await form.getByLabel('To be read by').fill('2026-12-18');
  await form.getByRole('button', { name: 'Send the briefing' }).click();
  await form.getByText('“Orla Finch” names a child of this school').first().waitFor();
  await form.getByLabel('Text').fill('Use the new form from today.');
  await form.getByRole('button', { name: 'Send the briefing' }).click();
  await priya.tab
    .getByText(/Sent: \d+ people asked to read it\. \d+ people could not be reached/)
    .first()
    .waitFor();
  const message = await cardIn(daniel, 'The new referral form');
  expect(readable(message.card)).toContain('Use the new form from today.');
  await priya.tab.getByRole('link', { name: 'The new referral form' }).click();
  const facts = priya.tab.getByRole('region', { name: 'Who has read it' });
  await facts.getByRole('heading', { name: 'In their chat, not opened (1)' }).waitFor();

  await daniel.press(message, 'confirm-read');
  await facts.getByRole('heading', { name: 'Has read it (1)' }).waitFor();
  expect(await facts.getByRole('list', { name: 'Has read it (1)' }).innerText()).toContain('Daniel Osei');
  await keepPage(priya.page, 'briefing-receipts');

  const teacher = await openDesk(browser, lantern.shown.hostOrigin, 'daniel');
  await teacher.tab.getByRole('link', { name: 'Briefings' }).click();
  await teacher.tab.getByRole('list', { name: 'You have read' }).getByText('The new referral form').waitFor();
  await keepPage(teacher.page, 'briefings-to-read');

  // What was sent in error is taken back from where it lies.
  await priya.tab.getByRole('button', { name: 'Withdraw it' }).click();
  await priya.tab.getByLabel('Why it is withdrawn').fill('It comes in January.');
  await priya.tab.getByRole('button', { name: 'Withdraw this briefing' }).click();
  await cardIn(daniel, 'This briefing was withdrawn');
  expect(daniel.messages.some(({ card: shown }) => readable(shown).includes('Use the new form'))).toBe(false);

  // Whom to ring here, once a lead has written it down.
  await priya.tab.getByRole('link', { name: 'Procedures' }).click();
  await priya.tab.getByRole('button', { name: 'Add a procedure' }).click();
  await priya.tab.getByLabel('Kind').selectOption('Whom to ring');
  await priya.tab.getByLabel('Heading').fill('Front door');
  await priya.tab.getByLabel('Safeguarding partnership').fill('Westmarch');
  await priya.tab.getByLabel('Telephone').fill('01632 960801');
  await priya.tab.getByLabel('Review on').fill('2027-04-01');
  await priya.tab.getByLabel('Show it in the chat’s help').check();
  await priya.tab.getByRole('button', { name: 'Add', exact: true }).click();
  await priya.tab.getByText('Added: Front door.').first().waitFor();
  const help = await daniel.say('help');
  expect(readable(help.card)).toContain('Front door: [01632 960801](tel:01632960801)');
  await teacher.tab.getByRole('link', { name: 'Procedures' }).click();
  await teacher.tab.getByRole('link', { name: '01632 960801' }).waitFor();
  expect(await teacher.tab.getByRole('button', { name: 'Add a procedure' }).count()).toBe(0);
  for (const { alarms, close } of [priya, teacher]) {
    expect(alarms).toEqual([]);
    await close();
  }
}, 120_000);
