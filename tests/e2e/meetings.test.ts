import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk } from '../support/desk-page.ts';
import { keepPage } from '../support/screens.ts';

let lantern: RunningDemonstration;
let browser: Browser;
beforeAll(async () => {
  [lantern, browser] = await Promise.all([runDemonstration({ withoutChats: true }), launch()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await lantern?.close();
});

it('a meeting is called, its agenda writes itself, another lead’s list shows it at once, and whoever was only asked sees when and where', async () => {
  const tom = await openDesk(browser, lantern.shown.hostOrigin, 'tom');
  await tom.tab.getByRole('link', { name: 'Meetings' }).click();
  await tom.tab.getByText('No meeting to come').waitFor();
  const priya = await openDesk(browser, lantern.shown.hostOrigin, 'priya');
  await priya.tab.getByRole('link', { name: 'Meetings' }).click();
  await priya.tab.getByRole('button', { name: 'Call a meeting' }).click();
  const form = priya.tab.getByRole('form', { name: 'Call a meeting' });
  await form.getByLabel('Kind').selectOption('Team around the family');
  // Yesterday at the school: only the server knows that it is over.
  await form.getByLabel('Day').fill('2026-12-09');
  await form.getByLabel('From').fill('14:00');
  await form.getByLabel(/^To\b/).fill('15:00');
  await form.getByLabel('Chair').selectOption('Priya Raman, Designated safeguarding lead');
  await form.getByLabel('Staff').selectOption('Daniel Osei, Teacher');
  await form.getByRole('button', { name: 'Ask them' }).click();
  await form.getByRole('searchbox').fill('Orla Finch');
  await form.getByRole('button', { name: 'Look up' }).click();
  await form.getByRole('button', { name: /^Add Orla Finch/ }).click();
  await form.getByRole('button', { name: 'Call the meeting' }).click();
  await form.getByText('Choose today or a later day.', { exact: true }).waitFor();
  await form.getByLabel('Day').fill('2026-12-14');
  await form.getByRole('button', { name: 'Call the meeting' }).click();
  await priya.tab.getByRole('heading', { level: 2, name: 'Agenda' }).waitFor();
  await tom.tab.getByRole('link', { name: 'Team around the family' }).waitFor();

  await priya.tab.getByRole('button', { name: 'Bring up to date' }).click();
  await priya.tab.getByRole('list', { name: 'Came on' }).getByText('Orla Finch').first().waitFor();
  const agenda = priya.tab.getByRole('list', { name: 'Agenda' });
  await priya.tab.getByRole('button', { name: 'Move down: point 1' }).click();
  await priya.tab.getByLabel('Minutes for point 1', { exact: true }).fill('10');
  await priya.tab.getByRole('button', { name: 'Save the agenda' }).click();
  await expect.poll(() => priya.tab.getByRole('button', { name: 'Save the agenda' }).count()).toBe(0);
  expect(await agenda.getByRole('listitem').first().innerText()).toContain('wishes and feelings');
  expect(await priya.tab.getByLabel('Minutes for point 1', { exact: true }).inputValue()).toBe('10');
  await keepPage(priya.page, 'meeting');

  const daniel = await openDesk(browser, lantern.shown.hostOrigin, 'daniel');
  await daniel.tab.getByRole('link', { name: 'Meetings' }).click();
  await daniel.tab.getByText('called by Priya Raman').waitFor();
  expect(await daniel.tab.locator('main').innerText()).not.toMatch(/Orla|Finch/);
  await keepPage(daniel.page, 'meetings-asked');
  for (const { alarms, close } of [tom, priya, daniel]) {
    expect(alarms).toEqual([]);
    await close();
  }
});
