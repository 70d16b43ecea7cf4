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

const matter = '7'.repeat(32);
const form = expect.stringMatching(/^[0-9a-f]{32}$/) as string;
const sent = () => browser.stub().requests.filter(({ method }) => method === 'POST');

it('a report begins with whom it is about; about the head it shows the LADO and that nobody was told', async () => {
  const { tab } = await browser.visit('person=daniel');
  await tab.getByRole('link', { name: 'Report a concern' }).click();
  await tab.getByText('Which child?').waitFor();
  await tab.getByRole('radio', { name: 'An adult who works or volunteers here' }).check();
  await tab.getByText('This goes to the head alone.').waitFor();
  expect(await tab.getByRole('link', { name: '01632 960703' }).getAttribute('href')).toBe('tel:01632960703');
  await tab.getByRole('button', { name: 'Send report' }).click();
  await tab.getByText('Choose one: it decides who reads this.').waitFor();
  expect(sent()).toEqual([]);
  await tab.getByRole('radio', { name: 'Yes, about the headteacher' }).check();
  await tab.getByLabel('Which adult?').fill('Mrs Eaves');
  await tab.getByLabel('What did you see or hear?').fill('She shouted.');
  await tab.getByRole('button', { name: 'Send report' }).click();
  await tab.getByText('S-7K3Q-9RTD').waitFor();
  await tab.getByText('nobody was told').first().waitFor();
  expect(await tab.getByText('She shouted.').count()).toBe(0);
  // There is nothing left to choose: only the receipt, and the way to another report.
  expect(await tab.getByRole('radio').count()).toBe(0);
  expect(await tab.locator(':focus').innerText()).toBe('Your report is received and safe');
  expect(sent().map(({ path, body }) => [path, body])).toEqual([
    ['/api/staff-reports', { form, about: 'head', who: 'Mrs Eaves', words: 'She shouted.', when: 'just now' }],
  ]);
});

it('after the receipt another report begins anew, with whom it is about', async () => {
  const { tab } = await browser.visit('person=daniel');
  await tab.getByRole('link', { name: 'Report a concern' }).click();
  await tab.getByRole('radio', { name: 'An adult who works or volunteers here' }).check();
  await tab.getByRole('radio', { name: 'No, about another adult' }).check();
  await tab.getByLabel('Which adult?').fill('Mr Tait');
  await tab.getByLabel('What did you see or hear?').fill('He stood in the doorway.');
  await tab.getByRole('button', { name: 'Send report' }).click();
  await tab.getByRole('button', { name: 'Report another concern' }).click();
  expect(await tab.getByRole('radio', { name: 'A child', exact: true }).isChecked()).toBe(true);
  await tab.getByRole('radio', { name: 'An adult who works or volunteers here' }).check();
  expect(await tab.getByLabel('What did you see or hear?').inputValue()).toBe('');
});

it('after no answer a report about an adult is still there, and goes out again under the same key', async () => {
  const { tab } = await browser.visit('person=daniel');
  await tab.getByRole('link', { name: 'Report a concern' }).click();
  await tab.getByRole('radio', { name: 'An adult who works or volunteers here' }).check();
  await tab.getByRole('radio', { name: 'No, about another adult' }).check();
  await tab.getByLabel('Which adult?').fill('Mr Tait');
  await tab.getByLabel('What did you see or hear?').fill('He stood in the doorway.');
  browser.stub().mishaps = [{ on: 'POST /api/staff-reports', code: 'busy', status: 503 }];
  await tab.getByRole('button', { name: 'Send report' }).click();
  await tab.getByText('send it again as it is').first().waitFor();
  await tab.getByRole('button', { name: 'Send report' }).click();
  await tab.getByText('S-7K3Q-9RTD').waitFor();
  const [first, second, ...more] = sent();
  expect(more).toEqual([]);
  expect(second).toEqual(first);
});

it('what was typed about an adult stays while one looks at something else', async () => {
  const { tab } = await browser.visit('person=daniel');
  await tab.getByRole('link', { name: 'Report a concern' }).click();
  await tab.getByRole('radio', { name: 'An adult who works or volunteers here' }).check();
  await tab.getByLabel('What did you see or hear?').fill('He stood in the doorway.');
  await tab.getByRole('radio', { name: 'A child', exact: true }).check();
  await tab.getByRole('radio', { name: 'An adult who works or volunteers here' }).check();
  expect(await tab.getByLabel('What did you see or hear?').inputValue()).toBe('He stood in the doorway.');
});

it('one’s own reports about adults are not on the screen before one asks for them', async () => {
  const { tab } = await browser.visit('person=daniel');
  const button = tab.getByRole('button', { name: 'My reports about adults' });
  await button.waitFor();
  const asked = () => browser.stub().requests.filter(({ path }) => path === '/api/staff-reports').length;
  expect(asked()).toBe(0);
  await button.click();
  await tab.getByText('S-7K3Q-9RTD').waitFor();
  expect(asked()).toBe(1);
});

it('a card’s link opens the matter; it is taken, judged and given by forms that say what is missing', async () => {
  const { tab } = await browser.visit(`person=margaret&sub=m-${matter}`);
  await tab.getByRole('heading', { name: 'Robbie Tait' }).waitFor();
  await tab.getByRole('button', { name: 'I take this' }).click();
  await tab.getByText('Taken by Margaret Eaves').waitFor();
  await tab.getByRole('button', { name: 'Judge this' }).click();
  const judging = tab.getByRole('form', { name: 'Judge this' });
  await judging.getByRole('button', { name: 'Save the judgement' }).click();
  await judging.getByText('Write the reason.').waitFor();
  await judging.getByLabel('What is it?').selectOption('Allegation that may meet the harm threshold');
  await judging.getByLabel('Does the LADO know?').selectOption('LADO told');
  await judging.getByLabel('Reason').fill('A child may have been harmed.');
  await judging.getByRole('button', { name: 'Save the judgement' }).click();
  await tab.getByText('Judged.').first().waitFor();
  await tab.getByRole('button', { name: 'Give it to somebody' }).click();
  const giving = tab.getByRole('form', { name: 'Give it to somebody' });
  // Somebody who cannot sign in cannot be given it.
  await giving.getByRole('option', { name: 'Daniel Osei, Teacher' }).waitFor({ state: 'attached' });
  expect(await giving.getByLabel('To whom?').getByRole('option').allInnerTexts()).toEqual([
    'Choose',
    'Daniel Osei, Teacher',
  ]);
  await giving.getByLabel('To whom?').selectOption('Daniel Osei, Teacher');
  await giving.getByLabel('Why are they given it?').fill('Investigates.');
  await giving.getByRole('button', { name: 'Give it' }).click();
  await tab.getByText('Given. They are being told.').first().waitFor();
  expect(sent().map(({ body }) => body)).toEqual([
    { form, rev: 1 },
    { form, rev: 2, kind: 'allegation', lado: 'told', reason: 'A child may have been harmed.' },
    { form, rev: 3, person: 'p1', reason: 'Investigates.' },
  ]);
});

it('where filing has stopped, whoever manages it sees both sides and decides; who may read it is not for SharePoint to say', async () => {
  const { tab } = await browser.visit(`person=margaret&sub=m-${'9'.repeat(32)}`);
  const section = tab.getByRole('region', { name: 'Filing in SharePoint' });
  await section.getByText('Nobody').waitFor();
  expect(await section.innerText()).toMatch(
    /Status\s+Taken\s+Done in Lantern\s+Closed\s+In SharePoint[^]*Before both: Received\s+Adult\s+Robbie Tait[^]*Nobody\s+In SharePoint; Lantern cannot take this over/,
  );
  expect(await section.getByRole('radio', { name: /Nobody/ }).isDisabled()).toBe(true);
  await section.getByRole('radio', { name: /^Closed/ }).check();
  await section.getByRole('radio', { name: /Robbie Tait/ }).check();
  await section.getByRole('button', { name: 'Let this stand and file it' }).click();
  await section.getByText('Decided: S-4F7K-2Q9M is being filed.').waitFor();
  await tab.getByText('Received and safe').first().waitFor();
  expect(sent().map(({ path, body }) => [path, body])).toEqual([
    [
      `/api/staff-concerns/${'9'.repeat(32)}/settle`,
      { form, rev: 3, keep: { status: 'sharepoint', subjectName: 'lantern' } },
    ],
  ]);
});
