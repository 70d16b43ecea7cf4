import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/areas/concerns/contract.ts';
import type { DeskPerson } from '../../src/areas/desk/contract.ts';
import type { JournalPage } from '../../src/areas/journal/contract.ts';
import type { StaffConcernPage } from '../../src/areas/staff-concerns/contract.ts';
import { launch } from '../support/browser.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk } from '../support/desk-page.ts';
import { keepPage } from '../support/screens.ts';

let lantern: RunningDemonstration;
let browser: Browser;
beforeAll(async () => {
  [lantern, browser] = await Promise.all([runDemonstration({ withoutChats: true }), launch()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await lantern?.close();
});

const everybody = ['briefings', 'procedures'];
/** Who comes to which views, by their role; by hand. */
const views: Readonly<Record<string, readonly string[]>> = {
  daniel: ['meetings', ...everybody, 'reports', 'report'],
  priya: [
    'concerns',
    'meetings',
    ...everybody,
    'reports',
    'roster',
    'roles',
    'need-to-know',
    'journal',
    'agencies',
    'misfiled',
    'report',
  ],
  tom: ['concerns', 'meetings', ...everybody, 'reports', 'roles', 'need-to-know', 'agencies', 'report'],
  sheila: ['meetings', ...everybody, 'reports', 'roster', 'need-to-know', 'agencies', 'report'],
  margaret: ['matters', 'meetings', ...everybody, 'reports', 'roles', 'need-to-know', 'journal', 'report'],
  alan: ['matters', 'meetings', ...everybody, 'reports', 'report'],
  leila: ['meetings', ...everybody, 'reports', 'roster', 'need-to-know', 'health', 'journal', 'report'],
  kayleigh: ['meetings', ...everybody, 'reports', 'need-to-know', 'report'],
  colm: ['meetings', ...everybody, 'reports', 'roles', 'report'],
};

describe('a person with each role signs in and comes to exactly their part', () => {
  it.each(Object.keys(views))('%s', async (who) => {
    const { body } = await lantern.api<DeskPerson>(who, '/api/person');
    const own = body.views.filter((view) => view !== 'actions');
    expect([...own].sort()).toEqual([...(views[who] ?? [])].sort());
    const desk = await openDesk(browser, lantern.shown.hostOrigin, who);
    await desk.tab.getByText('Signed in as').waitFor();
    await keepPage(desk.page, `role-${who}`);
    expect(desk.alarms).toEqual([]);
    await desk.close();
  });
});

describe('a concern about an adult', () => {
  it('is reported from the desk, reaches the head’s open page, and nobody else finds it in any way', async () => {
    const margaret = await openDesk(browser, lantern.shown.hostOrigin, 'margaret');
    await margaret.tab.getByRole('link', { name: 'Concerns about adults' }).click();
    await margaret.tab.getByText('Nothing that you manage').waitFor();
    const counted = async (who: string) => (await lantern.api<Desk>(who, '/api/desk')).body.counts;
    const before = await counted('priya');

    const zoe = await openDesk(browser, lantern.shown.hostOrigin, 'zoe');
    await zoe.tab.getByRole('link', { name: 'Report a concern' }).click();
    await zoe.tab.getByRole('radio', { name: 'An adult who works or volunteers here' }).check();
    await zoe.tab.getByText('Kestrel Vale LADO').waitFor();
    await zoe.tab.getByRole('radio', { name: 'No, about another adult' }).check();
    await zoe.tab.getByLabel('Which adult?').fill('Tom Whitlock');
    await zoe.tab.getByLabel('What did you see or hear?').fill('He would not let her leave the room.');
    await zoe.tab.getByRole('button', { name: 'Send report' }).click();
    await zoe.tab.getByText('Your report is received and safe').waitFor();
    await keepPage(zoe.page, 'adult-receipt');

    // It appears on the head's page by itself.
    await margaret.tab.getByText('Tom Whitlock').waitFor();
    await keepPage(margaret.page, 'matters');
    await margaret.tab.getByRole('link', { name: /^S-/ }).click();
    await margaret.tab.getByText('He would not let her leave the room.').waitFor();
    await keepPage(margaret.page, 'matter');

    const { body: page } = await lantern.api<StaffConcernPage>('margaret', '/api/staff-concerns');
    const [matter] = page.items;
    expect(matter).toMatchObject({ subject: 'Tom Whitlock', status: 'submitted' });
    for (const who of ['tom', 'priya', 'leila', 'sheila', 'alan', 'kayleigh', 'daniel']) {
      const { status, body } = await lantern.api<{ code: string }>(who, `/api/staff-concerns/${matter?.id}`);
      const none = await lantern.api<{ code: string }>(who, `/api/staff-concerns/${'f'.repeat(32)}`);
      expect([status, body.code], who).toEqual([404, 'not-found']);
      expect([status, body], who).toEqual([none.status, none.body]);
      const list = await lantern.api<StaffConcernPage>(who, '/api/staff-concerns');
      expect(list.body.items, who).toEqual([]);
    }
    // No count, no search, no line of the journal, no number between two references.
    expect(await counted('priya')).toEqual(before);
    const { body: journal } = await lantern.api<JournalPage>('priya', '/api/journal');
    expect(journal.lines.length).toBeGreaterThan(0);
    // That she opened the form is all: it asks who is on duty before she says whom it is about.
    const ofZoe = journal.lines.filter(({ who }) => who === 'Zoe Lund').map(({ did }) => did);
    for (const did of ofZoe)
      expect(did).toMatch(/^(looked at their own reports|looked up who is on duty|reported concern C-)/);
    expect(JSON.stringify(journal)).not.toContain(matter?.id);
    await zoe.close();
    await margaret.close();
  });

  it('about the head goes to the chair of governors, past the head', async () => {
    const daniel = await openDesk(browser, lantern.shown.hostOrigin, 'daniel');
    await daniel.tab.getByRole('link', { name: 'Report a concern' }).click();
    await daniel.tab.getByRole('radio', { name: 'An adult who works or volunteers here' }).check();
    await daniel.tab.getByRole('radio', { name: 'Yes, about the headteacher' }).check();
    await daniel.tab.getByLabel('Which adult?').fill('Mrs Eaves');
    await daniel.tab.getByLabel('What did you see or hear?').fill('She asked me to change the record.');
    await daniel.tab.getByRole('button', { name: 'Send report' }).click();
    await daniel.tab.getByText('The chair of governors, or whom').waitFor();
    await daniel.tab.getByText('Kestrel Vale LADO').waitFor();
    await daniel.close();
    const { body: ofHead } = await lantern.api<StaffConcernPage>('margaret', '/api/staff-concerns');
    const { body: ofChair } = await lantern.api<StaffConcernPage>('alan', '/api/staff-concerns');
    const [matter] = ofChair.items;
    expect(matter).toMatchObject({ subject: 'Margaret Eaves', managedBy: 'chair', reporterName: 'Daniel Osei' });
    expect(ofHead.items.map(({ id }) => id)).not.toContain(matter?.id);
    const alan = await openDesk(browser, lantern.shown.hostOrigin, 'alan');
    await alan.tab.getByRole('link', { name: 'Concerns about adults' }).click();
    await alan.tab.getByRole('link', { name: /^S-/ }).click();
    await alan.tab.getByText('She asked me to change the record.').waitFor();
    await keepPage(alan.page, 'matter-of-chair');
    await alan.close();
  });
});
