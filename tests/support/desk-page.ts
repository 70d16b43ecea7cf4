import type { Browser, FrameLocator, Page } from 'playwright-core';
import { deskPaths } from '../../src/areas/desk/contract.ts';

export interface DeskPage {
  readonly page: Page;
  /** Lantern's tab, inside the page that stands in for Teams. */
  readonly tab: FrameLocator;
  /** What ran or was kept from running in it: dialogs, uncaught errors, violations of its policy. */
  readonly alarms: readonly string[];
  /** Resolves when the server tells the tab of changes: it begins to listen a moment after its first screen. */
  readonly followed: Promise<void>;
  close(): Promise<void>;
}

/** Opens the desk as somebody of the cast, in a browser profile of its own. @param concern id of the one to begin with */
export async function openDesk(
  browser: Browser,
  hostOrigin: string,
  person: string,
  concern?: string,
): Promise<DeskPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const alarms: string[] = [];
  page.on('dialog', (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => alarms.push(error.message));
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) alarms.push(message.text());
  });
  const followed = new Promise<void>((resolve) => {
    page.on('response', (response) => {
      if (response.ok() && new URL(response.url()).pathname === deskPaths.changes) resolve();
    });
  });
  await page.goto(`${hostOrigin}/host?person=${person}${concern === undefined ? '' : `&sub=${concern}`}`);
  return { page, tab: page.frameLocator('#tab'), alarms, followed, close: () => context.close() };
}
