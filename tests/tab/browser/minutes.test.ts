import type { FrameLocator, Page } from 'playwright-core';
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
const said = (tab: FrameLocator, text: string | RegExp) =>
  tab.getByRole('status').getByText(text).waitFor({ state: 'attached' });
const sent = (path: string) =>
  browser.stub().requests.filter((request) => request.method === 'POST' && request.path === `/api/meetings/g1/${path}`);

async function openMinutes(person = 'priya'): Promise<{ readonly page: Page; readonly tab: FrameLocator }> {
  const { page, tab } = await browser.visit(`person=${person}`);
  await tab.getByRole('link', { name: 'Meetings' }).click();
  await tab.getByRole('link', { name: 'Safeguarding team' }).first().click();
  await tab.getByRole('heading', { level: 2, name: 'Minutes' }).waitFor();
  const way = tab.getByRole('button', { name: /^(Start|Write|Read) the minutes$/ });
  await way.or(tab.getByRole('link', { name: /^(Start|Write|Read) the minutes$/ })).click();
  await tab.getByRole('heading', { level: 1, name: 'Minutes: Safeguarding team' }).waitFor();
  return { page, tab };
}
async function begin(person = 'priya') {
  const opened = await openMinutes(person);
  await opened.tab.getByRole('button', { name: 'Start the minutes' }).click();
  await opened.tab.getByText('All saved').waitFor();
  return opened;
}
const point = (tab: FrameLocator, name: RegExp) => tab.getByRole('region', { name });
const apologies = /Apologies/;
const overdue = /Ask the nurse/;
const text = (tab: FrameLocator, name: RegExp, label: string) => point(tab, name).getByLabel(label, { exact: true });

describe('minutes', () => {
  it('begin on the day with who is here; nobody is ticked beforehand', async () => {
    const { tab } = await openMinutes();
    const sheila = tab.getByRole('radiogroup', { name: 'Sheila Brandt' });
    expect(await tab.getByRole('radio', { checked: true }).count()).toBe(0);
    await sheila.getByRole('radio', { name: 'Apologies' }).check();
    await tab.getByRole('button', { name: 'Everybody else came' }).click();
    expect(await sheila.getByRole('radio', { name: 'Apologies' }).isChecked()).toBe(true);
    await tab.getByRole('button', { name: 'Start the minutes' }).click();
    await text(tab, apologies, 'Discussion').waitFor();
    const attendance = ['mp1', 'mp2', 'mp3', 'mp4'].map((id) => ({
      id,
      attendance: id === 'mp2' ? 'apologies' : 'attended',
    }));
    expect(sent('hold').map(({ body }) => body)).toEqual([{ form, rev: 1, attendance }]);
  });

  it('tick whoever comes late, and say so', async () => {
    const { tab } = await begin();
    await tab.getByText('Who is here (0 of 4)').click();
    await tab
      .getByRole('radiogroup', { name: 'Ama Boateng' })
      .getByRole('radio', { name: 'Came', exact: true })
      .check();
    await tab.getByRole('button', { name: 'Save who is here' }).click();
    await said(tab, 'Who was there is saved.');
    await tab.getByText('Who is here (1 of 4)').waitFor();
    expect(sent('hold').map(({ body }) => body)).toEqual([
      { form, rev: 1, attendance: [] },
      { form, rev: 2, attendance: [{ id: 'mp3', attendance: 'attended' }] },
    ]);
  });

  it('are saved when typing rests, one request at a time, and stand there again after a reload', async () => {
    const { page, tab } = await begin();
    await text(tab, apologies, 'Discussion').pressSequentially('Sheila is at the dentist.');
    await tab.getByText('Saved when you pause').waitFor();
    await tab.getByText('All saved').waitFor();
    expect(sent('minutes')).toHaveLength(1);
    await page.reload();
    const again = await openMinutes();
    await expect.poll(() => text(again.tab, apologies, 'Discussion').inputValue()).toBe('Sheila is at the dentist.');
  });

  it('take what two people write in one text at once, and each caret stays where it was', async () => {
    browser.stub().followed = true;
    const [priya, sheila] = [await begin(), await openMinutes('sheila')];
    await expect.poll(() => browser.stub().followers()).toBe(2);
    await text(priya.tab, apologies, 'Discussion').pressSequentially('Tom is late.');
    await priya.tab.getByText('All saved').waitFor();
    browser.stub().tell(['minutes/g1']);
    const hers = text(sheila.tab, apologies, 'Discussion');
    await expect.poll(() => hers.inputValue()).toBe('Tom is late.');
    await hers.press('Home');
    await hers.pressSequentially('Ines is ill. ');
    await text(priya.tab, apologies, 'Discussion').pressSequentially(' He was at the gate.');
    await sheila.tab.getByText('All saved').waitFor();
    await priya.tab.getByText('All saved').waitFor();
    browser.stub().tell(['minutes/g1']);
    const whole = 'Ines is ill. Tom is late. He was at the gate.';
    for (const { tab } of [priya, sheila])
      await expect.poll(() => text(tab, apologies, 'Discussion').inputValue(), { timeout: 15_000 }).toBe(whole);
    await text(priya.tab, apologies, 'Discussion').press('!');
    await hers.press('?');
    await expect.poll(() => text(priya.tab, apologies, 'Discussion').inputValue()).toBe(`${whole}!`);
    expect(await hers.inputValue()).toBe(whole.replace('ill. ', 'ill. ?'));
  });

  it('say that the connection is lost, keep what is typed, and save it all when it is back', async () => {
    const { page, tab } = await begin();
    await page.context().route('**/api/meetings/g1/minutes', (route) => route.abort());
    await text(tab, apologies, 'Discussion').pressSequentially('Before. ');
    await tab.getByText('Not saved yet: no connection. Keep typing, nothing is lost.').first().waitFor();
    await said(tab, /Not saved yet/);
    await text(tab, apologies, 'Discussion').pressSequentially('After.');
    let asked = '';
    page.once('dialog', (dialog) => {
      asked = dialog.type();
      void dialog.dismiss();
    });
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => asked).toBe('beforeunload');
    // The way through Lantern and back finds it again.
    await tab.getByRole('link', { name: 'M-2026-0007' }).click();
    await tab.getByRole('heading', { level: 2, name: 'Agenda' }).waitFor();
    await page.context().unroute('**/api/meetings/g1/minutes');
    await expect.poll(() => sent('minutes').length, { timeout: 15_000 }).toBe(1);
    const { tab: again } = await openMinutes('sheila');
    await expect.poll(() => text(again, apologies, 'Discussion').inputValue()).toBe('Before. After.');
  });

  it('offer people behind an @ by keyboard, and show what becomes of the line', async () => {
    const { tab } = await begin();
    const decision = text(tab, overdue, 'Decision');
    await decision.pressSequentially('Ring her mother @ra');
    const list = tab.getByRole('listbox', { name: 'People of the meeting' });
    expect(await list.getByRole('option').allInnerTexts()).toEqual(['Priya Raman']);
    await said(tab, '1 person: arrows choose, Enter takes');
    await decision.fill('');
    await decision.pressSequentially('Ring her mother @');
    await decision.press('ArrowDown');
    expect(await decision.getAttribute('aria-activedescendant')).toBe(
      await list.getByRole('option', { name: 'Sheila Brandt' }).getAttribute('id'),
    );
    await decision.press('Enter');
    await expect.poll(() => decision.inputValue()).toBe('Ring her mother @Sheila Brandt by ');
    await decision.pressSequentially('18 December\n@Tom asks the nurse');
    const becomes = point(tab, overdue).getByRole('list', { name: 'What becomes of it' });
    await becomes.getByText('Action for Sheila Brandt, due Fri, 18 Dec 2026').waitFor();
    await becomes.getByText('Line 2 becomes no action: say by when: “@Name by Friday”.').waitFor();
  });

  it('keep what is seldom needed one press away, the focus with it, and end each point', async () => {
    const { tab } = await begin();
    const first = point(tab, apologies);
    expect(await first.getByLabel('Disagreement', { exact: true }).count()).toBe(0);
    await first.getByRole('button', { name: /^Disagreement/ }).press('Enter');
    await expect
      .poll(() => tab.locator(':focus').evaluate((area) => (area as HTMLTextAreaElement).labels[0]?.innerText))
      .toBe('Disagreement');
    const ends = first.getByRole('group', { name: 'How point 1 ends' });
    await ends.getByRole('button', { name: 'Decided' }).click();
    expect(await ends.getByRole('button', { pressed: true }).allInnerTexts()).toEqual(['Decided']);
    await ends.getByRole('button', { name: 'Goes on next time' }).click();
    expect(await ends.getByRole('button', { pressed: true }).allInnerTexts()).toEqual(['Goes on next time']);
  });

  it('are agreed by the chair, who sees before and after what becomes of the decisions; published; added to', async () => {
    const { tab } = await openMinutes();
    await tab.getByRole('button', { name: 'Everybody came' }).click();
    await tab.getByRole('button', { name: 'Start the minutes' }).click();
    await text(tab, overdue, 'Decision').fill('Ring her mother @Priya by Friday');
    await text(tab, apologies, 'Decision').fill('@Tom by Friday: bring the rota');
    await point(tab, overdue).getByRole('button', { name: 'Decided' }).click();
    await point(tab, overdue).getByText('Action for Priya Raman').waitFor();
    await tab.getByRole('button', { name: 'Look at what becomes of it' }).click();
    const before = tab.getByRole('list', { name: 'What becomes of the decisions' });
    await tab.getByText('1 of 2 lines with “@” become actions.').waitFor();
    expect(await before.innerText()).toMatch(/Point 1\s*Line 1 becomes no action[^]*Point 2\s*Action for Priya Raman/);
    await tab.getByRole('button', { name: 'Agree the minutes' }).click();
    await tab.getByText('Agreed. 1 action was set.').first().waitFor();
    const after = tab.getByRole('region', { name: 'Became no action' });
    expect(await after.innerText()).toMatch(/Point 1\s*Line 1 becomes no action/);
    await point(tab, overdue).getByText('Ring her mother @Priya by Friday').waitFor();
    await point(tab, overdue).getByText('Decided').waitFor();
    const papers = tab.getByRole('list', { name: 'In the children’s files' });
    expect(await papers.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringMatching(/Ellie Marsden\s+C-2026-0146: made once the minutes are final/),
      expect.stringMatching(/Mia Hughes\s+in no file: the meeting spoke of no concern/),
    ]);
    const read = tab.getByRole('region', { name: 'Read by 0 of 2' });
    expect(await read.innerText()).toMatch(/Priya Raman has not said so yet[^]*Sheila Brandt/);
    await tab.getByRole('button', { name: 'Publish the minutes' }).click();
    await papers.getByText('C-2026-0146: in the library').waitFor();
    await tab.getByText('Published: they may go to whom they are for.').first().waitFor();
    expect(await tab.getByRole('button', { name: 'Publish the minutes' }).count()).toBe(0);
    await tab.getByRole('button', { name: 'Add an addendum' }).click();
    const addendum = tab.getByRole('form', { name: 'Addendum' });
    await addendum.getByRole('button', { name: 'Add it' }).click();
    await addendum.getByText('Write what you want to add.').waitFor();
    await addendum.getByLabel('Addendum').fill('The nurse was there too.');
    await addendum.getByRole('button', { name: 'Add it' }).click();
    await tab.getByRole('region', { name: 'Addenda (1)' }).getByText('The nurse was there too.').waitFor();
    expect(sent('minutes/agree').map(({ body }) => body)).toEqual([{ form, rev: 3 }]);
  });

  it('that somebody else had agreed before a line was saved keep the line on the screen, and say so', async () => {
    const { tab } = await begin();
    await text(tab, apologies, 'Discussion').pressSequentially('First.');
    await tab.getByText('All saved').waitFor();
    browser.stub().mishaps.push({ on: 'POST /api/meetings/g1/minutes', code: 'already-done', status: 409 });
    await text(tab, apologies, 'Discussion').pressSequentially(' Second.');
    await tab
      .getByText(/^Not saved\. /)
      .first()
      .waitFor();
    expect(await text(tab, apologies, 'Discussion').inputValue()).toBe('First. Second.');
    await tab.getByRole('button', { name: 'I have copied what I need' }).click();
    await said(tab, 'All saved');
  });
});

it('whoever was asked says that they come, thinks again, and presses the other', async () => {
  const { tab } = await browser.visit('person=daniel');
  await tab.getByRole('link', { name: 'Meetings' }).click();
  const row = tab.getByRole('list', { name: 'You were asked to' }).getByRole('listitem');
  await row.getByRole('button', { name: 'Coming', exact: true }).click();
  await row.getByText('Will come').waitFor();
  await said(tab, 'You said that you come');
  await row.getByRole('button', { name: 'Not coming' }).click();
  await row.getByText('Will not come').waitFor();
  expect(await row.getByRole('button', { pressed: true }).allInnerTexts()).toEqual(['Not coming']);
  const bodies = browser
    .stub()
    .requests.filter(({ path }) => path === '/api/meetings/g9/answer')
    .map(({ body }) => body);
  expect(bodies).toEqual([true, false].map((coming) => ({ form, invitation: 'mp9', coming })));
});

describe('in a Teams meeting', () => {
  it('children are letters beside it until somebody asks for their names', async () => {
    const { page } = await browser.visit('person=priya&meeting=beside', { width: 320, height: 700 });
    const tab = page.frameLocator('#tab');
    await tab.getByRole('link', { name: 'Meetings' }).click();
    await tab.getByRole('link', { name: 'Safeguarding team' }).first().click();
    await tab.getByRole('link', { name: 'Start the minutes' }).click();
    await tab.getByRole('button', { name: 'Start the minutes' }).click();
    await tab.getByRole('region', { name: /Concern C-2026-0145 about Child B/ }).waitFor();
    expect(await tab.locator('main').innerText()).not.toMatch(/Ellie|Mia|Marsden/);
    await tab.getByRole('button', { name: 'Show names' }).click();
    await tab.getByRole('region', { name: /Concern C-2026-0145 about Mia Hughes/ }).waitFor();
    await tab.getByRole('button', { name: 'Show on the stage' }).click();
    await page
      .getByText('In Teams everybody in the meeting now sees /tab/meetings/g1/minutes')
      .waitFor({ state: 'attached' });
  });

  it('on its stage decisions stand without names, nothing else that anybody wrote, and no way to show a name', async () => {
    const writer = await begin();
    await text(writer.tab, overdue, 'Discussion').fill('Ellie is calmer.');
    await text(writer.tab, overdue, 'Decision').fill('Ring Claire Marsden @Priya by Friday');
    await point(writer.tab, overdue).getByRole('button', { name: 'Decided' }).click();
    await point(writer.tab, overdue).getByText('Action for Priya Raman').waitFor();
    const { page, tab } = await browser.visit('person=sheila&meeting=stage&sub=meeting-g1');
    await tab.getByText('A concern about Child B').waitFor();
    await tab.getByText('Action for Priya Raman, due Fri, 11 Dec 2026').waitFor();
    await tab.getByText('Decided').waitFor();
    const decision = tab.getByRole('paragraph').filter({ hasText: 'Decision:' });
    expect(await decision.innerText()).toBe('Decision: Ring a relative of Child A @Priya by Friday');
    await page.keyboard.press('h');
    expect(await tab.getByRole('button').count()).toBe(0);
    expect(await tab.locator('html').innerText()).not.toMatch(/Ellie|Mia|Marsden|calmer|quiet place/);
  });

  it('a decision that would tell who a child is stands in the minutes only', async () => {
    const writer = await begin();
    await text(writer.tab, overdue, 'Decision').fill('Write to x@y about the coat');
    await writer.tab.getByText('All saved').waitFor();
    const { tab } = await browser.visit('person=sheila&meeting=stage&sub=meeting-g1');
    await tab.getByText('Something is decided; it is shown in the minutes only.').waitFor();
    expect(await tab.locator('html').innerText()).not.toMatch(/x@y|coat/);
  });

  it('nothing else of Lantern is shown on the stage', async () => {
    const { tab } = await browser.visit('person=priya&meeting=stage');
    await tab.getByRole('heading', { name: 'Nothing is shown here' }).waitFor();
    expect(await tab.locator('html').innerText()).not.toMatch(/Ellie|Marsden/);
  });
});
