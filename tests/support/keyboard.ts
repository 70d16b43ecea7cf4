import type { Page } from 'playwright-core';

/** How many presses of Tab a person would put up with. */
const patience = 90;

/** What a screen reader would call whatever has the focus inside the tab. */
const focused = (page: Page) =>
  page.frames()[1]!.evaluate(() => {
    const element = document.activeElement;
    if (!element) return '';
    const by = element.getAttribute('aria-labelledby');
    const labelled = by && document.getElementById(by.split(' ')[0] ?? '')?.textContent;
    const { labels } = element as HTMLInputElement;
    return (
      element.getAttribute('aria-label') ??
      (labelled || labels?.[0]?.textContent || element.textContent || '')
    ).trim();
  });

/**
 * Goes on with Tab until what has the focus begins so, as a person without a mouse does.
 * @throws Error when it is not reached
 */
export async function tabTo(page: Page, name: string): Promise<void> {
  const met: string[] = [];
  for (let presses = 0; presses < patience; presses++) {
    const at = await focused(page);
    if (at.startsWith(name)) return;
    met.push(at.slice(0, 30));
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to “${name}”; it led to ${met.join(' | ')}`);
}
