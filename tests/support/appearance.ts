import axe, { type RunOptions } from 'axe-core';
import type { FrameLocator, Page } from 'playwright-core';

/** The themes of Teams, as its SDK names them. */
export const themes = ['default', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

/** Changes the theme as a person does in Teams, and waits until the tab has followed: Fluent's buttons pass over by degrees. */
export async function wear(page: Page, tab: FrameLocator, theme: Theme): Promise<void> {
  await page.getByLabel('Theme').selectOption(theme);
  await tab.locator(`html[data-theme=${theme}]`).waitFor();
  const frame = page.frames()[1]!;
  // The colours begin to pass over with the frame that follows.
  await frame.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await frame.waitForFunction(
    () => document.getAnimations().every((one) => !(one instanceof CSSTransition)),
    undefined,
    {
      polling: 'raf',
    },
  );
}

/** How far the page inside the frame can be pushed sideways, in pixels. */
export const overhang = (page: Page): Promise<number> =>
  page.frames()[1]!.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/**
 * What would keep somebody out of the tab, or of the page around it; empty when nothing would. A theme changes colours and
 * nothing else, so that after the first only those are looked at.
 */
export async function barriers(page: Page, theme: Theme, of: 'tab' | 'host' = 'tab'): Promise<readonly unknown[]> {
  const frame = of === 'host' ? page.mainFrame() : page.frames()[1]!;
  // Handed over by the browser's own tools, which no content policy holds back; once for each document.
  if (!(await frame.evaluate(() => 'axe' in window))) await frame.evaluate(axe.source);
  // Fluent's tab list lays down sentinels that hand the focus on at once; nobody ever rests on one.
  const context = { exclude: ['#tab', '[data-tabster-dummy]'] };
  const options: RunOptions = {
    resultTypes: ['violations'],
    iframes: false,
    ...(theme !== 'default' && { runOnly: { type: 'rule', values: ['color-contrast'] } }),
  };
  const { violations } = await frame.evaluate(
    ([where, how]) => (window as unknown as { axe: typeof axe }).axe.run(where, how),
    [context, options] as const,
  );
  const slight = of === 'host' ? [] : ['minor', 'moderate'];
  return violations
    .filter(({ impact }) => !slight.includes(impact ?? ''))
    .map(({ id, nodes }) => [id, ...nodes.map(({ target, failureSummary }) => [target, failureSummary])]);
}
