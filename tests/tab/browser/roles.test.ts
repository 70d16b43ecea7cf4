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

const sent = () => browser.stub().requests.filter(({ method }) => method === 'POST');
const form = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
const inForce = (tab: FrameLocator) => tab.getByRole('list', { name: 'Roles in force, by name' });
const forSecond = (tab: FrameLocator) => tab.getByRole('list', { name: 'For a second person' });

async function openRoles(person = 'margaret'): Promise<FrameLocator> {
  const { tab } = await browser.visit(`person=${person}`);
  await tab.getByRole('link', { name: 'Roles' }).click();
  await tab.getByText('Priya Raman').first().waitFor();
  return tab;
}

it('shows first what a second person has to see, and keeps apart what is over', async () => {
  const tab = await openRoles();
  expect(await forSecond(tab).getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(
      /Featherstonehaugh[^]*Acting designated safeguarding lead until Fri, 18 Dec 2026[^]*Given by Margaret Eaves, [^]*a second person has yet to confirm it/,
    ),
  ]);
  expect(await inForce(tab).getByRole('listitem').count()).toBe(3);
  expect(await tab.getByText('Ines Duarte').isVisible()).toBe(false);
});

it('gives a role once, says what is missing before that, and that a lead waits for a second person', async () => {
  const tab = await openRoles();
  await tab.getByRole('button', { name: 'Give a role' }).click();
  const giving = tab.getByRole('form', { name: 'Give a role' });
  await giving.getByRole('button', { name: 'Give the role' }).click();
  await giving.getByText('Choose somebody.').waitFor();
  expect(sent()).toEqual([]);
  await giving.getByLabel('Who').selectOption('Zoe Lund, Supply teacher');
  await giving.getByLabel('Role').selectOption('Designated safeguarding lead');
  await giving.getByText('when a second person has confirmed it').waitFor();
  await giving.getByRole('button', { name: 'Give the role' }).click();
  await tab.getByText('It waits until a second person confirms it.').first().waitFor();
  await forSecond(tab).getByText('Zoe Lund').waitFor();
  await forSecond(tab).getByText('Not in force: waits for a second person').waitFor();
  expect(sent().map(({ body }) => body)).toEqual([{ form, schools: ['harrowmere'], person: 'p2', role: 'dsl' }]);
});

it('finds by the whole name somebody of another school, for the one role that goes across schools', async () => {
  const tab = await openRoles();
  await tab.getByRole('button', { name: 'Give a role' }).click();
  const giving = tab.getByRole('form', { name: 'Give a role' });
  await giving.getByLabel('Role').selectOption('SENCo');
  expect(await giving.getByRole('searchbox').count()).toBe(0);
  await giving.getByLabel('Role').selectOption('Trust safeguarding lead');
  const name = giving.getByRole('searchbox', { name: 'Somebody of another school' });
  await name.fill('Colm');
  await name.press('Enter');
  await giving.getByText('Nobody of this whole name').first().waitFor();
  await name.fill('Mary Ashdown');
  await giving.getByRole('button', { name: 'Look up' }).click();
  await giving.getByText('Several bear this name.').first().waitFor();
  expect(await giving.getByLabel('Who').inputValue()).toBe('');
  await name.fill('colm rafferty');
  await name.press('Enter');
  await giving.getByText('Colm Rafferty is chosen.').first().waitFor();
  expect(await giving.getByLabel('Who').inputValue()).toBe('p7');
  // Whoever was found for that role is not offered for another.
  await giving.getByLabel('Role').selectOption('SENCo');
  expect(await giving.getByLabel('Who').inputValue()).toBe('');
  await giving.getByLabel('Role').selectOption('Trust safeguarding lead');
  await giving.getByRole('button', { name: 'Give the role' }).click();
  await forSecond(tab).getByText('Colm Rafferty').waitFor();
  expect(sent().at(-1)?.body).toEqual({ form, schools: ['harrowmere'], person: 'p7', role: 'trust-lead' });
});

it('is given at every school that one answers for in one act, to somebody who works at each', async () => {
  const tab = await openRoles('colm');
  await tab.getByRole('button', { name: 'Give a role' }).click();
  const giving = tab.getByRole('form', { name: 'Give a role' });
  await giving.getByLabel('School').selectOption('Every school I answer for (2)');
  await giving.getByLabel('Role').selectOption('SENCo');
  expect(await giving.getByLabel('Who').getByRole('option').allInnerTexts()).toEqual([
    'Choose somebody',
    'Zoe Lund, Supply teacher',
  ]);
  await giving.getByLabel('Who').selectOption('Zoe Lund, Supply teacher');
  await giving.getByRole('button', { name: 'Give the role' }).click();
  await tab.getByText('Zoe Lund was given: SENCo, at 2 schools.').first().waitFor();
  await expect.poll(() => inForce(tab).getByText('SENCo · Brackenfold Primary').count()).toBe(1);
  expect(sent().map(({ body }) => body)).toEqual([
    { form, schools: ['harrowmere', 'brackenfold'], person: 'p2', role: 'senco' },
  ]);
});

it('has somebody act as lead until a day, in one act', async () => {
  const tab = await openRoles();
  await tab.getByRole('button', { name: 'Appoint an acting lead' }).click();
  const appointing = tab.getByRole('form', { name: 'Appoint an acting lead' });
  // The number is the server’s.
  await appointing.getByText('At most 7 school days from today.').waitFor();
  await appointing.getByLabel('Who').selectOption('Daniel Osei, Teacher');
  await appointing.getByRole('button', { name: 'Appoint', exact: true }).click();
  await appointing.getByText('Choose the last day.').waitFor();
  await appointing.getByLabel('Last day').fill('2026-12-16');
  await appointing.getByRole('button', { name: 'Appoint', exact: true }).click();
  await tab.getByText('Daniel Osei leads safeguarding from now on.').first().waitFor();
  expect(sent().map(({ body }) => body)).toEqual([{ form, school: 'harrowmere', person: 'p1', until: '2026-12-16' }]);
});

it('is confirmed by one press', async () => {
  const tab = await openRoles();
  await tab.getByRole('button', { name: /^Confirm: Kayleigh/ }).click();
  await tab.getByText('Confirmed: Kayleigh').first().waitFor();
  await inForce(tab).getByText('confirmed by Priya Raman').waitFor();
  expect(sent().map(({ body }) => body)).toEqual([{ form, rev: 1 }]);
});

it('is said of a lead on which days they are asked first, and said anew without ending the role', async () => {
  const tab = await openRoles();
  await inForce(tab).getByText('Asked first on Mondays and Tuesdays').waitFor();
  expect(await tab.getByRole('button', { name: /^Change days: Priya/ }).count()).toBe(0);
  const change = () => tab.getByRole('button', { name: /^Change days: Tom Whitlock/ });
  await change().click();
  const days = tab.getByRole('form', { name: 'Days of Tom Whitlock' });
  await expect.poll(() => days.getByLabel('Monday').evaluate((box) => box === document.activeElement)).toBe(true);
  await days.getByRole('button', { name: 'Cancel' }).click();
  await expect.poll(() => change().count()).toBe(1);
  await change().click();
  await days.getByLabel('Monday').uncheck();
  await days.getByLabel('Friday').check();
  await days.getByRole('button', { name: 'Save the days' }).click();

  await tab.getByText('Tom Whitlock is asked first on Tuesdays and Fridays.').first().waitFor();
  await inForce(tab).getByText('Asked first on Tuesdays and Fridays').waitFor();
  await change().click();
  for (const day of ['Tuesday', 'Friday']) await days.getByLabel(day).uncheck();
  await days.getByRole('button', { name: 'Save the days' }).click();
  await tab.getByText('Tom Whitlock is asked first every day.').first().waitFor();
  expect(sent().map(({ body }) => body)).toEqual([
    { form, rev: 1, days: ['Tue', 'Fri'] },
    { form, rev: 2, days: [] },
  ]);
});

it('is given with days to a lead, and to nobody else', async () => {
  const tab = await openRoles();
  await tab.getByRole('button', { name: 'Give a role' }).click();
  const giving = tab.getByRole('form', { name: 'Give a role' });
  await giving.getByLabel('Who').selectOption('Zoe Lund, Supply teacher');
  await giving.getByLabel('Role').selectOption('Deputy safeguarding lead');
  await giving.getByText('It changes nothing of what they may see.').waitFor();
  await giving.getByLabel('Wednesday').check();
  await giving.getByLabel('Role').selectOption('SENCo');
  expect(await giving.getByRole('checkbox').count()).toBe(0);
  await giving.getByLabel('Role').selectOption('Deputy safeguarding lead');
  expect(await giving.getByLabel('Wednesday').isChecked()).toBe(true);
  await giving.getByRole('button', { name: 'Give the role' }).click();
  await inForce(tab).getByText('Asked first on Wednesdays').waitFor();
  expect(sent().map(({ body }) => body)).toEqual([
    { form, schools: ['harrowmere'], person: 'p2', role: 'deputy', days: ['Wed'] },
  ]);
});

it('ends only after it has asked, and a keyboard goes on where it was', async () => {
  const tab = await openRoles();
  const tom = () => tab.getByRole('button', { name: 'End: Tom Whitlock, Deputy safeguarding lead' });
  await tom().click();
  await tab.getByRole('button', { name: 'Keep it' }).click();
  await expect.poll(() => tom().evaluate((button) => button === document.activeElement)).toBe(true);
  expect(sent()).toEqual([]);
  await tom().click();
  await tab.getByRole('button', { name: 'End it now' }).click();
  await tab.getByText('Ended: Tom Whitlock').first().waitFor();
  await tab.getByText('Over (2)').waitFor();
});

it('says of a role that comes from an Entra group when it ends, and that the group does not give again what is ended here', async () => {
  const tab = await openRoles();
  const nisha = inForce(tab).getByRole('listitem').filter({ hasText: 'Nisha Bakshi' });
  expect(await nisha.innerText()).toMatch(/From the Entra group, .*26 Nov.*; ends when they leave the group/);
  expect(await nisha.innerText()).not.toContain('Given by');
  await tab.getByRole('button', { name: 'End: Nisha Bakshi, Attendance lead' }).click();
  await tab.getByText('The Entra group does not give it again.').waitFor();
  await tab.getByRole('button', { name: 'End it now' }).click();
  await tab.getByText('Ended: Nisha Bakshi').first().waitFor();
  await tab.getByRole('button', { name: 'End: Tom Whitlock, Deputy safeguarding lead' }).click();
  await tab.getByRole('group', { name: /^End Deputy/ }).waitFor();
  await tab.getByRole('group', { name: /^End Attendance/ }).waitFor({ state: 'detached' });
  expect(await tab.getByText('The Entra group does not give it again.').count()).toBe(0);
});

it('says why the only lead is not ended', async () => {
  const tab = await openRoles();
  await tab.getByRole('button', { name: 'End: Priya Raman, Designated safeguarding lead' }).click();
  await tab.getByRole('button', { name: 'End it now' }).click();
  await tab.getByText('This is the school’s only safeguarding lead').first().waitFor();
  await inForce(tab).getByText('Priya Raman').waitFor();
  expect(sent()).toHaveLength(1);
});

it('is offered to nobody else', async () => {
  const { tab } = await browser.visit('person=daniel');
  await tab.getByRole('link', { name: 'My reports' }).waitFor();
  expect(await tab.getByRole('link', { name: 'Roles' }).count()).toBe(0);
});
