import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { startTabBrowser, type TabBrowser } from '../../support/tab-browser.ts';
import { lookAt } from './look-at.ts';
import { screensOfMeetings } from './screens-to-look-at.ts';

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

lookAt(screensOfMeetings, () => browser);
