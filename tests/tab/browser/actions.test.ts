import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { barriers, overhang, themes, wear } from '../../support/appearance.ts';
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
const open = (person: string) => browser.visit(`person=${person}&sub=actions`);
const posted = () => browser.stub().requests.filter(({ method }) => method === 'POST');

it('shows somebody outside the circle only the words that were written for them', async () => {
  const { tab } = await open('daniel');
  await tab.getByText('Please ring the parent we spoke about.').waitFor();
  const text = await tab.getByRole('main').innerText();
  expect(text).toContain('Overdue');
  expect(text).not.toMatch(/Ellie|C-2026|To verify|With others/);
});

it('is marked done with what was done, which it does not do without', async () => {
  const { tab } = await open('daniel');
  await tab.getByRole('button', { name: 'It is done: A-2026-0011' }).click();
  await tab.getByRole('button', { name: 'It is done', exact: true }).click();
  await tab.getByText('Write in a few words what was done.').waitFor();
  expect(posted()).toEqual([]);
  await tab.getByLabel('What did you do?').fill('Rang at nine.');
  await tab.getByRole('button', { name: 'It is done' }).click();
  await tab.getByText('Done, to be verified').waitFor();
  expect(posted()).toMatchObject([{ body: { rev: 1, note: 'Rang at nine.' } }]);
  expect(await tab.getByRole('status').textContent()).toBe('A-2026-0011 is done.');
});

it('a lead verifies what somebody else did, sees what that was, and cannot verify their own', async () => {
  const { tab } = await open('priya');
  const verify = tab.getByRole('region', { name: 'To verify' });
  await verify.getByText('Sat together; she ate well. <script>').waitFor();
  expect(await tab.getByRole('button', { name: /^Verify/ }).count()).toBe(1);
  await verify.getByRole('button', { name: 'Verify: A-2026-0012' }).click();
  await verify.getByText('Nothing waits for you.').waitFor();
  expect(posted().map(({ path }) => path)).toEqual([expect.stringMatching(/\/verify$/)]);
});

it('a concern’s page lists its actions and sets another in two wordings', async () => {
  const { tab } = await browser.visit(`person=priya&sub=${ellie}`);
  await tab.getByText('Keep Ellie company at lunch.').waitFor();
  await tab.getByRole('button', { name: 'Add an action' }).click();
  await tab.getByLabel('What is to be done').fill('Ask Ellie how the weekend was.');
  await tab.getByRole('button', { name: 'Add the action' }).click();
  await tab.getByText('Choose who is to do it.').waitFor();
  await tab.getByLabel('Who does it?').selectOption('o2');
  await tab.getByRole('button', { name: 'Add the action' }).click();
  await tab.getByText('Write what the owner is told.').waitFor();
  expect(posted()).toEqual([]);
  await tab.getByLabel('What Zoe Lund is told').fill('Please come and see me at break.');
  await tab.getByRole('button', { name: 'Add the action' }).click();
  await tab.getByText('A-2026-0014').waitFor();
  expect(posted()).toMatchObject([
    { body: { owner: 'o2', priority: 'today', whatOutside: 'Please come and see me at break.' } },
  ]);
  expect(await tab.getByRole('form', { name: 'New action' }).count()).toBe(0);
});

it('is cancelled with a reason from the concern’s page', async () => {
  const { tab } = await browser.visit(`person=priya&sub=${ellie}`);
  await tab.getByRole('button', { name: 'No longer needed: A-2026-0013' }).click();
  await tab.getByLabel('Why is it no longer needed?').fill('We have it already.');
  await tab.getByRole('button', { name: 'No longer needed', exact: true }).click();
  await tab.getByText('Why cancelled: We have it already.').waitFor();
  expect(posted()).toMatchObject([{ body: { reason: 'We have it already.' } }]);
});

const screens = [
  ['actions', 'person=priya&sub=actions'],
  ['own-actions', 'person=daniel&sub=actions'],
  ['concern-actions', `person=priya&sub=${ellie}`],
] as const;

it.each(screens)('%s keeps nobody out and fits a phone', { timeout: 120_000 }, async (name, query) => {
  const { page, tab } = await browser.visit(query, { width: 360, height: 780 });
  await tab.getByText('A-2026-0011').waitFor();
  if (name === 'concern-actions') {
    await tab.getByRole('button', { name: 'Add an action' }).click();
    await tab.getByLabel('Who does it?').selectOption('o2');
  }
  for (const theme of themes) {
    await wear(page, tab, theme);
    expect(await barriers(page, theme)).toEqual([]);
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: width === 360 ? 780 : 1200 });
      await page.screenshot({ path: `.screens/tab-${name}-${width}-${theme}.png` });
      expect(await overhang(page)).toBe(0);
    }
    await page.setViewportSize({ width: 360, height: 780 });
  }
});
