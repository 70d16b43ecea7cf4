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

const ellie = '0'.repeat(31) + '1';
const misfile = '/misfile';
const sent = () => browser.stub().requests.filter(({ path }) => path.endsWith(misfile));

async function openForm(): Promise<FrameLocator> {
  const { tab } = await browser.visit(`person=priya&sub=${ellie}`);
  await tab.getByRole('button', { name: 'Wrong child' }).click();
  return tab;
}

it('says what it does, what is missing, and goes on with the entry under the right child', async () => {
  const tab = await openForm();
  await tab.getByText('disappears from every list at once').waitFor();
  await tab.getByRole('button', { name: 'Put it under this child' }).click();
  await tab.getByText('Choose or write one.').waitFor();
  expect(sent()).toEqual([]);
  await tab.getByRole('radio').first().check();
  await tab.getByLabel('How do you know?').fill('She was away that day.');
  await tab.getByRole('button', { name: 'Put it under this child' }).click();
  await tab.getByText('Entered in place of').waitFor();
  await tab.getByText('C-2026-0148').first().waitFor();
  expect(sent()).toMatchObject([{ body: { rev: 1, school: 'harrowmere', reason: 'She was away that day.' } }]);
  // Nobody asks for an entry that was hidden a moment ago.
  const asked = browser.stub().requests.map(({ path }) => path);
  expect(asked.slice(asked.findIndex((path) => path.endsWith(misfile)))).not.toContain(`/api/concerns/${ellie}`);
});

it('holds the children beside one another, without the one who was wrong, and finds any other of the school', async () => {
  const { stub } = browser;
  stub().concerns = stub().concerns.map((one) => (one.id === ellie ? { ...one, childId: 'p1' } : one));
  const tab = await openForm();
  const cards = tab.getByRole('list', { name: 'Children who may be meant' }).getByRole('listitem');
  await cards.first().waitFor();
  expect(await cards.getByRole('radio').evaluateAll((all) => all.map((one) => one.getAttribute('value')))).toEqual([
    'p2',
    'p3',
  ]);
  const find = tab.getByRole('searchbox', { name: 'Look up any child of your school' });
  await find.fill('mi h');
  // Enter looks up and sends nothing.
  await find.press('Enter');
  await tab.getByRole('radio', { name: /Michelle/ }).check();
  await tab.getByLabel('How do you know?').fill('Her tutor says so.');
  expect(sent()).toEqual([]);
  await tab.getByRole('button', { name: 'Put it under this child' }).click();
  await expect.poll(() => sent().map(({ body }) => (body as { child?: string }).child)).toEqual(['p7']);
});

it('takes a name where the child is not offered', async () => {
  const tab = await openForm();
  await tab.getByRole('radio', { name: 'Another child' }).check();
  await tab.getByLabel('Their name, as you know it').fill('Elly Marston');
  await tab.getByLabel('How do you know?').fill('Her tutor says so.');
  await tab.getByRole('button', { name: 'Put it under this child' }).click();
  await tab.getByRole('heading', { name: 'Elly Marston' }).waitFor();
  expect(sent()[0]?.body).toMatchObject({ who: 'Elly Marston' });
  expect(sent()[0]?.body).not.toHaveProperty('child');
});

it('is reached from the foot of the list and by keys, and holds the entry whole', async () => {
  const tab = await openForm();
  await tab.getByRole('radio').first().check();
  await tab.getByLabel('How do you know?').fill('She was away that day.');
  await tab.getByRole('button', { name: 'Put it under this child' }).click();
  await tab.getByText('Entered in place of').waitFor();
  await tab.getByRole('link', { name: 'Concerns' }).first().click();
  await tab.getByRole('link', { name: 'Misfiled entries' }).waitFor();
  await tab.getByRole('heading', { name: 'Concerns' }).press('g');
  await tab.getByRole('heading', { name: 'Concerns' }).press('m');
  await tab.getByRole('heading', { name: 'Misfiled entries' }).waitFor();
  await tab.getByRole('link', { name: 'C-2026-0146' }).click();
  await tab.getByText('She was away that day.').waitFor();
  await tab.getByText('Uncle Ray gets angry').waitFor();
  expect(await tab.getByRole('main').getByRole('button').count()).toBe(0);
});
