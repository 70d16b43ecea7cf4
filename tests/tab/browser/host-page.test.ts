import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { cast, demo } from '../../../src/local/cast.ts';
import { openDemoClock, type DemoClock } from '../../../src/local/clock/open-demo-clock.ts';
import { demoSites, siteId } from '../../../src/local/graph/site.ts';
import { createHostPage } from '../../../src/local/host/create-host-page.ts';
import { startTenant, type Tenant } from '../../../src/local/tenant.ts';
import { barriers, themes } from '../../support/appearance.ts';
import { launch } from '../../support/browser.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'lantern-host-'));
let tenant: Tenant;
let clock: DemoClock;
let browser: Browser;

const asSetUp = (path: string, body: object) =>
  fetch(`${tenant.origin}/v1.0/sites/${siteId(demoSites[1]!)}${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${tenant.core.graphToken(demo.provisionAppId)}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });

beforeAll(async () => {
  clock = openDemoClock(join(dataDir, 'clock.json'));
  tenant = await startTenant({
    port: 0,
    dataDir,
    routers: (core, origin) => [
      createHostPage({
        people: cast,
        first: 'priya',
        signIn: async (key) => core.userToken(key),
        hostOrigin: () => origin,
        // No tab: this is about the page around it.
        lanternOrigin: () => origin,
        chats: () => [],
        clock,
        inspect: core.inspect,
      }),
    ],
  });
  await asSetUp('/lists', {
    displayName: 'Concerns',
    columns: [{ name: 'Words', text: { allowMultipleLines: true } }],
  });
  await asSetUp('/lists/Concerns/items', { fields: { Title: 'C-2026-0001', Words: '<b>No coat</b>' } });
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  clock?.stop();
  await tenant?.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function visit(query: string, width = 1440): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height: width === 360 ? 780 : 900 } });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  await page.goto(`${tenant.origin}/host?${query}`);
  await page.getByRole('button', { name: 'Change the time' }).waitFor();
  return page;
}

const views = ['desk', 'lists', 'graph'];
const dressed = views.flatMap((view) => themes.map((theme) => ({ view, theme })));

it.each(dressed)('axe finds nothing in $view in the theme $theme, at both widths', async ({ view, theme }) => {
  for (const width of [1440, 360]) {
    const page = await visit(`person=priya&view=${view}&theme=${theme}`, width);
    expect(await barriers(page, theme, 'host')).toEqual([]);
    const overhang = () => document.documentElement.scrollWidth - document.documentElement.clientWidth;
    expect(await page.evaluate(overhang)).toBe(0);
    await page.screenshot({ path: `.screens/host-${view}-${width}-${theme}.png` });
  }
});

it('shows the rows of a list of either site, as text', async () => {
  const page = await visit('person=priya&view=lists');
  await page.getByLabel('Site').selectOption({ label: 'Brackenfold Primary safeguarding' });
  await page.getByText('C-2026-0001').waitFor();
  await page.getByRole('cell', { name: '<b>No coat</b>' }).waitFor();
  expect(await page.locator('#rows-note').innerText()).toBe('1 rows, newest first.');
});

it('breaks Graph for ten minutes and mends it, and lists the calls it refused', async () => {
  const page = await visit('person=priya&view=graph');
  await page.getByRole('button', { name: 'Outage of ten minutes' }).click();
  await page.getByText('SharePoint is down (503) for ten minutes. 0 calls').waitFor();
  const refused = await asSetUp('/lists', { displayName: 'Never' });
  expect(refused.status).toBe(503);
  await page.getByText('1 calls were hit so far').waitFor();
  await page.getByRole('row').filter({ hasText: '503' }).first().waitFor();
  await page.getByRole('button', { name: 'All is well again' }).click();
  await page.getByText('Nothing is broken.').waitFor();
  expect(tenant.core.faults.rules()).toEqual([]);
});

it('everybody of the cast can be chosen, under their school', async () => {
  const page = await visit('person=ruth');
  const choice = page.getByLabel('Signed in as');
  expect(await choice.locator('option').count()).toBe(cast.length);
  expect(
    await choice.locator('optgroup').evaluateAll((groups) => groups.map((group) => group.getAttribute('label'))),
  ).toEqual(['Harrowmere Academy', 'Brackenfold Primary', 'Kestrel Vale Learning Trust']);
  expect(await choice.inputValue()).toBe('ruth');
});

it('the clock is moved on from the keyboard, never back', async () => {
  const page = await visit('person=priya');
  await page.getByText('on a clock of its own: Thursday 10 December at 08:').waitFor();
  await page.getByRole('button', { name: 'Change the time' }).focus();
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog', { name: 'The demonstration’s clock' });
  await menu.waitFor();
  expect(await barriers(page, 'default', 'host')).toEqual([]);
  await menu.getByRole('button', { name: 'Christmas Eve' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('Thursday 24 December at 22:40').waitFor();
  expect(clock.now()).toMatch(/^2026-12-24T22:40/);

  const back = await fetch(`${tenant.origin}/host/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ to: 'afternoon' }),
  });
  expect([back.status, clock.now().slice(0, 10)]).toEqual([409, '2026-12-24']);
  expect(await back.text()).toContain('--reset');
  const foreign = await fetch(`${tenant.origin}/host/rows`, { headers: { origin: 'https://evil.example' } });
  expect(foreign.status).toBe(403);
});

it('the tab can be tried at the width of a phone', async () => {
  const page = await visit('person=priya');
  await page.getByLabel('Width').selectOption('phone');
  expect((await page.locator('#tab').boundingBox())?.width).toBe(360);
  expect(page.url()).toContain('width=phone');
});
