import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { barriers, overhang, themes } from '../../support/appearance.ts';
import { builtTab } from '../../support/built-tab.ts';
import { holdLooks } from '../../support/hold-looks.ts';
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

/** The script that draws everything but the opening. */
const later = '**/tab/assets/whole-desk-*.js';

/** A page whose second script waits until it is let go. */
async function held(query: string, width = 1440) {
  const page = await browser.bare();
  await page.setViewportSize({ width, height: 780 });
  const release = await holdLooks(page, later);
  await page.goto(`${browser.hosted.hostOrigin}/host?${query}`);
  return { page, tab: page.frameLocator('#tab'), release };
}

it.each(themes)('stands under its name in the theme %s before the rest of it has come', async (theme) => {
  for (const width of [1440, 360]) {
    const { page, tab, release } = await held(`person=priya&theme=${theme}`, width);
    await tab.getByRole('heading', { level: 1, name: 'Concerns' }).waitFor();
    expect(await tab.locator('html').getAttribute('data-theme')).toBe(theme);
    expect(await barriers(page, theme)).toEqual([]);
    expect(await overhang(page)).toBe(0);
    await page.screenshot({ path: `.screens/tab-opening-${width}-${theme}.png` });
    release();
    await tab.getByText('Ellie Marsden').first().waitFor();
    expect(browser.stub().requests).toHaveLength(1);
    browser.stub().requests.length = 0;
  }
});

it('does not move its heading when the list comes', async () => {
  const { tab, release } = await held('person=priya');
  const heading = tab.getByRole('heading', { level: 1, name: 'Concerns' });
  const place = async () => {
    const box = await heading.boundingBox();
    return [box?.x, box?.y, box?.height];
  };
  const before = await place();
  release();
  await tab.getByText('Ellie Marsden').first().waitFor();
  expect(await place()).toEqual(before);
});

it('says so when the rest does not come, and opens again on a press', async () => {
  const page = await browser.bare();
  await page.route(later, (route) => route.abort());
  await page.goto(`${browser.hosted.hostOrigin}/host?person=priya`);
  const tab = page.frameLocator('#tab');
  await tab.getByRole('heading', { level: 1, name: 'Lantern did not open' }).waitFor();
  expect(await barriers(page, 'default')).toEqual([]);
  await page.screenshot({ path: '.screens/tab-not-opened.png' });
  await page.unroute(later);
  await tab.getByRole('link', { name: 'open it again' }).click();
  await tab.getByText('Ellie Marsden').first().waitFor();
});

it('waits for one script alone, and has the next one fetched meanwhile', async () => {
  const folder = await builtTab();
  const document = readFileSync(join(folder, 'index.html'), 'utf8');
  const scripts = [...document.matchAll(/<script [^>]*src="\/tab\/assets\/([^"]+)"/g)].map(([, file]) => file ?? '');
  expect(scripts).toHaveLength(1);
  expect(readFileSync(join(folder, 'assets', scripts[0] ?? ''), 'utf8')).not.toMatch(/(?:from|import)\s*["']\.\//);
  const rest = readdirSync(join(folder, 'assets')).filter((file) => /^whole-desk-.*\.js$/.test(file));
  expect(rest).toHaveLength(1);
  expect(document).toContain(`<link rel="modulepreload" href="/tab/assets/${rest[0]}" nonce="__NONCE__">`);
});
