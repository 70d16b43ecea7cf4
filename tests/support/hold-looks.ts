import type { Page } from 'playwright-core';

/**
 * Holds back what a page fetches at an address from now on; acts at the same address arrive.
 * @returns lets go of it
 */
export async function holdLooks(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    if (route.request().method() === 'GET') await held;
    await route.continue();
  });
  return release;
}
