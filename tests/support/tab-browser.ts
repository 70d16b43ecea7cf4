import { getCurrentTest } from 'vitest/suite';
import type { Browser, BrowserContext, CDPSession, FrameLocator, Page } from 'playwright-core';
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

/** One profile of the browser with one window in it, which goes from test to test while nobody has altered it. */
interface Profile {
  readonly context: BrowserContext;
  readonly window: Page;
  readonly storage: CDPSession;
  /** True once a test has changed what only a new profile takes back: a route, a listener, a clock. */
  altered: boolean;
}

/** What outlives the page in which it is done. */
const altering = {
  context: ['addInitScript', 'newCDPSession', 'on', 'once', 'route', 'setOffline'],
  page: ['addInitScript', 'close', 'emulateMedia', 'exposeFunction', 'on', 'once', 'route'],
  clock: ['install', 'pauseAt', 'setFixedTime', 'setSystemTime'],
} as const;

function watch<Part extends object>(part: Part, acts: readonly (keyof Part)[], told: () => void): void {
  for (const act of acts) {
    const own = part[act] as (...given: unknown[]) => unknown;
    Object.assign(part, {
      [act]: (...given: unknown[]) => {
        told();
        return own.apply(part, given);
      },
    });
  }
}

/** Whether a promise was kept. */
const settled = [() => true, () => false] as const;

async function open(beside?: string): Promise<TabBrowser> {
  const [hosted, browser]: [HostedTab, Browser] = await Promise.all([startHostedTab(beside), launch()]);
  const complaints: string[] = [];
  const origins = [hosted.hostOrigin, hosted.lanternOrigin];
  let profile: Profile | undefined;
  let taken = false;
  // What speaks to the tab from beside it goes on speaking for as long as its page stands: there each test opens one.
  const apart = beside !== undefined;

  const newPage = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) complaints.push(message.text());
    });
    return page;
  };

  const openProfile = async (): Promise<Profile> => {
    const context = await browser.newContext({ locale: 'en-GB', reducedMotion: 'reduce' });
    const window = await newPage(context);
    const fresh: Profile = { context, window, storage: await context.newCDPSession(window), altered: false };
    const told = () => (fresh.altered = true);
    watch(context, altering.context, told);
    watch(context.clock, altering.clock, told);
    watch(window, altering.page, told);
    return fresh;
  };

  /** The shared window for the first who asks in a test, and one beside it for whoever asks then. */
  const take = async (viewport = { width: 1280, height: 900 }): Promise<Page> => {
    profile ??= await openProfile();
    const page = taken || apart ? await newPage(profile.context) : profile.window;
    taken = true;
    await page.setViewportSize(viewport);
    return page;
  };

  /** Takes back all that a test can do to a window which nobody altered. */
  const clear = async ({ context, window, storage }: Profile): Promise<void> => {
    for (const page of context.pages()) if (page !== window) await page.close();
    await window.mouse.move(0, 0);
    await window.goto('about:blank');
    for (const origin of origins)
      await storage.send('Storage.clearDataForOrigin', { origin, storageTypes: 'cookies,local_storage' });
  };

  return {
    hosted,
    stub: hosted.stub,
    complaints,
    async visit(query, size) {
      const page = await take(size);
      await page.goto(`${hosted.hostOrigin}/host?${query}`);
      return { page, tab: page.frameLocator('#tab') };
    },
    async bare() {
      const page = await take();
      if (profile && !apart) profile.altered = true;
      return page;
    },
    async afterTest() {
      taken = false;
      // What has failed may still be at work in its window, and a window that cannot be emptied is no use to anybody.
      const spent = profile?.altered || getCurrentTest()?.result?.state === 'fail';
      const cleared = profile && !spent && (await clear(profile).then(...settled));
      if (profile && !cleared) {
        await profile.context.close();
        profile = undefined;
      }
      complaints.length = 0;
      hosted.reset();
    },
    async close() {
      await browser.close();
      await hosted.close();
    },
  };
}

let shared: Promise<TabBrowser> | undefined;

/**
 * A real browser in front of the hosted tab. Opening a window and compiling the tab's scripts anew costs more than most tests
 * do, so that all files of a process share both, and go on in a window of their own after a test that altered it. It ends with
 * the process.
 * @param beside address of what the host page frames beside it: a browser and a hosted tab of their own. Without one, nothing
 * answers there.
 */
export async function startTabBrowser(beside?: string): Promise<TabBrowser> {
  if (beside !== undefined) return open(beside);
  shared ??= open();
  return { ...(await shared), close: async () => {} };
}
