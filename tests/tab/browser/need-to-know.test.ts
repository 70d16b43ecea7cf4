import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { noAbilities } from '../../support/stub-concerns.ts';
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

const sent = () =>
  browser
    .stub()
    .requests.filter(({ method, path }) => method === 'POST' && !path.endsWith('/children'))
    .map(({ path, body }) => [path, body]);
const form = expect.stringMatching(/^[0-9a-f]{32}$/) as string;

async function openPage(person = 'priya'): Promise<FrameLocator> {
  const { tab } = await browser.visit(`person=${person}`);
  await tab.getByRole('link', { name: 'Need to know' }).click();
  await tab.getByRole('heading', { name: 'In force' }).waitFor();
  return tab;
}
async function lookUp(tab: FrameLocator, words: string, at = 0) {
  await tab.getByRole('searchbox').fill(words);
  await tab.getByRole('searchbox').press('Enter');
  await tab.getByRole('radio').nth(at).check();
}

it('shows a lead first what nobody has seen, with the reason, and marks it as seen', async () => {
  const tab = await openPage();
  const first = tab.getByRole('list', { name: 'For a lead to look at' });
  expect(await first.getByRole('listitem').allInnerTexts()).toEqual([
    expect.stringMatching(/Margaret Eaves[^]*Opened the file of Ellie Marsden by break-glass[^]*Why: The police/),
  ]);
  await first.getByRole('button', { name: /^I have seen this: Margaret Eaves/ }).click();
  await tab.getByRole('list', { name: 'In force' }).getByText('seen by Priya Raman').waitFor();
  expect(await first.count()).toBe(0);
  expect(sent()).toEqual([['/api/need-to-know/a1/seen', { form, rev: 1 }]]);
});

it('says who has which case, for what and until when, and ends it only after it has asked', async () => {
  const tab = await openPage();
  const row = tab.getByRole('listitem').filter({ hasText: 'Was given case C-2026-0142' });
  expect(await row.innerText()).toMatch(/Featherstonehaugh[^]*Task: Be at the gate[^]*Given by Priya Raman[^]*until/);
  const end = row.getByRole('button', { name: /^End: Kayleigh/ });
  await end.click();
  await row.getByRole('button', { name: 'Keep it' }).click();
  await expect.poll(() => end.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(sent()).toEqual([]);
  await end.click();
  await row.getByRole('button', { name: 'End it now' }).click();
  await tab.getByText('Over (2)').waitFor();
});

it('declares a conflict of interest of somebody, and says what is missing before', async () => {
  const tab = await openPage();
  await tab.getByRole('button', { name: 'Declare a conflict of interest' }).click();
  const declaring = tab.getByRole('form', { name: 'Declare a conflict of interest' });
  await declaring.getByRole('button', { name: 'Declare', exact: true }).click();
  for (const text of ['Choose somebody.', 'Look the child up and choose them.', 'Choose what it is.'])
    await declaring.getByText(text).waitFor();
  expect(sent()).toEqual([]);
  await declaring.getByLabel('Who').selectOption('Zoe Lund, Supply teacher');
  await lookUp(tab, 'Mia Hughes', 1);
  await declaring.getByLabel('What it is').selectOption('A relative');
  await declaring.getByLabel('Why').fill('Her niece.');
  await declaring.getByRole('button', { name: 'Declare', exact: true }).click();
  await tab.getByText('Declared: Zoe Lund.').first().waitFor();
  const wish = { person: 'p2', child: 'k3', school: 'harrowmere', conflict: 'related', reason: 'Her niece.' };
  expect(sent()).toEqual([['/api/need-to-know/conflicts', { form, ...wish }]]);
});

it('gives somebody with a role their own two forms and nothing of others', async () => {
  const tab = await openPage('kayleigh');
  await tab.getByText('Nothing is in force that you may see.').waitFor();
  expect(await tab.getByRole('button', { name: 'Declare a conflict of interest' }).count()).toBe(0);
  await tab.getByRole('button', { name: 'Declare one of mine' }).click();
  await lookUp(tab, 'Ellie Marsden');
  await tab.getByLabel('What it is').selectOption('My own child');
  await tab.getByLabel('Why').fill('My daughter.');
  await tab.getByRole('button', { name: 'Declare', exact: true }).click();
  await tab.getByText('Another person can end it.').first().waitFor();
  const wish = { child: 'k1', school: 'harrowmere', conflict: 'own-child', reason: 'My daughter.' };
  expect(sent()).toEqual([['/api/need-to-know/own-conflicts', { form, ...wish }]]);
  expect(await tab.getByRole('button', { name: /^End/ }).count()).toBe(0);
});

it('breaks glass only with a child, a reason and the confirmation that leads are told', async () => {
  const tab = await openPage('kayleigh');
  await tab.getByRole('button', { name: 'Open a child’s file by break-glass' }).click();
  const glass = tab.getByRole('form', { name: 'Open a child’s file by break-glass' });
  await glass.getByLabel('Why you must know now').fill('Urgent.');
  await glass.getByRole('button', { name: 'Break the glass' }).click();
  for (const text of ['Look the child up', 'Write why you must know', 'Confirm that the leads'])
    await glass.getByText(text).last().waitFor();
  expect(sent()).toEqual([]);
  await lookUp(tab, 'ellie marsden');
  await glass.getByLabel('Why you must know now').fill('Her mother is at the door and no lead answers.');
  await glass.getByRole('checkbox').check();
  await glass.getByRole('button', { name: 'Break the glass' }).click();
  await tab.getByText('The safeguarding leads have been told.').first().waitFor();
  const wish = { child: 'k1', school: 'harrowmere', reason: 'Her mother is at the door and no lead answers.' };
  expect(sent()).toEqual([['/api/need-to-know/break-glass', { form, ...wish, confirmed: true }]]);
});

it('says where no child has the whole name', async () => {
  const tab = await openPage('kayleigh');
  await tab.getByRole('button', { name: 'Open a child’s file by break-glass' }).click();
  await tab.getByRole('searchbox').fill('Ellie');
  await tab.getByRole('button', { name: 'Look up' }).click();
  const none = tab.getByText('No child on the roll has this whole name.');
  await none.waitFor();
  expect(await tab.getByRole('radio').count()).toBe(0);
});

it('gives a case from the open concern, with a task and a last day, and takes it back', async () => {
  const { id } = browser.stub().concerns[0]!;
  const { tab } = await browser.visit(`person=priya&sub=${id}`);
  await tab.getByText('Nobody but the safeguarding leads.').waitFor();
  await tab.getByRole('button', { name: 'Give somebody this case' }).click();
  const giving = tab.getByRole('form', { name: 'Give somebody this case' });
  await giving.getByRole('button', { name: 'Give the case' }).click();
  await giving.getByText('Write why they have to know.').waitFor();
  await giving.getByLabel('Who').selectOption('Daniel Osei, Teacher');
  await giving
    .getByText('It goes to Daniel Osei, who is told in their own chat. It is confidential: keep it')
    .waitFor();
  const given = giving.getByRole('button', { name: 'Give the case' });
  const described = await given.evaluate(
    (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent,
  );
  expect(described).toContain('It goes to Daniel Osei');
  await giving.getByLabel('Why they have to know').fill('He teaches her.');
  await giving.getByLabel('Task').fill('Ring her mother.');
  await giving.getByLabel('Last day').fill('2026-12-18');
  await giving.getByRole('button', { name: 'Give the case' }).click();
  await tab.getByText('Daniel Osei may see this case from now on').first().waitFor();
  const wish = { person: 'p1', reason: 'He teaches her.', task: 'Ring her mother.', until: '2026-12-18' };
  expect(sent()).toEqual([[`/api/concerns/${id}/circle`, { form, ...wish }]]);
  await tab.getByText('Task: Ring her mother.').waitFor();
  await tab.getByRole('button', { name: /^End: Daniel Osei/ }).click();
  await tab.getByText('Nobody but the safeguarding leads.').waitFor();
});

it('draws for somebody who was given a case only what is theirs, and asks for nothing else', async () => {
  const [first] = browser.stub().concerns;
  Object.assign(first!, { abilities: { ...noAbilities, lead: false, addAddendum: true }, outside: 2, decisions: 1 });
  const { tab } = await browser.visit(`person=kayleigh&sub=${first!.id}`);
  await tab.getByText('Priya Raman gave you this case').waitFor();
  await tab.getByText('Your task: Be at the gate').waitFor();
  await tab.getByRole('button', { name: 'Add to this' }).waitFor();
  await tab.getByRole('list', { name: 'Files of this concern' }).waitFor();
  expect(await tab.getByRole('button', { name: 'Give somebody this case' }).count()).toBe(0);
  expect(await tab.getByRole('link', { name: /^More about/ }).count()).toBe(0);
  const asked = new Set(browser.stub().requests.map(({ path }) => path.split('/').slice(4).join('/')));
  expect([...asked].filter((part) => part !== '').sort()).toEqual(['circle', 'documents', 'history']);
});
