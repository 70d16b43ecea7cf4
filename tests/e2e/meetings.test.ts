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

it('a meeting is called for today, minuted by two people at once, agreed, published; its action stands on the case', async () => {
  const priya = await openDesk(browser, lantern.shown.hostOrigin, 'priya');
  await priya.tab.getByRole('link', { name: 'Meetings' }).click();
  await priya.tab.getByRole('button', { name: 'Call a meeting' }).click();
  const form = priya.tab.getByRole('form', { name: 'Call a meeting' });
  await form.getByLabel('Kind').selectOption('Team around the child');
  await form.getByLabel('Day').fill('2026-12-10');
  await form.getByLabel('From').fill('16:00');
  await form.getByLabel(/^To\b/).fill('17:00');
  await form.getByLabel('Chair').selectOption('Priya Raman, Designated safeguarding lead');
  await form.getByLabel('Staff').selectOption('Daniel Osei, Teacher');
  await form.getByRole('button', { name: 'Ask them' }).click();
  await form.getByRole('searchbox').fill('Orla Finch');
  await form.getByRole('button', { name: 'Look up' }).click();
  await form.getByRole('button', { name: /^Add Orla Finch/ }).click();
  await form.getByRole('button', { name: 'Call the meeting' }).click();
  await priya.tab.getByRole('button', { name: 'Bring up to date' }).click();
  await priya.tab.getByRole('list', { name: 'Came on' }).getByText('Orla Finch').first().waitFor();

  const daniel = await openDesk(browser, lantern.shown.hostOrigin, 'daniel');
  await daniel.tab.getByRole('link', { name: 'Meetings' }).click();
  const asked = daniel.tab.getByRole('listitem').filter({ hasText: 'Team around the child' });
  await asked.getByRole('button', { name: 'Coming', exact: true }).click();
  await asked.getByText('Will come').waitFor();

  await priya.tab.getByRole('link', { name: 'Start the minutes' }).click();
  await priya.tab.getByRole('radiogroup', { name: 'Daniel Osei' }).getByRole('radio', { name: 'Came' }).check();
  await priya.tab.getByRole('button', { name: 'Start the minutes' }).click();
  const tom = await openDesk(browser, lantern.shown.hostOrigin, 'tom');
  await tom.tab.getByRole('link', { name: 'Meetings' }).click();
  await tom.tab.getByRole('link', { name: 'Team around the child' }).click();
  await tom.tab.getByRole('link', { name: 'Write the minutes' }).click();
  const pointOf = ({ tab }: typeof tom) => tab.getByRole('region', { name: /Orla Finch/ }).first();
  const [hers, his] = [priya, tom].map((desk) => pointOf(desk).getByLabel('Discussion', { exact: true }));
  await Promise.all([hers!.pressSequentially('She came every day. '), his!.pressSequentially('Her coat is thin. ')]);
  for (const one of [hers!, his!]) {
    await expect.poll(() => one.inputValue(), { timeout: 20_000 }).toContain('She came every day. ');
    await expect.poll(() => one.inputValue(), { timeout: 20_000 }).toContain('Her coat is thin. ');
  }
  const decision = pointOf(priya).getByLabel('Decision', { exact: true });
  await decision.pressSequentially('Find her a coat @Daniel Osei by Friday');
  await pointOf(priya).getByText('Action for Daniel Osei, due Fri, 11 Dec 2026').waitFor();
  await pointOf(priya).getByRole('button', { name: 'Decided' }).click();
  await priya.tab.locator('[data-saving=saved]').waitFor();
  await keepPage(priya.page, 'minutes-writing');

  // Whoever does not chair it is not offered it.
  expect(await tom.tab.getByRole('button', { name: 'Look at what becomes of it' }).count()).toBe(0);
  await priya.tab.getByRole('button', { name: 'Look at what becomes of it' }).click();
  await priya.tab.getByText('1 of 1 lines with “@” become actions.').waitFor();
  await priya.tab.getByRole('button', { name: 'Agree the minutes' }).click();
  await priya.tab.getByText('Agreed. 1 action was set.').first().waitFor();
  // The other writer’s screen follows by itself.
  await pointOf(tom).getByText('Find her a coat @Daniel Osei by Friday').waitFor();
  await priya.tab.getByRole('button', { name: 'Publish the minutes' }).click();
  await priya.tab.getByText('Published: they may go to whom they are for.').first().waitFor();
  await priya.tab.getByRole('button', { name: 'Add an addendum' }).click();
  await priya.tab.getByRole('textbox', { name: 'Addendum' }).fill('The coat came on Friday.');
  await priya.tab.getByRole('button', { name: 'Add it' }).click();
  await tom.tab.getByText('The coat came on Friday.').waitFor();
  await keepPage(priya.page, 'minutes-published');

  await pointOf(priya)
    .getByRole('link', { name: /^Concern C-/ })
    .click();
  await priya.tab.getByText('Find her a coat').first().waitFor();
  await daniel.tab.getByRole('link', { name: 'My actions' }).click();
  await daniel.tab
    .getByText(/Something was agreed for you at meeting M-2026-\d+\. Ask Priya Raman what it is\./)
    .waitFor();
  expect(await daniel.tab.locator('main').innerText()).not.toMatch(/Orla|Finch|coat/);
  for (const { alarms, close } of [tom, priya, daniel]) {
    expect(alarms).toEqual([]);
    await close();
  }
});
