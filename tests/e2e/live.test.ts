import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { runDemonstration, type RunningDemonstration } from '../support/demonstration.ts';
import { openDesk } from '../support/desk-page.ts';
import { followEvents } from '../support/event-reader.ts';

let lantern: RunningDemonstration;
let browser: Browser;
beforeAll(async () => {
  [lantern, browser] = await Promise.all([runDemonstration({ withoutChats: true }), launch()]);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await lantern?.close();
});

it('a lead’s list shows within seconds, without a press, that another lead has taken a concern', async () => {
  const { hostOrigin } = lantern.shown;
  const waiting = (await lantern.concerns()).find(({ status }) => status === 'submitted');
  expect(waiting).toBeDefined();
  const priya = await openDesk(browser, hostOrigin, 'priya');
  const row = priya.tab.getByRole('row').filter({ hasText: waiting!.ref });
  await row.getByText('Nobody has taken it yet').waitFor();
  await priya.followed;
  const tom = await openDesk(browser, hostOrigin, 'tom', waiting!.id);
  await tom.tab.getByRole('button', { name: 'I take this' }).click();
  await tom.tab.getByText('You have taken this').or(tom.tab.getByText('With Tom Whitlock')).first().waitFor();
  // By itself the list would be asked for again after two minutes; how busy this machine is decides the rest.
  await row.getByText('With Tom Whitlock').waitFor({ timeout: 15_000 });
  expect(priya.alarms).toEqual([]);
  await Promise.all([priya.close(), tom.close()]);
});

it('a stream does not keep Lantern from stopping, and ends with it', async () => {
  const authorization = `Bearer ${lantern.shown.tenant.core.userToken('priya')}`;
  const stream = await followEvents(lantern.shown.lanternOrigin, authorization);
  expect(stream.status).toBe(200);
  const before = performance.now();
  await lantern.shown.lantern.stop();
  expect(performance.now() - before).toBeLessThan(15_000);
  await expect.poll(() => stream.ended()).toBe(true);
});
