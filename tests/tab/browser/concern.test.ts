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

const id = (number: number) => '0'.repeat(31) + String(number);
const [ellie, mia, connor, visitor] = [id(1), id(2), id(3), id(4)];

const open = async (concern: string) => (await browser.visit(`person=priya&sub=${concern}`)).tab;
const acts = () => browser.stub().requests.filter(({ method }) => method === 'POST');
const forms = () => acts().map(({ body }) => (body as { readonly form: string }).form);
const takeButton = (tab: FrameLocator) => tab.getByRole('button', { name: 'I take this' });
const text = (tab: FrameLocator) => tab.getByRole('main').innerText();
const said = (tab: FrameLocator) => tab.getByRole('status').textContent();

it('shows every field, and the words exactly as they were written', async () => {
  const tab = await open(ellie);
  const words = tab.getByText('Ellie stayed behind');
  expect(await words.textContent()).toBe(browser.stub().concerns[0]!.words);
  expect(await words.innerText()).toContain('registration.\nShe said “Uncle Ray gets angry when Mum is out”');
  expect(await words.getAttribute('dir')).toBe('auto');
  const shown = await text(tab);
  for (const part of [
    'Ellie Marsden 7B',
    'Year 7',
    'Urgent today',
    'Not sure',
    'just now',
    'Daniel Osei',
    '08:06',
    'Received and safe',
  ])
    expect(shown).toContain(part);
});

it('flags a time that lies in the future, a child not on the list and a reporter not on the staff list', async () => {
  const future = await open(visitor);
  await future.getByText('A boy in the lunch queue').waitFor();
  expect(await text(future)).toMatch(/Not on our list[^]*Fri, 18 Dec 2026, 12:00[^]*lies in the future/);
  await browser.afterTest();
  const unknown = await open(mia);
  await unknown.getByText('Mia asked twice').waitFor();
  expect(await text(unknown)).toContain('Not on the staff list');
});

it('“I take this” takes it once, shows the new truth, says it aloud, and the list knows', async () => {
  const tab = await open(ellie);
  await takeButton(tab).click();
  await tab.getByText('With Priya Raman since Thu, 10 Dec 2026, 08:12').waitFor();
  expect(await takeButton(tab).count()).toBe(0);
  expect(await said(tab)).toBe('You have taken C-2026-0146.');
  expect(acts()).toMatchObject([{ path: `/api/concerns/${ellie}/take`, body: { rev: 1 } }]);
  expect(forms()[0]).toMatch(/^[0-9a-f]{32}$/);
  await tab.getByRole('link', { name: 'Concerns' }).first().click();
  await expect.poll(() => tab.getByRole('row').nth(1).innerText()).toContain('With Priya Raman');
});

it('two quick presses are one act', async () => {
  const tab = await open(ellie);
  await takeButton(tab).dblclick();
  await tab.getByText('You have taken C-2026-0146.').first().waitFor();
  expect(acts()).toHaveLength(1);
});

it('what one may not do is not drawn', async () => {
  const tab = await open(connor);
  await tab.getByText('With Tom Whitlock').first().waitFor();
  await tab.getByText('No files have been added yet.').waitFor();
  await tab.getByRole('button', { name: 'Give somebody this case' }).waitFor();
  // Whether somebody may be given it is said with who was; the list of keys belongs to the shell, not to the concern.
  const drawn = await tab.getByRole('button').allInnerTexts();
  expect(drawn).toEqual(['Hide names', 'Give somebody this case', 'Keys']);
});

it('when no answer comes, it says so and the next press sends the same form', async () => {
  const { page, tab } = await browser.visit(`person=priya&sub=${ellie}`);
  const lost: unknown[] = [];
  await page.route('**/take', (route) => {
    lost.push(route.request().postDataJSON());
    return route.abort();
  });
  await takeButton(tab).click();
  await tab.getByText('Nothing was lost').first().waitFor();
  await page.unroute('**/take');
  await takeButton(tab).click();
  await tab.getByText('You have taken C-2026-0146.').first().waitFor();
  expect(acts().map(({ body }) => body)).toEqual(lost);
});

it('an act that arrived and whose answer was lost is not done twice', async () => {
  const { page, tab } = await browser.visit(`person=priya&sub=${ellie}`);
  await page.route('**/take', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await takeButton(tab).click();
  await tab.getByText('Nothing was lost').first().waitFor();
  await page.unroute('**/take');
  await takeButton(tab).click();
  await tab.getByText('You have taken C-2026-0146.').first().waitFor();
  expect(browser.stub().concerns[0]!.rev).toBe(2);
  expect(new Set(forms()).size).toBe(1);
  expect(acts()).toHaveLength(2);
});

it('when somebody else was quicker, it says so and shows what is true now', async () => {
  const tab = await open(ellie);
  await takeButton(tab).waitFor();
  const [first, ...rest] = browser.stub().concerns;
  const toms = {
    status: 'acknowledged',
    takenByName: 'Tom Whitlock',
    abilities: { ...noAbilities, resolve: true },
  } as const;
  browser.stub().concerns = [{ ...first!, ...toms, rev: 2 }, ...rest];
  await takeButton(tab).click();
  await tab.getByText('This was changed a moment ago by somebody else').first().waitFor();
  await tab.getByText('With Tom Whitlock').first().waitFor();
  expect(await takeButton(tab).count()).toBe(0);
});

it('after a refusal a new press is a new intent with a new form', async () => {
  browser.stub().mishaps = [{ on: 'POST', code: 'changed-meanwhile', status: 409 }];
  const tab = await open(ellie);
  await takeButton(tab).click();
  await tab.getByText('This was changed a moment ago').first().waitFor();
  await takeButton(tab).click();
  await tab.getByText('You have taken C-2026-0146.').first().waitFor();
  expect(new Set(forms()).size).toBe(2);
});

it('settles which child is meant, and asks for pupils only when they are wanted', async () => {
  const tab = await open(mia);
  await tab.getByRole('button', { name: 'Which child is this?' }).waitFor();
  expect(browser.stub().requests.filter(({ path }) => path.endsWith('/compare'))).toEqual([]);
  await tab.getByRole('button', { name: 'Which child is this?' }).click();
  await tab.getByRole('radio', { name: /Mia Hughes.*form 9D/ }).check();
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Mia Hughes' }).waitFor();
  expect(acts()).toMatchObject([{ path: `/api/concerns/${mia}/child`, body: { rev: 1, child: 'p2' } }]);
  expect(await said(tab)).toBe('Saved: it is settled which child C-2026-0145 is about.');
  expect(await tab.getByText('Not settled yet').count()).toBe(0);
});

it('“Not on our list” is always a choice, and no choice is made for the person', async () => {
  const tab = await open(mia);
  await tab.getByRole('button', { name: 'Which child is this?' }).click();
  await tab.getByRole('radio').first().waitFor();
  expect(await tab.getByRole('radio', { checked: true }).count()).toBe(0);
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Choose one, or “Not on our list”.').waitFor();
  expect(acts()).toEqual([]);
  await tab.getByRole('radio', { name: 'Not on our list' }).check();
  await tab.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => acts().map(({ body }) => body)).toMatchObject([{ child: 'not-on-list' }]);
});

it('a choice that could not be saved is still chosen, and its problem is shown', async () => {
  browser.stub().mishaps = [{ on: 'POST', code: 'busy', status: 503 }];
  const tab = await open(mia);
  await tab.getByRole('button', { name: 'Which child is this?' }).click();
  await tab.getByRole('radio', { name: /Mia Hughes.*form 9A/ }).check();
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByText('Try again in a moment').first().waitFor();
  expect(await tab.getByRole('radio', { name: /Mia Hughes.*form 9A/ }).isChecked()).toBe(true);
  await tab.getByRole('button', { name: 'Save' }).click();
  await tab.getByRole('heading', { level: 1, name: 'Mia Hughes' }).waitFor();
  expect(new Set(forms()).size).toBe(1);
});

it('“Cancel” leaves everything as it was and gives the focus back', async () => {
  const tab = await open(mia);
  await tab.getByRole('button', { name: 'Which child is this?' }).click();
  await tab.getByRole('button', { name: 'Cancel' }).click();
  expect(await tab.locator(':focus').innerText()).toBe('Which child is this?');
  expect(acts()).toEqual([]);
});

it('a concern that one may not see is not found, and nothing of it is on the page', async () => {
  const tab = await open('a'.repeat(32));
  await tab.getByRole('heading', { name: 'Nothing to show here' }).waitFor();
  expect(await text(tab)).toContain('ask your safeguarding lead');
  await tab.getByRole('link', { name: 'Concerns' }).first().click();
  await tab.getByRole('heading', { level: 1, name: 'Concerns' }).waitFor();
});

it('the words leave the screen when the concern is no longer for this person', async () => {
  const tab = await open(ellie);
  await takeButton(tab).waitFor();
  browser.stub().concerns = browser.stub().concerns.slice(1);
  await takeButton(tab).click();
  await tab.getByRole('heading', { name: 'Nothing to show here' }).waitFor();
  expect(await tab.locator('body').innerText()).not.toMatch(/Marsden|Uncle Ray/);
});

const stopFiling = () =>
  Object.assign(browser.stub().concerns[0]!, {
    filed: 'stopped',
    abilities: { ...noAbilities, settle: true },
  });

it('where filing has stopped, says so, shows both sides with nothing chosen, and files what a lead lets stand', async () => {
  stopFiling();
  const tab = await open(ellie);
  const section = tab.getByRole('region', { name: 'Filing in SharePoint' });
  const file = section.getByRole('button', { name: 'Let this stand and file it' });
  await file.click();
  expect(await section.getByText('Choose one of the two.').count()).toBe(2);
  expect(await section.getByRole('radio', { checked: true }).count()).toBe(0);
  expect(await section.innerText()).toMatch(
    /Status\s+Taken\s+Done in Lantern\s+With the police\s+In SharePoint; Lantern cannot take this over[^]*Taken by\s+Priya Raman[^]*Tom Whitlock, by telephone[^]*Before both: Empty/,
  );
  expect(await section.getByRole('radio', { name: /With the police/ }).isDisabled()).toBe(true);
  await section.getByRole('radio', { name: /^Taken/ }).check();
  await section.getByRole('radio', { name: /Tom Whitlock/ }).check();
  await file.click();
  await section.getByText('Decided: C-2026-0146 is being filed.').waitFor();
  expect(acts()).toMatchObject([
    {
      path: `/api/concerns/${ellie}/settle`,
      body: { rev: 1, keep: { status: 'lantern', takenByName: 'sharepoint' } },
    },
  ]);
  expect(await text(tab)).toContain('Received and safe');
});

it('where SharePoint refused the row, a lead can have it tried again', async () => {
  stopFiling();
  browser.stub().differences = [];
  const tab = await open(ellie);
  await tab.getByText('SharePoint refused the row').waitFor();
  await tab.getByRole('button', { name: 'Try again' }).click();
  await tab.getByText('Decided: C-2026-0146 is being filed.').first().waitFor();
  expect(acts()).toMatchObject([{ body: { rev: 1, keep: {} } }]);
});
