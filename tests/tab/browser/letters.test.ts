import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTabBrowser, type TabBrowser } from '../../support/tab-browser.ts';
import { fillInvitation, openLetters } from './letter-screens.ts';

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

const form = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
const posted = (path: RegExp) =>
  browser
    .stub()
    .requests.filter((one) => one.method === 'POST' && path.test(one.path))
    .map(({ path: at, body }) => [at, body]);
const focused = (tab: FrameLocator) => tab.locator(':focus').innerText();
const desk = async (query = 'person=priya') => (await browser.visit(query)).tab;
const ellie = '0'.repeat(31) + '1';

describe('a letter of a meeting', () => {
  it('is filled in for one addressee and one child, changed, looked at, and kept as it was sent', async () => {
    const tab = await desk();
    await openLetters(tab);
    await tab.getByRole('button', { name: 'Write a letter' }).press('Enter');
    await expect.poll(() => tab.locator(':focus').evaluate((element) => element.tagName)).toBe('SELECT');
    await tab.getByRole('button', { name: 'Fill in the template' }).click();
    await tab.getByText('Choose which child it concerns.').waitFor();
    expect(posted(/letters/)).toEqual([]);
    await tab.getByLabel('It goes to').selectOption('Claire Marsden, Family');
    // Only what is for a family is offered.
    expect(await tab.getByLabel('Template').locator('option').allInnerTexts()).toEqual([
      'Choose a template',
      'Invitation of a parent or carer to a meeting',
      'Letter home: please ring us',
    ]);
    await tab.getByLabel('It concerns').selectOption('Ellie Marsden, Year 7');
    await tab.getByLabel('Template').selectOption('Invitation of a parent or carer to a meeting');
    await tab.getByRole('button', { name: 'Fill in the template' }).click();
    const text = tab.getByLabel('The letter');
    await text.waitFor();
    expect(await text.inputValue()).toContain('how Ellie Marsden is getting on');
    await tab.getByText('Not known to Lantern: telephone of the school.').first().waitFor();
    await tab.getByLabel('How it goes').selectOption('By post');
    await tab.getByRole('button', { name: 'Keep it as sent' }).click();
    await tab.getByText('Fill in what still stands in double braces').first().waitFor();
    await text.fill('Dear Claire\n\nPlease come. Jakub will.');
    await tab.getByRole('button', { name: 'Keep it as sent' }).click();
    await tab.getByRole('checkbox', { name: /no word in it means another child/ }).check();
    await tab.getByRole('button', { name: 'Keep it as sent' }).click();
    await tab.getByRole('heading', { name: 'Invitation', level: 1 }).waitFor();
    expect(posted(/letters$/).at(-1)).toEqual([
      '/api/meetings/g1/letters',
      {
        ...{ form, template: 'standard-invite-family', invitation: 'mp4', child: 'k1', looked: true, how: 'post' },
        ...{ subject: 'Invitation to a meeting at Harrowmere Academy', sentOn: '2026-12-10' },
        words: 'Dear Claire\n\nPlease come. Jakub will.',
      },
    ]);
  });

  it('asks a professional for a report by a day', async () => {
    const tab = await desk();
    await openLetters(tab);
    await tab.getByRole('button', { name: 'Write a letter' }).click();
    await tab.getByLabel('It goes to').selectOption('Ama Boateng, Westmarch early help');
    await tab.getByLabel('It concerns').selectOption('Ellie Marsden, Year 7');
    expect(await tab.getByLabel('Report due on').count()).toBe(0);
    await tab.getByLabel('Template').selectOption('Request for a report');
    await tab.getByLabel('Report due on').fill('2026-12-15');
    await tab.getByRole('button', { name: 'Fill in the template' }).click();
    const text = tab.getByLabel('The letter');
    await expect.poll(() => text.inputValue()).toContain('from Westmarch early help by Tuesday 15 December 2026');
  });

  it('stays where no answer came, and is sent once', async () => {
    const tab = await desk();
    await fillInvitation(tab);
    await tab.getByLabel('The letter').fill('Dear Claire');
    await tab.getByLabel('How it goes').selectOption('By hand');
    browser.stub().mishaps = [{ on: 'POST /api/meetings/g1/letters', code: 'busy', status: 503 }];
    await tab.getByRole('button', { name: 'Keep it as sent' }).click();
    await tab.getByText('nothing was recorded').first().waitFor();
    expect(await tab.getByLabel('The letter').inputValue()).toBe('Dear Claire');
    await tab.getByRole('button', { name: 'Keep it as sent' }).click();
    await tab.getByRole('heading', { name: 'Invitation', level: 1 }).waitFor();
    const [first, second] = posted(/letters$/);
    expect(first).toEqual(second);
  });

  it('keeps what was written while names are hidden, and shows none of it', async () => {
    const tab = await desk();
    await fillInvitation(tab);
    await tab.getByLabel('The letter').fill('Dear Claire, about Ellie Marsden');
    await tab.getByRole('button', { name: 'Hide names' }).click();
    await tab.getByText('Names are hidden now').first().waitFor();
    expect(await tab.getByLabel('The letter').count()).toBe(0);
    await tab.getByRole('button', { name: 'Show names' }).click();
    await expect.poll(() => tab.getByLabel('The letter').inputValue()).toBe('Dear Claire, about Ellie Marsden');
    await tab.getByRole('button', { name: 'Cancel', exact: true }).click();
    await expect.poll(() => focused(tab)).toBe('Write a letter');
  });
});

describe('a letter that was sent', () => {
  it('is copied after the journal was told, and its mail to a professional says nothing', async () => {
    const tab = await desk();
    await openLetters(tab);
    await tab.getByRole('link', { name: 'Request for a report L-2026-0002' }).press('Enter');
    await tab.getByText('On its way into the file of C-2026-0146').waitFor();
    const mail = tab.getByRole('link', { name: 'Open a mail to ama.boateng@earlyhelp.example' });
    expect(await mail.getAttribute('href')).toBe('mailto:ama.boateng@earlyhelp.example?subject=Letter%20from%20school');
    await tab.getByRole('button', { name: 'Copy the text' }).click();
    await expect.poll(() => posted(/print$/)).toEqual([['/api/letters/l2/print', {}]]);
    await tab
      .getByText(/Copied|Teams keeps Lantern from the clipboard/)
      .first()
      .waitFor();
  });

  it('to a family offers no mail, and hides its words with the names', async () => {
    const tab = await desk();
    await openLetters(tab);
    await tab.getByRole('link', { name: 'Invitation L-2026-0001' }).click();
    await tab.getByText('how Ellie Marsden is getting on').waitFor();
    expect(await tab.getByRole('link', { name: /Open a mail/ }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Hide names' }).click();
    await tab.getByRole('button', { name: /press to show the letter/ }).waitFor();
    expect(await tab.locator('main').innerText()).not.toMatch(/Ellie|Marsden/);
  });

  it('stands with the concern in whose file it lies, where the next is written to a typed name', async () => {
    const tab = await desk(`person=priya&sub=${ellie}`);
    await tab.getByRole('heading', { name: 'Letters (2)' }).waitFor();
    await tab.getByRole('button', { name: 'Write a letter' }).click();
    await tab.getByRole('form', { name: 'Write a letter' }).getByLabel('Name').fill('Claire Marsden');
    await tab.getByLabel('Template').selectOption('Letter home: please ring us');
    await tab.getByRole('button', { name: 'Fill in the template' }).click();
    await tab.getByLabel('The letter').fill('Dear Claire Marsden');
    await tab.getByLabel('How it goes').selectOption('By post');
    await tab.getByRole('button', { name: 'Keep it as sent' }).click();
    await tab.getByRole('heading', { name: 'Letter home', level: 1 }).waitFor();
    expect(posted(/letters$/).at(-1)).toEqual([
      `/api/concerns/${ellie}/letters`,
      {
        ...{ form, template: 'standard-call-home', addressee: 'family', name: 'Claire Marsden', how: 'post' },
        ...{ subject: 'Please ring Harrowmere Academy', words: 'Dear Claire Marsden', sentOn: '2026-12-10' },
      },
    ]);
  });
});

describe('the library', () => {
  const open = async () => {
    const tab = await desk();
    await tab.getByRole('link', { name: 'Meetings' }).click();
    await tab.getByRole('button', { name: 'Letter templates' }).click();
    await tab.getByRole('heading', { name: 'Letter templates' }).waitFor();
    return tab;
  };

  it('says which field a family may not be told, offers none of those, and keeps the next version', async () => {
    const tab = await open();
    await tab.getByRole('button', { name: 'Change: Letter home: please ring us' }).press('Enter');
    const offered = await tab.getByLabel('Field').locator('option').allInnerTexts();
    expect(offered).toContain('Name of the child');
    expect(offered).not.toContain('Their agency');
    await tab.getByLabel('Text').fill('From {{addressee.agency}}');
    await tab.getByRole('button', { name: 'Save as a new version' }).click();
    await tab.getByText('{{addressee.agency}} (Their agency) may not go into a letter to a family').first().waitFor();
    await tab.getByLabel('Text').fill('Dear ');
    await tab.getByLabel('Field').selectOption('Name of whoever it goes to');
    await tab.getByRole('button', { name: 'Put it into the text' }).click();
    await expect.poll(() => tab.getByLabel('Text').inputValue()).toBe('Dear {{addressee.name}}');
    await tab.getByRole('button', { name: 'Save as a new version' }).click();
    await tab.getByText('Saved as a new version: Letter home: please ring us.').first().waitFor();
    await tab.getByText('Version 2').waitFor();
    await expect.poll(() => focused(tab)).toBe('Change');
    expect(posted(/templates$/).at(-1)).toEqual([
      '/api/letters/templates',
      {
        ...{ form, school: 'harrowmere', origin: 'standard-call-home', templateVersion: 1, purpose: 'letter-home' },
        ...{ heading: 'Letter home: please ring us', addressee: 'family', subject: 'Please ring {{school.name}}' },
        words: 'Dear {{addressee.name}}',
      },
    ]);
  });

  it('retires a template, and adds one', async () => {
    const tab = await open();
    await tab.getByRole('button', { name: 'Retire: Request for a report' }).click();
    await tab.getByText('Retired (1)').waitFor();
    await tab.getByRole('button', { name: 'Add a template' }).click();
    await tab.getByRole('button', { name: 'Add', exact: true }).click();
    await tab.getByText('Give the template a name.').waitFor();
    await tab.getByLabel('Name of the template').fill('Thanks');
    await tab.getByLabel('Subject').fill('Thank you');
    await tab.getByLabel('Text').fill('Thank you for coming.');
    await tab.getByRole('button', { name: 'Add', exact: true }).click();
    await tab.getByRole('heading', { name: 'Thanks', level: 3 }).waitFor();
    await expect.poll(() => focused(tab)).toBe('Add a template');
  });
});
