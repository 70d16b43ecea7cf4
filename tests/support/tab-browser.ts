import type { Browser, FrameLocator, Page } from 'playwright-core';
import { launch } from './browser.ts';
import { startHostedTab, type HostedTab } from './hosted-tab.ts';
import type { StubApi } from './stub-api.ts';

export interface Visit {
  readonly page: Page;
  /** What lies inside the host page's frame. */
  readonly tab: FrameLocator;
}

export interface TabBrowser {
  readonly hosted: HostedTab;
  /** The API behind the tab, as it is for the test that runs. */
  readonly stub: () => StubApi;
  /** What the browser held against the pages: policy violations and uncaught errors. */
  readonly complaints: string[];
  /** Opens the host page, e.g. with `person=priya&theme=dark`, in a page of its own. */
  visit(query: string, size?: { readonly width: number; readonly height: number }): Promise<Visit>;
  /** A page on its own, without the host around it. */
  bare(): Promise<Page>;
  /** Closes what the test opened and begins anew. */
  afterTest(): Promise<void>;
  close(): Promise<void>;
}

/**
 * A real browser in front of the hosted tab.
 * @param beside address of what the host page frames beside it; without one, nothing answers there
 */
export async function startTabBrowser(beside?: string): Promise<TabBrowser> {
  const [hosted, browser]: [HostedTab, Browser] = await Promise.all([startHostedTab(beside), launch()]);
  const complaints: string[] = [];
  // One profile for the file, so that the tab's scripts are fetched and compiled once; what a page stored goes after each test.
  const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
  const origins = [hosted.hostOrigin, hosted.lanternOrigin];

  const newPage = async (viewport = { width: 1280, height: 900 }): Promise<Page> => {
    const page = await context.newPage();
    await page.setViewportSize(viewport);
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    return page;
  };

  return {
    hosted,
    stub: hosted.stub,
    complaints,
    async visit(query, size) {
      const page = await newPage(size);
      await page.goto(`${hosted.hostOrigin}/host?${query}`);
      return { page, tab: page.frameLocator('#tab') };
    },
    bare: () => newPage(),
    async afterTest() {
      const [page] = context.pages();
      if (page) {
        const storage = await context.newCDPSession(page);
        for (const origin of origins)
          await storage.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cookies,local_storage' });
      }
      await Promise.all(context.pages().map((opened) => opened.close()));
      complaints.length = 0;
      hosted.reset();
    },
    async close() {
      await browser.close();
      await hosted.close();
    },
  };
}
