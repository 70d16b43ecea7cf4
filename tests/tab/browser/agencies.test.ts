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

async function openAgencies(): Promise<FrameLocator> {
  const { tab } = await browser.visit('person=priya');
  await tab.getByText('Ellie Marsden').waitFor();
  await tab.getByRole('link', { name: 'Agencies' }).click();
  await tab.getByRole('heading', { name: 'Agencies', exact: true }).waitFor();
  await tab.getByText('Kestrel Vale MASH').waitFor();
  return tab;
}

it('says how each is reached, by day and by night, and keeps the retired ones apart', async () => {
  const tab = await openAgencies();
  const list = tab.getByRole('list', { name: 'Agencies, by name' });
  expect(await list.getByRole('listitem').count()).toBe(2);
  await list.getByText('Evenings after five').waitFor();
  expect(await list.getByRole('link', { name: '01632 960700' }).getAttribute('href')).toBe('tel:01632960700');
  await list.getByText('Received and safe').waitFor();
  expect(await tab.getByText('Young Carers Together').isVisible()).toBe(false);
});

it('says what is missing, adds one once, and lets it be seen', async () => {
  const tab = await openAgencies();
  await tab.getByRole('button', { name: 'Add an agency' }).click();
  const form = tab.getByRole('form', { name: 'Add an agency' });
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await form.getByText('Choose what kind of agency it is.').waitFor();
  await form.getByText('Write a telephone number or an e-mail address.').waitFor();
  expect(sent()).toEqual([]);
  await form.getByLabel('Kind').selectOption('CAMHS');
  await form.getByLabel('Name').fill(' Kestrel CAMHS ');
  await form.getByLabel('E-mail').fill('nowhere');
  await form.getByText('This is no e-mail address.').waitFor();
  await form.getByLabel('E-mail').fill('');
  await form.getByLabel('Telephone').fill('01632 960720');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await tab.getByText('Added: Kestrel CAMHS.').first().waitFor();
  await tab.getByRole('list', { name: 'Agencies, by name' }).getByText('Kestrel CAMHS').waitFor();
  expect(sent().map(({ body }) => body)).toEqual([
    {
      ...{ form: expect.stringMatching(/^[0-9a-f]{32}$/) as string, school: 'harrowmere' },
      ...{ kind: 'camhs', name: 'Kestrel CAMHS', phone: '01632 960720' },
    },
  ]);
});

it('is corrected with what stands there, and what is emptied is left out', async () => {
  const tab = await openAgencies();
  await tab.getByRole('button', { name: 'Correct: Kestrel Vale MASH' }).click();
  const form = tab.getByRole('form', { name: 'Correct Kestrel Vale MASH' });
  expect(await form.getByLabel('Telephone').inputValue()).toBe('01632 960700');
  await form.getByLabel('E-mail').fill('');
  await form.getByLabel('Telephone').fill('01632 960799');
  await form.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Corrected: Kestrel Vale MASH.').first().waitFor();
  await tab.getByRole('link', { name: '01632 960799' }).waitFor();
  expect(sent()[0]).toMatchObject({ path: '/api/agencies/a2/correct', body: { rev: 1, kind: 'mash' } });
  expect(sent()[0]?.body).not.toHaveProperty('email');
});

it('is retired and brought back, by keyboard alone', async () => {
  const tab = await openAgencies();
  await tab.getByRole('button', { name: 'Retire: Kestrel Vale MASH' }).press('Enter');
  await tab.getByText('Retired: Kestrel Vale MASH.').first().waitFor();
  await tab.getByText('Retired (2)').press('Enter');
  await tab.getByRole('button', { name: 'Bring back: Kestrel Vale MASH' }).press('Enter');
  await tab.getByText('Back on the list: Kestrel Vale MASH.').first().waitFor();
  expect(sent().map(({ body }) => (body as { retired: boolean }).retired)).toEqual([true, false]);
});

it('is reached by keys', async () => {
  const { tab } = await browser.visit('person=priya');
  await tab.getByText('Ellie Marsden').waitFor();
  await tab.getByRole('heading', { name: 'Concerns' }).press('g');
  await tab.getByRole('heading', { name: 'Concerns' }).press('e');
  await tab.getByRole('heading', { name: 'Agencies', exact: true }).waitFor();
  await expect.poll(() => browser.stub().requests.at(-1)?.path).toBe('/api/agencies');
});
