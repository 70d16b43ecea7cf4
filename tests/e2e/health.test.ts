import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { settingsPaths } from '../../src/areas/settings/contract.ts';
import { demo } from '../../src/local/cast.ts';
import { demoSites, siteId } from '../../src/local/graph/site.ts';
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

/** Takes a list away past Lantern, as somebody with too wide a right could. */
async function removeList(list: string): Promise<void> {
  const { core, origin } = lantern.shown.tenant;
  const site = siteId(demoSites[0]!);
  const answer = await fetch(`${origin}/v1.0/sites/${site}/lists/${encodeURIComponent(list)}`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${core.graphToken(demo.provisionAppId)}` },
  });
  expect(answer.status).toBe(204);
}

it('the tenant administrator lands on Lantern’s health, has it looked at, sees the fault and what to do, and no concern', async () => {
  const { page, tab, alarms, close } = await openDesk(browser, lantern.shown.hostOrigin, 'leila');
  await tab.getByText('Not looked at yet').waitFor();
  await keepPage(page, 'health-before');
  await removeList('Agencies');
  await tab.getByRole('button', { name: 'Look now' }).click();
  const faults = tab.getByRole('list', { name: 'Faults' });
  await faults.getByText('Lists are missing: “Agencies”.').waitFor({ timeout: 60_000 });
  await faults.getByText('What to do: npm run provision').waitFor();
  await keepPage(page, 'health');
  const seen = await tab.locator('body').innerText();
  for (const { ref, child } of await lantern.concerns())
    for (const word of [ref, child]) expect(seen).not.toContain(word);
  expect(await faults.getByRole('listitem').allInnerTexts()).toHaveLength(1);
  expect(alarms).toEqual([]);
  await close();
});

it('nobody else is shown it, the leads included', async () => {
  for (const who of ['daniel', 'priya', 'sheila', 'margaret'])
    expect((await lantern.api(who, settingsPaths.health)).status, who).toBe(404);
  expect((await lantern.api('leila', settingsPaths.health)).status).toBe(200);
  expect((await lantern.api('leila', '/api/concerns')).status).toBe(404);
});
