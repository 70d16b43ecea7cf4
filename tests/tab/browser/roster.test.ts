import { zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { FrameLocator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { RosterFile } from '../../../src/areas/people/roster/rows.ts';
import type { Graph } from '../../../src/ports/graph.ts';
import { schoolOfTests } from '../../support/kernel.ts';
import { barriers, overhang, themes, wear } from '../../support/appearance.ts';
import { manyPupils, rosterFile, ukRoster, type InventedPupil } from '../../support/roster-files.ts';
import { serveRoster, type ServedRoster } from '../../support/serve-roster.ts';
import { startTabBrowser, type TabBrowser } from '../../support/tab-browser.ts';
import { takeWay } from '../../support/take-way.ts';

const graph: Graph = { call: () => Promise.resolve({ status: 403, headers: {}, body: {} }) };
let browser: TabBrowser;
let roster: ServedRoster;
beforeAll(async () => {
  browser = await startTabBrowser();
});
beforeEach(async () => {
  roster = await serveRoster(browser.stub().app, graph);
});
afterEach(async () => {
  const complaints = [...browser.complaints];
  await browser.afterTest();
  await roster.close();
  expect(complaints).toEqual([]);
});
afterAll(() => browser.close());

/** The children whom the tests' school entered itself, as a roster would name them. */
const entered: readonly InventedPupil[] = schoolOfTests.pupils.map(({ givenName, familyName, formGroup }, n) => ({
  ...{ id: `h${n}`, given: givenName, family: familyName, born: `2013-01-0${n + 1}` },
  ...{ year: String(parseInt(formGroup)), form: formGroup },
}));
const sent = (files: readonly RosterFile[]) =>
  files.map(({ name, bytes }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bytes) }));
const asked = (path: string) => browser.stub().requests.filter((request) => request.path === `/api/import${path}`);

async function openPage(size = { width: 1280, height: 900 }) {
  const visit = await browser.visit('person=priya', size);
  await takeWay(visit.tab, 'Roster');
  await visit.tab.getByRole('heading', { level: 1, name: 'Import the roster' }).waitFor();
  return visit;
}
async function look(tab: FrameLocator, files: readonly RosterFile[]) {
  await tab.getByLabel('Files of the roster').setInputFiles(sent(files));
  await tab.getByRole('button', { name: 'Show what would change' }).click();
}
async function bring(tab: FrameLocator, files: readonly RosterFile[]) {
  await look(tab, files);
  await tab.getByRole('button', { name: 'Import', exact: true }).click();
  await tab.getByRole('heading', { name: 'The roster of Harrowmere Academy is imported' }).waitFor();
}

it('shows what would change, with names behind each line, imports it, and finds nothing more to do', async () => {
  const { tab } = await openPage();
  const files = ukRoster([...entered, ...manyPupils(30)]);
  await look(tab, files);
  const heading = tab.getByRole('heading', { name: 'This would change at Harrowmere Academy' });
  await heading.waitFor();
  expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
  expect(
    await tab
      .getByText(/^Given\d+ Family\d+$/)
      .first()
      .isVisible(),
  ).toBe(false);
  await tab.getByText('30 children are new').click();
  await tab
    .getByText(/^Given\d+ Family\d+$/)
    .first()
    .waitFor();
  expect(await tab.getByText(/^Given\d+ Family\d+$/).count()).toBe(8);
  await tab.getByText('and 22 more').waitFor();
  expect(asked('/apply')).toEqual([]);

  await tab.getByRole('button', { name: 'Import', exact: true }).click();
  const run = tab.getByRole('region', { name: 'The roster of Harrowmere Academy is imported' });
  await run.getByText('30 children are new').waitFor();
  await run.getByText(/Begun by Priya Raman, .*10 Dec 2026/).waitFor();

  await look(tab, files);
  await tab.getByRole('heading', { name: 'Nothing would change' }).waitFor();
  expect(await tab.getByRole('button', { name: 'Import', exact: true }).count()).toBe(0);
  await tab.getByRole('button', { name: 'Choose another roster' }).click();
  await tab.getByLabel('Files of the roster').waitFor();
  expect(asked('/discard')).toHaveLength(1);
});

it('lists what it could not take in, and gives the list to keep: no spreadsheet calculates with it', async () => {
  const { page, tab } = await openPage();
  const bad = [...entered, { id: 'x', given: '', family: 'Unusual' }];
  await look(tab, ukRoster(bad));
  const faults = tab.getByRole('region', { name: 'One thing could not be taken in' });
  await faults.getByText('Student.csv, line 6, First Name').waitFor();
  const waiting = page.waitForEvent('download');
  await faults.getByRole('button', { name: 'Download the list' }).click();
  const download = await waiting;
  expect(download.suggestedFilename()).toBe('roster-faults.csv');
  const text = readFileSync(await download.path(), 'utf8');
  expect(text.split('\r\n')).toEqual([
    '\uFEFF"File","Line","Column","Why"',
    '"Student.csv","6","First Name","The cell is empty, so the row was left out."',
    '',
  ]);
});

it('has many leavers confirmed in so many words', async () => {
  const { tab } = await openPage();
  await bring(tab, ukRoster([...entered, ...manyPupils(20)]));
  await look(tab, ukRoster(entered));
  await tab.getByRole('button', { name: 'Import', exact: true }).click();
  await tab.getByText('Tick the box if they have left.').first().waitFor();
  expect(asked('/apply')).toHaveLength(1);
  await tab.getByRole('checkbox', { name: '20 of the 24 children on the roll have left Harrowmere Academy' }).check();
  await tab.getByRole('button', { name: 'Import', exact: true }).click();
  await tab.getByText('20 children leave').waitFor();
  await expect.poll(() => asked('/apply')[1]?.body).toMatchObject({ leaving: 20 });
});

it('goes on while one is elsewhere, and shows how far it is when one comes back', async () => {
  const { tab } = await openPage();
  roster.shut();
  await look(tab, ukRoster([...entered, ...manyPupils(10)]));
  await tab.getByRole('button', { name: 'Import', exact: true }).click();
  const going = tab.getByRole('heading', { name: 'The roster of Harrowmere Academy is being imported' });
  await going.waitFor();
  expect(await tab.getByLabel('Files of the roster').count()).toBe(0);
  await tab.getByRole('link', { name: 'My reports' }).click();
  await tab.getByRole('heading', { level: 1, name: 'My reports' }).waitFor();
  await tab.getByRole('link', { name: 'Roster' }).click();
  await going.waitFor();
  await tab.getByRole('progressbar', { name: 'How far the import is' }).waitFor();
  roster.open();
  await tab.getByRole('heading', { name: 'The roster of Harrowmere Academy is imported' }).waitFor();
  expect(asked('/apply')).toHaveLength(1);
  await tab.getByLabel('Files of the roster').waitFor();
});

it('offers again what one looked at and left, without a name until one asks', async () => {
  const { tab } = await openPage();
  await look(tab, ukRoster([...entered, ...manyPupils(10)]));
  await tab.getByRole('button', { name: 'Import', exact: true }).waitFor();
  await tab.getByRole('link', { name: 'My reports' }).click();
  await tab.getByRole('heading', { level: 1, name: 'My reports' }).waitFor();
  await tab.getByRole('link', { name: 'Roster' }).click();
  const again = tab.getByRole('button', { name: 'Go on with it' });
  await again.waitFor();
  expect(await tab.getByRole('main').innerText()).not.toContain('Given');
  await again.click();
  await tab.getByText('10 children are new').waitFor();
});

it('says when another import was quicker', async () => {
  const { tab } = await openPage();
  await look(tab, ukRoster([...entered, ...manyPupils(10)]));
  browser.stub().mishaps = [{ on: 'POST /api/import/apply', code: 'import-running', status: 409 }];
  await tab.getByRole('button', { name: 'Import', exact: true }).click();
  await tab.getByText('A roster is being imported for this school already').first().waitFor();
  expect(asked('/apply')).toHaveLength(1);
  await tab.getByRole('button', { name: 'Import', exact: true }).waitFor();
});

it('takes one zip as it takes its files, and says which files it passed over', async () => {
  const { tab } = await openPage();
  const files = Object.fromEntries(
    ukRoster([...entered, ...manyPupils(7)]).map(({ name, bytes }) => [`export/${name}`, bytes]),
  );
  await tab.getByLabel('Files of the roster').setInputFiles([
    { name: 'roster.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync(files)) },
    { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('x') },
  ]);
  await tab.getByText('Passed over, for they are no files of a roster: notes.txt.').waitFor();
  await tab.getByRole('button', { name: 'Show what would change' }).click();
  await tab.getByText('7 children are new').waitFor();
  const body = asked('/preview')[0]?.body as { readonly files: readonly { readonly name: string }[] };
  expect(body.files.map(({ name }) => name)).toEqual(Object.keys(files).map((path) => path.slice('export/'.length)));
});

it('says what is wrong before it sends anything: no file, a strange one, too much', async () => {
  const { tab } = await openPage();
  const show = tab.getByRole('button', { name: 'Show what would change' });
  await show.click();
  await tab.getByText('Choose the files of the roster.').waitFor();
  const choose = (name: string, size: number) =>
    tab
      .getByLabel('Files of the roster')
      .setInputFiles([{ name, mimeType: 'text/csv', buffer: Buffer.alloc(size, 'x') }]);
  await choose('marks.csv', 10);
  await tab.getByText('None of these is a file of a roster').first().waitFor();
  await choose('Student.csv', 8_000_001);
  await tab.getByText('more than 8 MB').first().waitFor();
  await show.click();
  expect(asked('/preview')).toEqual([]);
});

it('asks which school is meant where the files hold several, and says what School Data Sync lacks', async () => {
  const { tab } = await openPage();
  await look(tab, [
    rosterFile('School.csv', 'DfE Number,Name', '1,North', '2,South'),
    rosterFile('Student.csv', 'ID,School DfE Number,First Name,Last Name', 'a,1,Ada,Lowe', 'b,2,Bea,Moss'),
  ]);
  await tab.getByLabel('Which of these is Harrowmere Academy?').selectOption('South (2)');
  await tab.getByRole('button', { name: 'Show what would change' }).click();
  await tab.getByText('1 child is new').waitFor();
  await tab.getByRole('button', { name: 'Do not import' }).click();
  await tab.getByRole('radio', { name: 'Microsoft School Data Sync' }).check();
  await tab.getByText('nobody counts as having left').waitFor();
  await tab.getByRole('button', { name: 'Show what would change' }).click();
  await tab.getByText('EduRoster.Read.All').first().waitFor();
  expect(asked('/preview').map(({ body }) => (body as { readonly source: string }).source)).toEqual([
    'files',
    'files',
    'school-data-sync',
  ]);
});

/** Each step of the page, as somebody comes to it. */
const steps: Readonly<Record<string, (tab: FrameLocator) => Promise<void>>> = {
  choose: async (tab) => {
    await tab.getByRole('button', { name: 'Show what would change' }).click();
    await tab.getByText('Choose the files of the roster.').waitFor();
  },
  preview: async (tab) => {
    await bring(tab, ukRoster([...entered, ...manyPupils(20)]));
    const changed = entered.map((one, n) => ({ ...one, ...(n === 0 && { family: 'Hartley-Worthington' }) }));
    await look(
      tab,
      ukRoster([
        ...changed,
        { id: 'y', given: 'New', family: 'Child', year: '7', form: '7B' },
        { id: 'x', given: '', family: 'y' },
      ]),
    );
    await tab.getByText('1 child is new').last().click();
    await tab.getByText('1 child has another name').click();
    await tab.getByText('was Ellie Marsden').waitFor();
  },
  running: async (tab) => {
    roster.shut();
    await look(tab, ukRoster([...entered, ...manyPupils(10)]));
    await tab.getByRole('button', { name: 'Import', exact: true }).click();
    await tab.getByRole('progressbar').waitFor();
  },
  done: (tab) => bring(tab, ukRoster([...entered, ...manyPupils(20), { id: 'x', given: '', family: 'y' }])),
};

it.each(Object.entries(steps))('%s keeps nobody out and fits a phone', { timeout: 120_000 }, async (name, reach) => {
  const { page, tab } = await openPage({ width: 360, height: 780 });
  await reach(tab);
  for (const theme of themes) {
    await wear(page, tab, theme);
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 1200 });
      expect(await barriers(page, theme)).toEqual([]);
      await page.screenshot({ path: `.screens/tab-roster-${name}-${width}-${theme}.png` });
      expect(await overhang(page)).toBe(0);
    }
    await page.setViewportSize({ width: 360, height: 780 });
  }
});
