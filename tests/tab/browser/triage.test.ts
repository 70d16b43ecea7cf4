import type { FrameLocator, Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { lowLevelFiling } from '../../../src/areas/concerns/fields.ts';
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
const [ellie, connor] = [id(1), id(3)];

const open = async (concern: string) => (await browser.visit(`person=priya&sub=${concern}`)).tab;
const acts = () => browser.stub().requests.filter(({ method }) => method === 'POST');
const judgement = (tab: FrameLocator) => tab.getByRole('region', { name: 'Judgement' });
const text = (tab: FrameLocator) => tab.getByRole('main').innerText();

async function openForm(tab: FrameLocator, button: string): Promise<Locator> {
  await judgement(tab).getByRole('button', { name: button }).click();
  return judgement(tab);
}

it('an entry is filed as low-level in two presses after it is opened, and what is written is read before', async () => {
  const tab = await open(ellie);
  await judgement(tab).waitFor();
  let presses = 0;
  const press = async (name: string) => {
    await judgement(tab).getByRole('button', { name, exact: true }).click();
    presses++;
  };
  await press('File as low-level');
  await judgement(tab).getByText(lowLevelFiling['no-further-action'].childVoice).waitFor();
  await press('No further action');
  await judgement(tab).getByText('Filed as low-level.').first().waitFor();
  expect(presses).toBeLessThanOrEqual(2);
  await judgement(tab).getByText('Closed: No further action, with a reason').waitFor();
  expect(acts()).toMatchObject([
    { path: '/api/concerns/low-level', body: { as: 'no-further-action', concerns: [{ id: ellie, rev: 1 }] } },
  ]);
});

it('others about the same child go with it when they are ticked; one that is urgent is not offered', async () => {
  const tab = await open(ellie);
  const section = await openForm(tab, 'File as low-level');
  await section.getByRole('checkbox', { name: 'C-2026-0139' }).check();
  expect(await section.getByRole('checkbox').count()).toBe(1);
  await section.getByRole('button', { name: 'Keep an eye on it' }).click();
  await section.getByText('2 concerns are filed as low-level.').first().waitFor();
  expect(acts()[0]?.body).toMatchObject({
    concerns: [
      { id: ellie, rev: 1 },
      { id: id(6), rev: 3 },
    ],
  });
});

it('a judgement asks whether an adult in school is part of it, and sends that part with it', async () => {
  const tab = await open(ellie);
  const section = await openForm(tab, 'Judge this concern');
  const form = section.getByRole('form', { name: 'Judge C-2026-0146' });
  expect(await form.getByLabel('Which adult?').count()).toBe(0);
  await form.getByLabel('What does this need?').selectOption('Refer');
  await form.getByRole('checkbox', { name: 'An adult who works or volunteers here is part of this' }).check();
  await form.getByText('You will not see it again').waitFor();
  await form.getByRole('checkbox', { name: 'An adult who works or volunteers here is part of this' }).uncheck();
  // A judgement that is about the adult alone cannot do without.
  await form.getByLabel('What does this need?').selectOption('Concern about an adult in school');
  await form.getByLabel('Next step').fill('The head looks into it.');
  await form.getByLabel('Reason').fill('It is about Mr Osei.');
  await form.getByLabel('What do parents or carers know?').selectOption('Told');
  await form.getByRole('button', { name: 'Save this judgement' }).click();
  await form.getByText('Write what is said about them.').waitFor();
  expect(acts()).toEqual([]);
  await form.getByLabel('Which adult?').fill('Mr Osei');
  await form.getByLabel('What is said about them?').fill('He shouted at her.');
  await form.getByRole('button', { name: 'Save this judgement' }).click();
  await section.getByText('Judged: Concern about an adult in school').waitFor();
  expect(acts()).toMatchObject([
    {
      path: `/api/concerns/${ellie}/triage`,
      body: {
        outcome: 'staff-concern-register',
        adult: { about: 'adult', who: 'Mr Osei', words: 'He shouted at her.' },
      },
    },
  ]);
});

it('a judgement asks for what belongs to its outcome, says what is missing, and sends what was asked', async () => {
  const tab = await open(ellie);
  const section = await openForm(tab, 'Judge this concern');
  const form = section.getByRole('form', { name: 'Judge C-2026-0146' });
  await form.getByRole('button', { name: 'Save this judgement' }).click();
  await form.getByText('Choose what this needs.').waitFor();
  await expect.poll(() => tab.locator(':focus').getAttribute('aria-invalid')).toBe('true');
  expect(await form.getByLabel('Next step').count()).toBe(0);
  await form.getByLabel('What does this need?').selectOption('Refer');
  expect(await form.getByRole('radio').count()).toBe(4);
  expect(await form.innerText()).toContain('What every child gets is enough');
  await form.getByRole('radio', { name: /Level 3/ }).check();
  expect(await form.getByRole('list', { name: 'Already to be done' }).innerText()).toContain('Ring Ellie');
  await form.getByRole('checkbox', { name: 'Set another action' }).check();
  await form.getByRole('textbox', { name: 'What is to be done' }).fill('Ring the front door by noon.');
  await form.getByLabel('Who does it?').selectOption({ index: 1 });
  await form.getByLabel('Reason').fill('Third disclosure, and a man in the home.');
  await form.getByLabel('What do parents or carers know?').selectOption('Not told: it would not be safe');
  await form.getByRole('button', { name: 'Save this judgement' }).click();
  await form.getByText('Write why.').waitFor();
  expect(acts()).toEqual([]);
  await form.getByLabel('Why, about parents or carers').fill('He may be at home.');
  await form.getByRole('button', { name: 'Save this judgement' }).click();
  await section.getByText('Judged: Refer').waitFor();
  expect(acts()).toMatchObject([
    {
      path: `/api/concerns/${ellie}/triage`,
      body: {
        rev: 1,
        outcome: 'referral',
        urgency: 'urgent-today',
        levelOfNeed: '3-complex-or-cin',
        action: { what: 'Ring the front door by noon.', priority: 'today' },
        reason: 'Third disclosure, and a man in the home.',
        parents: 'not-informed-unsafe',
        parentsReason: 'He may be at home.',
      },
    },
  ]);
  expect(await tab.getByRole('status').textContent()).toBe('Judged: C-2026-0146. The reporter sees where it stands.');
});

it('a judgement that asks for an action says what the action lacks, and needs none where one is open', async () => {
  const tab = await open(ellie);
  const section = await openForm(tab, 'Judge this concern');
  await section.getByLabel('What does this need?').selectOption('Monitor');
  const part = section.getByRole('group', { name: 'Action', exact: true });
  await part.waitFor();
  await section.getByRole('radio', { name: /Level 2/ }).check();
  await section.getByLabel('Reason').fill('Nothing new.');
  await section.getByLabel('What do parents or carers know?').selectOption('Told');
  await part.getByRole('checkbox', { name: 'Set another action' }).check();
  await section.getByRole('button', { name: 'Save this judgement' }).click();
  await part.getByText('Write what is to be done.').waitFor();
  await part.getByText('Choose who is to do it.').waitFor();
  expect(acts()).toEqual([]);
  await part.getByRole('checkbox', { name: 'Set another action' }).uncheck();
  await section.getByRole('button', { name: 'Save this judgement' }).click();
  await section.getByText('Judged: Monitor').waitFor();
  expect(acts()[0]?.body).not.toHaveProperty('action');
});

it('passing to a team asks for one line and says who will read it', async () => {
  const tab = await open(ellie);
  const section = await openForm(tab, 'Judge this concern');
  await section.getByLabel('What does this need?').selectOption('Pass to the pastoral team');
  await section.getByLabel('What the team needs to know: Pastoral team').fill('Ellie may be upset today.');
  expect(await section.innerText()).toContain('They cannot open the concern.');
  await section.getByRole('radio', { name: /Level 2/ }).check();
  await section.getByLabel('Reason').fill('Nothing that needs us.');
  await section.getByLabel('What do parents or carers know?').selectOption('Told');
  await section.getByRole('button', { name: 'Save this judgement' }).click();
  await section.getByText('Judged: Pass to the pastoral team').waitFor();
  expect(acts()[0]?.body).toMatchObject({ outcome: 'route-pastoral', line: 'Ellie may be upset today.' });
});

it('what was written stays when it could not be saved, and is sent under the same form', async () => {
  browser.stub().mishaps = [{ on: 'POST', code: 'busy', status: 503 }];
  const tab = await open(ellie);
  const section = await openForm(tab, 'Escalate');
  await section.getByLabel('Why must the other leads look now?').fill('He is at the gate.');
  await section.getByRole('button', { name: 'Tell all leads' }).click();
  await section.getByText('Try again in a moment').first().waitFor();
  expect(await section.getByLabel('Why must the other leads look now?').inputValue()).toBe('He is at the gate.');
  await section.getByRole('button', { name: 'Tell all leads' }).click();
  await section.getByText('the other leads are being told').first().waitFor();
  expect(new Set(acts().map(({ body }) => (body as { form: string }).form)).size).toBe(1);
});

it('is handed over to a lead from the list, by keyboard alone', async () => {
  const { page, tab } = await browser.visit(`person=priya&sub=${ellie}`);
  await tab.getByRole('button', { name: 'I take this' }).click();
  const opener = judgement(tab).getByRole('button', { name: 'Hand over' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await judgement(tab).getByRole('radio').first().waitFor();
  await judgement(tab).getByRole('button', { name: 'Cancel' }).focus();
  await page.keyboard.press('Enter');
  expect(await tab.locator(':focus').innerText()).toBe('Hand over');
  await page.keyboard.press('Enter');
  await judgement(tab).getByRole('radio', { name: 'Tom Whitlock' }).focus();
  await page.keyboard.press('Space');
  await judgement(tab).getByRole('form').getByRole('button', { name: 'Hand over' }).focus();
  await page.keyboard.press('Enter');
  await tab.getByText('With Tom Whitlock since Thu, 10 Dec 2026, 08:12').waitFor();
  expect(acts().at(-1)).toMatchObject({ path: `/api/concerns/${ellie}/hand-over`, body: { rev: 2, to: 'lead-tom' } });
});

it('what is added stands below the report with its author and time', async () => {
  const tab = await open(ellie);
  const section = await openForm(tab, 'Add to this');
  await section.getByLabel('What do you want to add?').fill('The nurse saw her.\nNo marks.');
  await section.getByRole('button', { name: 'Add', exact: true }).click();
  const added = tab.getByRole('region', { name: 'Added later' });
  expect(await added.getByText('The nurse saw her.').textContent()).toBe('The nurse saw her.\nNo marks.');
  expect(await added.innerText()).toMatch(/Priya Raman\s+Thu, 10 Dec 2026, 08:12/);
});

it('a reporter adds to a report of their own', async () => {
  const { tab } = await browser.visit('person=daniel');
  await tab.getByRole('button', { name: 'Add to C-2026-0143' }).click();
  await tab.getByLabel('What do you want to add?').fill('His cousin is Year 9.');
  await tab.getByRole('button', { name: 'Add', exact: true }).click();
  await tab.getByText('Added to C-2026-0143. It is received and safe.').first().waitFor();
  expect(acts()).toMatchObject([{ path: `/api/concerns/${id(4)}/addenda`, body: { words: 'His cousin is Year 9.' } }]);
});

it('shows how soon it was taken and judged, and every decision with its reason', async () => {
  browser.stub().concerns = browser.stub().concerns.map((one) =>
    one.id === connor
      ? {
          ...one,
          status: 'routed-elsewhere',
          triageOutcome: 'route-pastoral',
          triagedAt: '2026-12-09T16:40:10.000Z',
          decisions: 2,
        }
      : one,
  );
  const tab = await open(connor);
  const decided = tab.getByRole('region', { name: 'What was decided' });
  await decided.getByRole('heading', { name: 'Pass to the pastoral team' }).waitFor();
  expect(await decided.innerText()).toMatch(/a delivery[^]*meet him at the gate[^]*Not yet[^]*Escalated to all leads/);
  expect(await text(tab)).toContain('Taken after 1 minute. Judged after 1 hour 18 minutes.');
});

it('asks for no decisions where there are none', async () => {
  const tab = await open(ellie);
  await judgement(tab).getByText('Not judged yet').waitFor();
  expect(await text(tab)).toContain('Not taken yet, after 5 minutes. Not judged yet, after 5 minutes.');
  expect(browser.stub().requests.filter(({ path }) => path.endsWith('/history'))).toEqual([]);
});

it('a team reads its line on the first screen, in one call, and says that it sees to it', async () => {
  const { tab } = await browser.visit('person=kayleigh');
  const section = tab.getByRole('region', { name: 'Passed to your team' });
  await section.getByText('meet him at the gate').waitFor();
  expect(browser.stub().requests).toHaveLength(1);
  await section.getByRole('button', { name: 'I see to this' }).click();
  await section.getByText('Seen by Kayleigh Marsh').waitFor();
  expect(acts()).toMatchObject([{ path: '/api/routed/l1/acknowledge' }]);
  expect(await section.getByRole('button').count()).toBe(0);
});
