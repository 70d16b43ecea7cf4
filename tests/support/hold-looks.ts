import type { Page } from 'playwright-core';

/** Keeps what a page looks at from now on from arriving, until the answer is called; acts at the same address arrive. */
export async function holdLooks(page: Page, address: string): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(address, async (route) => {
    if (route.request().method() === 'GET') await held;
    await route.continue();
  });
  return release;
}
