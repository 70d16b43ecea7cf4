import type { Browser, FrameLocator, Page } from 'playwright-core';
import { cast } from '../../src/local/cast.ts';
import { createHostPage } from '../../src/local/host/create-host-page.ts';
import { launch } from '../support/browser.ts';
import type { Breakage } from './breakages.ts';
import { startScene, type SceneOptions } from './scene.ts';

/** The product as a process of its own, and a browser in which the local page for Teams shows its built tab. */
export interface TabScene {
  readonly lanternOrigin: string;
  readonly hostOrigin: string;
  readonly browser: Browser;
  /** Opens the tab as Priya, in a profile of its own: nothing is cached. @param concern id of the one to begin with */
  open(concern?: string): Promise<{ readonly page: Page; readonly tab: FrameLocator; close(): Promise<void> }>;
  /** Asks the tab API as Priya. */
  api<T>(path: string): Promise<T>;
  end(): Promise<void>;
}

export interface TabSceneOptions extends Pick<SceneOptions, 'fill'> {
  readonly breakage?: Breakage | undefined;
}

export async function startTabScene(options: TabSceneOptions = {}): Promise<TabScene> {
  let [hostOrigin, lanternOrigin] = ['', ''];
  const scene = await startScene({
    ...options,
    routers: (core, origin) => {
      hostOrigin = origin;
      return [
        createHostPage({
          people: cast,
          first: 'priya',
          signIn: async (key) => core.userToken(key),
          hostOrigin: () => hostOrigin,
          lanternOrigin: () => lanternOrigin,
          chats: () => [],
        }),
      ];
    },
  });
  lanternOrigin = scene.lantern.origin;
  const browser = await launch().catch(async (error: unknown) => {
    await scene.end();
    throw error;
  });
  return {
    ...{ lanternOrigin, hostOrigin, browser },
    async open(concern) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
      const page = await context.newPage();
      await page.goto(`${hostOrigin}/host?person=priya${concern === undefined ? '' : `&sub=${concern}`}`);
      return { page, tab: page.frameLocator('#tab'), close: () => context.close() };
    },
    async api<T>(path: string) {
      const headers = { authorization: `Bearer ${scene.tenant.userToken('priya')}` };
      const answer = await fetch(`${lanternOrigin}${path}`, { headers });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      return (await answer.json()) as T;
    },
    async end() {
      await browser.close();
      await scene.end();
    },
  };
}
