import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Desk } from '../../src/areas/concerns/contract.ts';
import { castMember, demo } from '../../src/local/cast.ts';
import { groupIds } from '../../src/local/directory/directory-data.ts';
import { launch } from '../support/browser.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk } from '../support/desk-page.ts';
import { keepPage } from '../support/screens.ts';

const attendance = { group: groupIds.attendance, role: 'attendance-lead' };
let lantern: RunningDemonstration;
let browser: Browser;
beforeAll(async () => {
  const settings = { LANTERN_ROLE_GROUPS: JSON.stringify([{ ...attendance, school: demo.school.id }]) };
  [lantern, browser] = await Promise.all([runDemonstration({ withoutChats: true, settings }), launch()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await lantern?.close();
});

const begins = async (who: string) => (await lantern.api<Desk>(who, '/api/desk')).body.view;

it('a head gives a lead’s role, a second person confirms it in the open page, and it works and ends at once', async () => {
  expect(await begins('zoe')).toBe('reports');
  const margaret = await openDesk(browser, lantern.shown.hostOrigin, 'margaret');
  const tom = await openDesk(browser, lantern.shown.hostOrigin, 'tom');
  for (const { tab } of [margaret, tom]) {
    await tab.getByRole('link', { name: 'Roles' }).click();
    await tab.getByText('Priya Raman').first().waitFor();
  }
  await keepPage(margaret.page, 'roles');

  await margaret.tab.getByRole('button', { name: 'Give a role' }).click();
  await margaret.tab.getByLabel('Who').selectOption({ label: 'Zoe Lund, Supply teacher' });
  await margaret.tab.getByRole('combobox', { name: 'Role' }).selectOption('Designated safeguarding lead');
  await margaret.tab.getByRole('button', { name: 'Give the role' }).click();
  await margaret.tab.getByText('It waits until a second person confirms it.').first().waitFor();
  expect(await begins('zoe')).toBe('reports');
  expect(await margaret.tab.getByRole('button', { name: /^Confirm: Zoe/ }).count()).toBe(0);

  // It appears on the deputy's page by itself.
  await tom.tab.getByRole('button', { name: /^Confirm: Zoe Lund/ }).click();
  await tom.tab.getByText('Confirmed: Zoe Lund').first().waitFor();
  expect(await begins('zoe')).toBe('concerns');

  await margaret.tab.getByRole('button', { name: /^End: Zoe Lund/ }).click();
  await margaret.tab.getByRole('button', { name: 'End it now' }).click();
  await margaret.tab.getByText('Ended: Zoe Lund').first().waitFor();
  expect(await begins('zoe')).toBe('reports');
  expect([...margaret.alarms, ...tom.alarms]).toEqual([]);
  await margaret.close();
  await tom.close();
});

it('an acting lead leads at once, until a day, and whoever leads is asked to confirm it', async () => {
  const margaret = await openDesk(browser, lantern.shown.hostOrigin, 'margaret');
  await margaret.tab.getByRole('link', { name: 'Roles' }).click();
  await margaret.tab.getByRole('button', { name: 'Appoint an acting lead' }).click();
  await margaret.tab.getByLabel('Who').selectOption({ label: 'Kayleigh Marsh, Pastoral lead' });
  await margaret.tab.getByLabel('Last day').fill(lantern.shown.clock.now().slice(0, 10));
  await margaret.tab.getByRole('button', { name: 'Appoint', exact: true }).click();
  await margaret.tab.getByText('Kayleigh Marsh leads safeguarding from now on.').first().waitFor();
  expect(await begins('kayleigh')).toBe('concerns');
  await keepPage(margaret.page, 'acting-lead');
  await margaret.close();
});

it('whoever is in a group in Entra has its role in the open page, and whoever is taken out has it no longer', async () => {
  const margaret = await openDesk(browser, lantern.shown.hostOrigin, 'margaret');
  await margaret.tab.getByRole('link', { name: 'Roles' }).click();
  const inForce = margaret.tab.getByRole('list', { name: 'Roles in force, by name' });
  const robbie = inForce.getByRole('listitem').filter({ hasText: 'Robbie Tait' });
  await robbie.getByText(/From the Entra group, .*ends when they leave the group/).waitFor();
  // What the school gave is not the group's: Nisha is in it, too.
  const nisha = inForce.getByRole('listitem').filter({ hasText: 'Nisha Bakshi' });
  expect(await nisha.getByText('From the Entra group').count()).toBe(0);
  await keepPage(margaret.page, 'roles-from-group');
  const answer = await fetch(`${lantern.shown.tenant.origin}/local/memberships`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ group: groupIds.attendance, member: castMember('robbie').id, present: false }),
  });
  expect(answer.status).toBe(204);
  await robbie.waitFor({ state: 'detached', timeout: 30_000 });
  expect(margaret.alarms).toEqual([]);
  await margaret.close();
});
