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
const asked = () => browser.stub().requests.map(({ method, path }) => `${method} ${path}`);

async function openChild(): Promise<FrameLocator> {
  const { tab } = await browser.visit(`person=priya&sub=${ellie}`);
  await tab.getByRole('link', { name: 'More about Ellie Marsden' }).click();
  await tab.getByRole('heading', { name: 'Eleanor (Ellie) Marsden' }).waitFor();
  return tab;
}

it('is reached from the concern and says who the child is, whom to call and what was reported', async () => {
  const tab = await openChild();
  expect(asked()).toContain('GET /api/children/c1');
  expect(await tab.getByRole('link', { name: '01632 960331' }).getAttribute('href')).toBe('tel:01632960331');
  await tab.getByText('does not say who has parental responsibility').waitFor();
  await tab.getByText('14 March 2015').waitFor();
  await tab.getByText('Ask the previous school').waitFor();
  const about = tab.getByRole('list', { name: 'Concerns about this child, newest first' }).getByRole('listitem');
  await expect.poll(() => about.count()).toBe(2);
  const named = tab.getByRole('list', { name: 'Concerns in which this child is named, newest first' });
  expect(await named.innerText()).toMatch(/C-2026-0144[\s\S]*Saw or heard it, Brother or sister/);
  // Whom the roster no longer names is there, but not among those to call.
  expect(await tab.getByText('Ray Pike').isVisible()).toBe(false);
});

it('leads on to a brother, names nobody at another school, and back to a concern', async () => {
  const tab = await openChild();
  await tab.getByText('A child of this family is at Brackenfold Primary, which you do not lead.').waitFor();
  await tab.getByRole('link', { name: 'Tom Marsden' }).click();
  await tab.getByRole('heading', { name: 'Tom Marsden' }).waitFor();
  await tab.getByText('Has left. Was in Year 10').waitFor();
  await expect.poll(asked).toContain('GET /api/children/c2/concerns');
  await tab.getByText('The roster names nobody.').waitFor();
  expect(await tab.getByText('Claire Marsden').count()).toBe(0);
});

it('is opened from the people in a report', async () => {
  const { tab } = await browser.visit(`person=priya&sub=${ellie}`);
  await tab.getByRole('list', { name: 'In this report' }).getByRole('link', { name: 'Ellie Marsden' }).click();
  await tab.getByRole('link', { name: 'C-2026-0146' }).click();
  await tab.getByText('Uncle Ray').waitFor();
  expect(asked()).toContain('GET /api/children/c1/concerns');
});

it('is fetched again when the server says that it has changed, and leaves the screen when it is no longer for this person', async () => {
  browser.stub().followed = true;
  const tab = await openChild();
  await expect.poll(() => browser.stub().followers()).toBe(1);
  const before = asked().length;
  browser.stub().mishaps.push({ on: 'GET /api/children/c1', code: 'not-found', status: 404 });
  browser.stub().tell(['child/c1']);
  await tab.getByText('Nothing to show here').waitFor();
  expect(asked().length).toBeGreaterThan(before);
  expect(await tab.getByText('Claire Marsden').count()).toBe(0);
});

it('shows a record that may be the same child, joins the two for a reason, and takes it back', async () => {
  const tab = await openChild();
  await tab.getByRole('link', { name: 'Tom Marsden' }).click();
  await tab.getByRole('heading', { name: 'This may be the same child' }).waitFor();
  await tab.getByText('Thomas Pike').waitFor();
  await tab.getByRole('button', { name: 'These are one child' }).click();
  await tab.getByRole('button', { name: 'Go on as one child' }).click();
  await tab.getByText('Write why.').waitFor();
  await tab.getByLabel('Why are they one child?').fill('The office entered him twice.');
  await tab.getByRole('button', { name: 'Go on as one child' }).click();
  await tab.getByRole('heading', { name: 'Two records of this child' }).waitFor();
  await tab.getByText('The office entered him twice.').waitFor();
  const sent = () => browser.stub().requests.filter(({ method }) => method === 'POST');
  expect(sent()).toMatchObject([
    {
      path: '/api/children/c2/merge',
      body: { other: 'c4', rev: 2, otherRev: 3, reason: 'The office entered him twice.' },
    },
  ]);

  await tab.getByRole('link', { name: 'Thomas (Tommy) Marsden' }).click();
  await tab.getByRole('heading', { name: 'This record goes on as another one' }).waitFor();
  await tab.getByRole('link', { name: 'Tom Marsden', exact: true }).click();
  await tab.getByRole('button', { name: 'Undo' }).click();
  await tab.getByLabel('Why are they two children?').fill('Cousins.');
  await tab.getByRole('button', { name: 'They are two children' }).click();
  await tab.getByRole('heading', { name: 'This may be the same child' }).waitFor();
  expect(sent()[1]).toMatchObject({ path: '/api/children/c2/unmerge', body: { other: 'c4', reason: 'Cousins.' } });
});
