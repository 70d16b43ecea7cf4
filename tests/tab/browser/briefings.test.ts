import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
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

const form = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
const sent = () =>
  browser
    .stub()
    .requests.filter(({ method, path }) => method === 'POST' && /^\/api\/(briefings|procedures)/.test(path))
    .map(({ path, body }) => [path, body]);
const asked = (path: string) => browser.stub().requests.filter((one) => one.path === path).length;

async function openPage(name: 'Briefings' | 'Procedures', person = 'priya'): Promise<FrameLocator> {
  const { tab } = await browser.visit(`person=${person}`);
  await tab.getByRole('link', { name }).click();
  await tab.getByRole('heading', { level: 2 }).first().waitFor();
  return tab;
}
const focused = (tab: FrameLocator) => tab.locator(':focus').innerText();

describe('whoever was asked', () => {
  it('sees what is open by the day on which it is due, and sends none', async () => {
    const tab = await openPage('Briefings', 'daniel');
    const open = tab.getByRole('list', { name: 'For you to read (2)' }).getByRole('listitem');
    expect(await open.allInnerTexts()).toEqual([
      expect.stringMatching(/Keeping Children Safe[^]*Fri, 18 Dec 2026[^]*Not read yet/),
      expect.stringMatching(/The front gate[^]*Fri, 4 Dec 2026[^]*The day has passed/),
    ]);
    expect(await tab.getByRole('list', { name: 'You have read' }).innerText()).toMatch(/Online safety[^]*Read on/);
    expect(await tab.getByRole('button', { name: 'Send a briefing' }).count()).toBe(0);
    expect(await tab.getByRole('heading', { name: 'Sent to the staff' }).count()).toBe(0);
  });

  it('reads it, opens the policy apart from Lantern, and confirms once by keyboard', async () => {
    const tab = await openPage('Briefings', 'daniel');
    await tab.getByRole('link', { name: /^Keeping Children Safe/ }).press('Enter');
    const policy = tab.getByRole('link', { name: 'Open the policy' });
    expect(await policy.getAttribute('href')).toBe('https://harrowmere.example/kcsie.pdf');
    expect(await policy.getAttribute('rel')).toContain('noopener');
    browser.stub().mishaps = [{ on: 'POST /api/briefings/o1/confirm', code: 'busy', status: 503 }];
    await tab.getByRole('button', { name: 'I have read it' }).press('Enter');
    await tab.getByText('nothing was recorded').first().waitFor();
    await tab.getByRole('button', { name: 'I have read it' }).press('Enter');
    await tab.getByText('You confirmed on').first().waitFor();
    expect(await tab.getByRole('button', { name: 'I have read it' }).count()).toBe(0);
    await expect.poll(() => focused(tab)).toContain('Keeping Children Safe');
    const [first, second] = sent();
    expect(first).toEqual(second);
    expect(second).toEqual(['/api/briefings/o1/confirm', { form, receipt: 'or1' }]);
  });

  it('is told nothing of one that is not theirs', async () => {
    const { tab, page } = await browser.visit('person=daniel');
    await tab.getByRole('link', { name: 'Briefings' }).click();
    await tab.getByText('The day has passed').waitFor();
    await page.frames()[1]!.evaluate(() => history.pushState(null, '', '/tab/briefings/b1'));
    await page.frames()[1]!.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await tab.getByText('Nothing to show here').waitFor();
    expect(await tab.locator('main').innerText()).not.toContain('Keeping Children Safe');
  });
});

describe('whoever leads', () => {
  it('sends one, is told in the form whom it names, and then how many could not be reached', async () => {
    const tab = await openPage('Briefings');
    await tab.getByRole('button', { name: 'Send a briefing' }).press('Enter');
    await tab.getByLabel('Heading').fill(' A new form ');
    await tab.getByLabel('Text').fill('Ask Ellie Marsden.');
    await tab.getByLabel('Link to the policy').fill('http://harrowmere.example');
    await tab.getByLabel('To be read by').fill('2026-12-18');
    const send = tab.getByRole('button', { name: 'Send the briefing' });
    await send.click();
    await tab.getByText('Write a link that begins with https://').waitFor();
    expect(sent()).toEqual([]);
    await tab.getByLabel('Link to the policy').fill('https://harrowmere.example/form.pdf');
    await send.click();
    await tab.getByText('“Ellie Marsden” names a child of this school').first().waitFor();
    await expect.poll(() => tab.getByLabel('Text').getAttribute('aria-invalid')).toBe('true');
    await tab.getByLabel('Text').fill('Use the new form.');
    await send.click();
    await tab.getByText('Sent: 41 people asked to read it. 3 people could not be reached in Teams').first().waitFor();
    await expect.poll(() => focused(tab)).toBe('Send a briefing');
    await tab.getByRole('link', { name: 'A new form' }).waitFor();
    expect(sent().at(-1)).toEqual([
      '/api/briefings',
      {
        ...{ form, school: 'harrowmere', heading: 'A new form', words: 'Use the new form.', readBy: '2026-12-18' },
        ...{ audience: 'everybody', roles: [], people: [], policyUrl: 'https://harrowmere.example/form.pdf' },
      },
    ]);
  });

  it('chooses roles, or people, who can be taken out again', async () => {
    const tab = await openPage('Briefings');
    await tab.getByRole('button', { name: 'Send a briefing' }).click();
    await tab.getByLabel('Heading').fill('The gate');
    await tab.getByLabel('Text').fill('It is shut.');
    await tab.getByLabel('To be read by').fill('2026-12-18');
    await tab.getByRole('radio', { name: 'Whoever holds certain roles' }).check();
    await tab.getByRole('button', { name: 'Send the briefing' }).click();
    await tab.getByText('Choose a role.').waitFor();
    await expect.poll(() => tab.locator(':focus').getAttribute('type')).toBe('checkbox');
    await tab.getByRole('checkbox', { name: 'Pastoral lead' }).check();
    await tab.getByRole('checkbox', { name: 'SENCo' }).check();
    await tab.getByRole('checkbox', { name: 'SENCo' }).uncheck();
    await tab.getByRole('radio', { name: 'Named people' }).check();
    await tab.getByRole('combobox', { name: 'People' }).selectOption('Daniel Osei, Teacher');
    await tab.getByRole('button', { name: 'Add them' }).click();
    await tab.getByRole('combobox', { name: 'People' }).selectOption('Zoe Lund, Supply teacher');
    await tab.getByRole('button', { name: 'Add them' }).click();
    await tab.getByRole('button', { name: 'Take out Zoe Lund' }).press('Enter');
    await tab.getByRole('button', { name: 'Send the briefing' }).click();
    await tab.getByText('Sent:').first().waitFor();
    expect(sent()[0]?.[1]).toMatchObject({ audience: 'people', people: ['p1'], roles: [] });
  });

  it('sees who has read it and who not, reminds them once, and withdraws it with the reason', async () => {
    const tab = await openPage('Briefings');
    await tab.getByRole('link', { name: /^Keeping Children Safe/ }).click();
    const heads = tab.getByRole('region', { name: 'Who has read it' }).getByRole('heading', { level: 3 });
    await heads.first().waitFor();
    expect(await heads.allInnerTexts()).toEqual([
      'Could not be reached in Teams (3)',
      'On its way to their chat (2)',
      'In their chat, not opened (12)',
      'Has opened it, not confirmed (7)',
      'Has read it (17)',
      'Has left the school (1)',
    ]);
    await tab.getByRole('button', { name: 'Remind who has not read it' }).press('Enter');
    await tab.getByText('Reminded: 21 people.').first().waitFor();
    await expect.poll(() => tab.getByRole('button', { name: 'Remind who has not read it' }).count()).toBe(0);
    await tab.getByText('Last chased').waitFor();
    await tab.getByRole('button', { name: 'Withdraw it' }).click();
    await tab.getByRole('button', { name: 'Withdraw this briefing' }).click();
    await tab.getByText('Write why it is withdrawn.').waitFor();
    await tab.getByLabel('Why it is withdrawn').fill('The link was wrong.');
    await tab.getByRole('button', { name: 'Withdraw this briefing' }).click();
    await tab.getByText('The link was wrong.').first().waitFor();
    await expect.poll(sent).toEqual([
      ['/api/briefings/b1/chase', { form, rev: 1 }],
      ['/api/briefings/b1/withdraw', { form, rev: 2, reason: 'The link was wrong.' }],
    ]);
  });

  it('is shown anew who has read it when somebody has', async () => {
    browser.stub().followed = true;
    const tab = await openPage('Briefings');
    await tab.getByRole('link', { name: /^Keeping Children Safe/ }).click();
    await tab.getByText('Could not be reached in Teams (3)').waitFor();
    await expect.poll(() => browser.stub().followers()).toBe(1);
    const before = asked('/api/briefings/b1/receipts');
    browser.stub().tell(['briefing/b1', 'briefing/b2']);
    await expect.poll(() => asked('/api/briefings/b1/receipts')).toBe(before + 1);
  });
});

describe('local procedures', () => {
  it('are read by everybody, each number to be dialled, and changed by nobody who does not keep them', async () => {
    const tab = await openPage('Procedures', 'daniel');
    expect(await tab.getByRole('heading', { level: 2 }).allInnerTexts()).toEqual([
      'Whom to ring',
      'Thresholds',
      'Escalation',
    ]);
    expect(await tab.getByRole('link', { name: '01632 960801' }).getAttribute('href')).toBe('tel:01632960801');
    expect(await tab.getByText('Review overdue').count()).toBe(0);
    for (const name of ['Add a procedure', /^Correct or review/, /^Retire/])
      expect(await tab.getByRole('button', { name }).count()).toBe(0);
  });

  it('are added, looked at again and retired by a lead', async () => {
    const tab = await openPage('Procedures');
    await tab.getByText('One entry is past the day of review.').first().waitFor();
    await tab.getByRole('button', { name: 'Add a procedure' }).press('Enter');
    await tab.getByLabel('Kind').selectOption('Forms');
    await tab.getByLabel('Heading').fill('Referral form');
    await tab.getByLabel('Link').fill('https://westmarch.example/form');
    await tab.getByLabel('Review on').fill('2027-04-01');
    await tab.getByRole('button', { name: 'Add', exact: true }).click();
    await tab.getByText('Added: Referral form.').first().waitFor();
    await tab.getByRole('heading', { level: 2, name: 'Forms' }).waitFor();
    await tab.getByRole('button', { name: /^Correct or review: Threshold/ }).press('Enter');
    await tab.getByLabel('Review on').fill('2027-12-01');
    await tab.getByRole('button', { name: 'Save' }).click();
    await tab.getByText('Saved: Threshold document').first().waitFor();
    await expect.poll(() => tab.getByText('Review overdue').count()).toBe(0);
    await tab.getByRole('button', { name: 'Retire: When professionals disagree' }).press('Enter');
    await tab.getByText('Retired (1)').waitFor();
    const shared = { school: 'harrowmere', partnership: 'Westmarch Safeguarding Children Partnership', inHelp: false };
    const [add, correct, retire] = sent();
    expect(add).toEqual([
      '/api/procedures',
      {
        ...{ ...shared, form, kind: 'form', heading: 'Referral form', url: 'https://westmarch.example/form' },
        reviewOn: '2027-04-01',
      },
    ]);
    expect(correct).toEqual([
      '/api/procedures/q3/correct',
      expect.objectContaining({ ...shared, form, rev: 1, reviewOn: '2027-12-01', kind: 'threshold' }),
    ]);
    expect(retire).toEqual(['/api/procedures/q4/retire', { form, rev: 1, retired: true }]);
  });
});
