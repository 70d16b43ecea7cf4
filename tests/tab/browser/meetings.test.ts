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
    .requests.filter(({ method, path }) => method === 'POST' && path.startsWith('/api/meetings'))
    .map(({ path, body }) => [path, body]);

async function openList(person = 'priya'): Promise<FrameLocator> {
  const { tab } = await browser.visit(`person=${person}`);
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('heading', { name: person === 'daniel' ? 'You were asked to' : 'To come' }).waitFor();
  return tab;
}
async function openMeeting(kind = 'Team around the family'): Promise<FrameLocator> {
  const tab = await openList();
  await tab.getByRole('link', { name: kind }).click();
  await tab.getByRole('heading', { level: 2, name: 'Agenda' }).waitFor();
  return tab;
}
describe('the list', () => {
  it('stands by day, what is next first, what was before apart, and names no child', async () => {
    const tab = await openList();
    expect(await tab.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual([
      'Today, Thu, 10 Dec 2026',
      'Mon, 14 Dec 2026',
    ]);
    const monday = tab.getByRole('list', { name: 'Mon, 14 Dec 2026' }).getByRole('listitem');
    expect(await monday.allInnerTexts()).toEqual([
      expect.stringMatching(
        /14:00–15:00[^]*Team around the family[^]*2 children · 6 people[^]*and in Teams[^]*Rearranged/,
      ),
      expect.stringMatching(/15:30–16:30[^]*Core group[^]*1 child · 2 people[^]*held by Westmarch/),
    ]);
    expect(await tab.getByText('M-2026-0005').isVisible()).toBe(false);
    await tab.getByText('Before (1)').click();
    await tab.getByText('Thu, 26 Nov 2026').waitFor();
    expect(await tab.locator('main').innerText()).not.toMatch(/Ellie|Mia|Marsden/);
  });

  it('tells somebody who was only asked when and where, with no way further, and nothing of whom it is about', async () => {
    const tab = await openList('daniel');
    const asked = tab.getByRole('list', { name: 'You were asked to' });
    expect(await asked.innerText()).toMatch(/16 Dec 2026[^]*14:00–15:00[^]*M-2026-0011[^]*Room 4[^]*Asked/);
    expect(await asked.innerText()).not.toMatch(/child/);
    expect(await asked.getByRole('link').count()).toBe(0);
    expect(await tab.getByRole('button', { name: 'Call a meeting' }).count()).toBe(0);
  });
});

describe('calling a meeting', () => {
  const filled = async (tab: FrameLocator) => {
    await tab.getByRole('button', { name: 'Call a meeting' }).click();
    await tab.getByLabel('Kind').selectOption('Team around the family');
    await tab.getByRole('textbox', { name: 'Day' }).fill('2027-06-07');
    await tab.getByLabel('From').fill('14:00');
    await tab.getByRole('form').first().getByLabel(/^To\b/).fill('15:00');
    await tab.getByLabel('Chair').selectOption('Priya Raman, Designated safeguarding lead');
    await tab.getByLabel('Staff').selectOption('Daniel Osei, Teacher');
    await tab.getByRole('button', { name: 'Ask them' }).click();
    await tab.getByRole('searchbox').fill('Ellie Marsden');
    await tab.getByRole('searchbox').press('Enter');
    await tab.getByRole('button', { name: /^Add Ellie Marsden/ }).click();
  };
  const wish = {
    ...{ school: 'harrowmere', kind: 'taf', chair: 'p3', staff: ['p1'], children: ['k1'] },
    // A summer’s day: the clock in London is an hour ahead.
    ...{ startsAt: '2027-06-07T13:00:00.000Z', endsAt: '2027-06-07T14:00:00.000Z' },
  };

  it('asks for what its kind needs, and says at each field what is missing', async () => {
    const tab = await openList();
    await tab.getByRole('button', { name: 'Call a meeting' }).click();
    const calling = tab.getByRole('form', { name: 'Call a meeting' });
    await calling.getByRole('button', { name: 'Call the meeting' }).click();
    for (const text of ['Choose a kind.', 'Choose a day.', 'Choose when it begins.', 'Choose an end.'])
      await calling.getByText(text).waitFor();
    expect(sent()).toEqual([]);
    await calling.getByLabel('Kind').selectOption('Core group');
    await calling.getByText('Another body holds and chairs it.').waitFor();
    for (const text of ['Write who holds it.', 'Choose the child it is about.'])
      await calling.getByText(text).waitFor();
    expect(await calling.getByLabel('Chair').count()).toBe(0);
    await calling.getByLabel('Kind').selectOption('Supervision');
    expect(await calling.getByLabel('Children').count()).toBe(0);
    await calling.getByText('Choose who chairs it.', { exact: true }).waitFor();
    const groups = await calling.locator('optgroup').evaluateAll((all) => all.map((one) => one.getAttribute('label')));
    expect(groups).toEqual(['Held by the school', 'Held by another body']);
  });

  it('sends instants of the school’s clock, its people and its children, and opens the new meeting', async () => {
    const tab = await openList();
    await filled(tab);
    await tab.getByLabel('Place').fill('Room 4');
    await tab.getByRole('switch', { name: 'Also in Teams' }).check();
    await tab.getByRole('button', { name: 'Add a guest' }).click();
    const guest = tab.getByRole('group', { name: 'Guest 1' });
    await guest.getByLabel('As').selectOption('Professional of another agency');
    await guest.getByLabel('E-mail').fill('ama');
    await tab.getByRole('button', { name: 'Call the meeting' }).click();
    await guest.getByText('Write their name.').waitFor();
    await guest.getByLabel('Name').fill('Ama Boateng');
    await guest.getByText('Write an e-mail address, or leave it empty.').waitFor();
    await guest.getByLabel('E-mail').fill('ama@earlyhelp.example');
    await guest.getByLabel('Agency').fill('Early help');
    await tab.getByRole('button', { name: 'Call the meeting' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Team around the family' }).waitFor();
    const guests = [{ as: 'professional', name: 'Ama Boateng', agency: 'Early help', email: 'ama@earlyhelp.example' }];
    expect(sent()).toEqual([['/api/meetings', { form, ...wish, location: 'Room 4', online: true, guests }]]);
  });

  it('says at the field what the server holds against it, loses nothing, and sends the same form after no answer', async () => {
    const tab = await openList();
    await filled(tab);
    await tab.getByLabel('Place').fill('Nowhere');
    const call = tab.getByRole('button', { name: 'Call the meeting' });
    await call.click();
    const field = tab.getByRole('combobox', { name: 'Staff' });
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true');
    await tab.getByLabel('Place').fill('');
    browser.stub().mishaps = [{ on: 'POST /api/meetings', code: 'busy', status: 503 }];
    await call.click();
    await tab.getByText('nothing was recorded').first().waitFor();
    await tab.getByRole('list', { name: 'Children of the meeting' }).getByText('Ellie Marsden').waitFor();
    await call.click();
    await tab.getByRole('heading', { level: 2, name: 'Agenda' }).waitFor();
    const [, second, third] = sent();
    expect(second).toEqual(third);
    expect(third).toEqual(['/api/meetings', { form, ...wish, guests: [] }]);
  });

  it('takes somebody out again, by keyboard too', async () => {
    const tab = await openList();
    await filled(tab);
    await tab.getByRole('button', { name: 'Take out Daniel Osei' }).press('Enter');
    expect(await tab.getByRole('list', { name: 'Staff who are asked' }).count()).toBe(0);
    await tab.getByLabel('Staff').selectOption('Daniel Osei, Teacher');
    await tab.getByRole('button', { name: /^Take out Ellie Marsden/ }).press('Enter');
    expect(await tab.getByRole('list', { name: 'Children of the meeting' }).count()).toBe(0);
  });
});

describe('one meeting', () => {
  it('says when, where, who and about whom, with ways to the children and to what its agenda is about', async () => {
    const tab = await openMeeting();
    const facts = tab.getByRole('region', { name: 'When and where' });
    expect(await facts.innerText()).toMatch(/Mon, 14 Dec 2026, 14:00–15:00 \(1 hour\)[^]*Priya Raman[^]*Sheila Brandt/);
    expect(await tab.getByRole('list', { name: 'People of the meeting' }).innerText()).toMatch(
      /Ama Boateng\s+Westmarch early help · Professional of another agency · Asked\s+ama/,
    );
    expect(await tab.getByRole('link', { name: 'Mia Hughes' }).getAttribute('href')).toBe('/tab/children/k2');
    await tab.getByRole('list', { name: 'Agenda' }).getByRole('link', { name: 'Concern C-2026-0146' }).click();
    await tab.getByRole('heading', { level: 1, name: 'Ellie Marsden' }).waitFor();
  });

  it('begins with what was decided last time and what became of it, with the way to those minutes', async () => {
    const tab = await openMeeting('Safeguarding team');
    const decided = tab.getByRole('list', { name: 'Decided last time' });
    expect(await decided.innerText()).toMatch(
      /C-2026-0146 about[^]*Ellie Marsden[^]*at the gate[^]*form tutor[^]*Done[^]*Tom Whitlock, done Fri, 27 Nov[^]*nurse[^]*To do[^]*due Tue, 8 Dec/,
    );
    await tab.getByRole('link', { name: 'Minutes of M-2026-0005' }).click();
    await tab.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Meetings' }).waitFor();
  });

  it('is moved with a reason when its time changes, and cancelled with one', async () => {
    const tab = await openMeeting();
    await tab.getByRole('button', { name: 'Change time or place' }).click();
    expect(await tab.getByLabel('From').inputValue()).toBe('14:00');
    await tab.getByRole('form').first().getByLabel(/^To\b/).fill('15:30');
    await tab.getByRole('button', { name: 'Save the change' }).click();
    await tab.getByText('Write why it is moved.').waitFor();
    await tab.getByLabel('Why it is moved').fill('The nurse comes later.');
    await tab.getByRole('button', { name: 'Save the change' }).click();
    await tab.getByText('14:00–15:30').waitFor();
    await tab.getByRole('button', { name: 'Cancel the meeting' }).click();
    await tab.getByRole('button', { name: 'Cancel this meeting' }).click();
    await tab.getByText('Write why it is cancelled.').waitFor();
    await tab.getByLabel('Why it is cancelled').fill('Settled by telephone.');
    await tab.getByRole('button', { name: 'Cancel this meeting' }).click();
    await tab.getByText('Settled by telephone.').waitFor();
    await tab.getByText('Why cancelled').waitFor();
    const [change, cancel] = sent();
    expect(change?.[1]).toMatchObject({
      ...{ rev: 1, startsAt: '2026-12-14T14:00:00.000Z', endsAt: '2026-12-14T15:30:00.000Z', online: true },
      reason: 'The nurse comes later.',
    });
    expect(cancel).toEqual(['/api/meetings/g2/cancel', { form, rev: 2, reason: 'Settled by telephone.' }]);
  });

  it('is nothing to somebody who was only asked, whatever address they open', async () => {
    const { tab, page } = await browser.visit('person=daniel');
    await tab.getByRole('link', { name: 'Meetings' }).click();
    await tab.getByText('called by Tom Whitlock').waitFor();
    await page.frames()[1]!.evaluate(() => history.pushState(null, '', '/tab/meetings/g2'));
    await page.frames()[1]!.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await tab.getByText('Nothing to show here').waitFor();
    expect(await tab.locator('main').innerText()).not.toMatch(/Ellie|Team around/);
  });

  it('is fetched anew when it has changed elsewhere', async () => {
    browser.stub().followed = true;
    const tab = await openMeeting();
    await expect.poll(() => browser.stub().followers()).toBe(1);
    const looks = () => browser.stub().requests.filter(({ path }) => path === '/api/meetings/g2').length;
    const before = looks();
    browser.stub().tell(['meeting/g2', 'meeting/g1']);
    await expect.poll(looks).toBe(before + 1);
    await tab.getByRole('link', { name: 'Meetings' }).last().click();
    await tab.getByRole('heading', { name: 'To come' }).waitFor();
    const lists = () => browser.stub().requests.filter(({ path }) => path === '/api/meetings').length;
    const seen = lists();
    browser.stub().tell(['meetings']);
    await expect.poll(lists).toBe(seen + 1);
  });
});
